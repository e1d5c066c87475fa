"""Applications opened once, interests declared and found, the reading shared out and done."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.logging import log
from counterpoint.apps.commissioning.actions.telling import move_on, note, record
from counterpoint.apps.commissioning.emails import applications as emails
from counterpoint.apps.commissioning.models import (
    Application,
    Call,
    Interest,
    Reading,
    Score,
    Seat,
)
from counterpoint.apps.commissioning.permissions import (
    check_can_write_call,
    check_has_seat,
    check_may_read_submissions,
    check_owns_reading,
)
from counterpoint.apps.commissioning.queries.interests import detected
from counterpoint.apps.commissioning.queries.ranking import value_of
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.calls.standing import Act, Standing
from counterpoint.domain.commissioning.deciding import allocation, scores
from counterpoint.domain.refusals import Conflict, Invalid


class NobodySent(Conflict):
    sentence = _("Nobody has sent an application: there is nothing to open.")


class SeatTaken(Conflict):
    sentence = _("This person sits on the panel already.")


class SeatInUse(Conflict):
    sentence = _("This person has finished reading an application: the seat stays.")


class NotDeclaredYet(Conflict):
    sentence = _("Look through who applied and declare your interests first.")


class HasAnInterest(Conflict):
    sentence = _("An interest keeps this application from this assessor.")


class AllDeclareFirst(Conflict):
    sentence = _("Everybody on the panel declares interests before the reading is shared out.")


class ReadingFinished(Conflict):
    sentence = _("You have finished this one. Take it up again to change it.")


class ModerationBegun(Conflict):
    sentence = _("The panel is looking at the scores together: yours stand now.")


class NotAllScored(Invalid):
    sentence = _("Score every criterion, and say why, before you finish.")


@transaction.atomic
def open_applications(*, call: Call, by: Person | None, at: datetime) -> int:
    """The seal is broken once. How many there are to assess."""
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.ASSESS, at)
    count = Application.objects.in_the_round().filter(call=call).count()
    if not count:
        raise NobodySent
    call.opened_at = call.updated_at = at
    call.save(update_fields=["state", "opened_at", "updated_at"])
    log(call, "opened", call.title, {"applications": count}, by, at)
    record("call.opened", call, by, at, {"count": count})
    note(call, at)
    return count


@transaction.atomic
def give_seat(
    *, call: Call, person: Person, role: str, by: Person | None, at: datetime
) -> Seat:
    check_can_write_call(by, call)
    hold(call)
    if call.seats.filter(person=person).exists():
        raise SeatTaken
    seat = Seat.objects.create(call=call, person=person, role=role, at=at)
    log(call, "seat given", str(person), {"role": role}, by, at)
    record("call.seat_given", call, by, at)
    emails.tell_seat(seat, at)
    return seat


@transaction.atomic
def take_seat(*, seat: Seat, by: Person | None, at: datetime) -> None:
    call = seat.call
    check_can_write_call(by, call)
    hold(call)
    if seat.readings.exclude(finished_at=None).exists():
        raise SeatInUse
    log(call, "seat taken", str(seat.person), {}, by, at)
    record("call.seat_taken", call, by, at)
    seat.delete()


@transaction.atomic
def declare(*, call: Call, interests: Mapping[int, str], by: Person, at: datetime) -> Seat:
    """By number of an application what the interest is; an empty mapping says there is none.

    Declared again later, it adds: an interest that was said once is not taken back.
    """
    hold(call)
    seat = check_has_seat(by, call)
    if call.standing(at) is not Standing.ASSESSING:
        raise NobodySent
    _keep(seat, interests, is_detected=False, at=at)
    mine = detected([seat], _round(call))
    _keep(seat, {app: why for (_seat, app), why in mine.items()}, is_detected=True, at=at)
    Reading.objects.filter(
        seat=seat, finished_at=None, application__interests__seat=seat
    ).delete()
    seat.declared_at = at
    seat.save(update_fields=["declared_at"])
    detail = {"declared": len(interests), "found": len(mine)}
    log(call, "interests declared", str(by), detail, by, at)
    record("call.interests_declared", call, by, at)
    return seat


@transaction.atomic
def share_out(*, call: Call, by: Person | None, at: datetime) -> dict[int, int]:
    """Every application to as many assessors as the call says, evenly; by seat how many each reads.

    What somebody has begun to score stays with them.
    """
    check_may_read_submissions(by, call, at)
    hold(call)
    seats = [seat for seat in call.seats.all() if seat.scores]
    if any(seat.declared_at is None for seat in seats):
        raise AllDeclareFirst
    applications = list(_round(call))
    barred = set(Interest.objects.filter(seat__call=call).values_list("application", "seat"))
    begun = set(
        Reading.objects.filter(seat__call=call)
        .exclude(scores=None, finished_at=None)
        .values_list("application", "seat")
    )
    shared = allocation.allocated(
        allocation.Allocating(
            [one.pk for one in applications],
            [allocation.Reader(one.pk, one.role == Seat.Role.LIVED) for one in seats],
            barred=barred,
            readers_each=call.readers_each,
            lived_each=call.lived_each,
            kept=begun,
        )
    )
    wanted = {(app, seat) for app, readers in shared.items() for seat in readers}
    held = Reading.objects.filter(seat__call=call)
    there = {
        (app, seat): pk for pk, app, seat in held.values_list("pk", "application", "seat")
    }
    held.filter(pk__in=[pk for pair, pk in there.items() if pair not in wanted]).delete()
    Reading.objects.bulk_create(
        Reading(seat_id=seat, application_id=app, updated_at=at)
        for app, seat in sorted(wanted - there.keys())
    )
    loads = allocation.loads(shared)
    detail = {"readings": len(wanted), "most": max(loads.values(), default=0)}
    log(call, "shared out", call.title, detail, by, at)
    record("call.allocated", call, by, at, detail)
    return loads


@transaction.atomic
def save_reading(
    *,
    reading: Reading,
    points: Mapping[int, int],
    comments: Mapping[int, str],
    comment: str = "",
    finish: bool = False,
    by: Person,
    at: datetime,
) -> Reading:
    """Points and comments by number of the criterion. Saved as far as they go; finished only whole."""
    check_owns_reading(by, reading)
    hold(reading)
    _check_may_score(reading, at)
    criteria = {one.pk: one for one in reading.seat.call.criteria.all()}
    for number, criterion in criteria.items():
        if number in points:
            scores.check_points(value_of(criterion), points[number])
            Score.objects.update_or_create(
                reading=reading,
                criterion=criterion,
                defaults={
                    "points": points[number],
                    "comment": comments.get(number, "").strip(),
                },
            )
    reading.comment, reading.updated_at = comment.strip(), at
    if finish:
        kept = list(reading.scores.all())
        if len(kept) < len(criteria) or any(not one.comment for one in kept):
            raise NotAllScored
        reading.finished_at = at
        record("application.read", reading.application, by, at)
    reading.save()
    return reading


@transaction.atomic
def take_up_again(*, reading: Reading, by: Person, at: datetime) -> None:
    check_owns_reading(by, reading)
    hold(reading)
    if moderation_has_begun(reading.seat.call):
        raise ModerationBegun
    reading.finished_at, reading.updated_at = None, at
    reading.save(update_fields=["finished_at", "updated_at"])
    record("application.reopened", reading.application, by, at)


def moderation_has_begun(call: Call) -> bool:
    """From the moment everybody has finished: then all scores are shown to the whole panel."""
    readings = Reading.objects.filter(seat__call=call)
    return readings.exists() and not readings.filter(finished_at=None).exists()


def _check_may_score(reading: Reading, at: datetime) -> None:
    seat = reading.seat
    if seat.declared_at is None:
        raise NotDeclaredYet
    if seat.interests.filter(application=reading.application_id).exists():
        raise HasAnInterest
    if reading.finished_at is not None:
        raise ReadingFinished
    if seat.call.standing(at) is not Standing.ASSESSING:
        raise ModerationBegun


def _round(call: Call) -> list[Application]:
    found = Application.objects.in_the_round().filter(call=call)
    return list(found.prefetch_related("partners"))


def _keep(
    seat: Seat, interests: Mapping[int, str], *, is_detected: bool, at: datetime
) -> None:
    held = set(
        seat.interests.filter(is_detected=is_detected).values_list("application", flat=True)
    )
    known = set(seat.call.applications.values_list("pk", flat=True))
    Interest.objects.bulk_create(
        Interest(
            seat=seat, application_id=number, why=why[:300], is_detected=is_detected, at=at
        )
        for number, why in interests.items()
        if number in known - held
    )
