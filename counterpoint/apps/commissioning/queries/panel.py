"""The panel of a call: who sits on it, what each has to read, how far they are."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from counterpoint.apps.commissioning.models import (
    Answer,
    Application,
    Call,
    Interest,
    Reading,
    Seat,
)
from counterpoint.apps.directory.models import Membership
from counterpoint.domain.commissioning.calls.standing import State


@dataclass(frozen=True)
class SeatLine:
    seat: Seat
    to_read: int
    finished: int
    interests: int


def seat_lines(call: Call) -> list[SeatLine]:
    seats = call.seats.select_related("person").annotate(
        to_read=Count("readings", distinct=True),
        done=Count("readings", filter=Q(readings__finished_at__isnull=False), distinct=True),
        barred=Count("interests__application", distinct=True),
    )
    return [SeatLine(one, one.to_read, one.done, one.barred) for one in seats]


def my_seats(person: Any) -> list[SeatLine]:
    """Of calls whose applications are open to the panel, the newest first."""
    seats = (
        Seat.objects.filter(person=person, call__state__in=(State.ASSESSING, State.DECIDED))
        .select_related("call__organisation")
        .annotate(
            to_read=Count("readings", distinct=True),
            done=Count(
                "readings", filter=Q(readings__finished_at__isnull=False), distinct=True
            ),
            barred=Count("interests__application", distinct=True),
        )
        .order_by("-call__opened_at", "-pk")
    )
    return [SeatLine(one, one.to_read, one.done, one.barred) for one in seats[:100]]


def my_readings(seat: Seat) -> QuerySet[Reading]:
    """What is still to be read first."""
    return (
        seat.readings.select_related("application__organisation")
        .annotate(scored=Count("scores"))
        .order_by("finished_at", "pk")
    )


def next_reading(seat: Seat, after: Reading) -> Reading | None:
    left = seat.readings.filter(finished_at=None).exclude(pk=after.pk).order_by("pk")
    return left.filter(pk__gt=after.pk).first() or left.first()


def who_applied(call: Call) -> QuerySet[Application]:
    """Names alone: what one looks through to declare interests."""
    found = Application.objects.in_the_round().filter(call=call)
    return (
        found.select_related("organisation")
        .prefetch_related("partners__organisation", "interests")
        .order_by("organisation__name", "pk")
    )


def interests_of(call: Call) -> list[Interest]:
    found = Interest.objects.filter(seat__call=call)
    return list(
        found.select_related("seat__person", "application__organisation").order_by(
            "application__organisation__name", "pk"
        )
    )


def earlier_of(application: Application) -> list[Application]:
    """Other applications of the same organisation that were sent, newest first."""
    found = Application.objects.filter(organisation=application.organisation_id)
    sent = found.exclude(submitted_at=None).exclude(pk=application.pk)
    return list(sent.select_related("call").order_by("-submitted_at")[:10])


ALIKE_FROM = 90  # of 100, by the words that two answers share


def linked_to(application: Application) -> list[tuple[Application, str]]:
    """Other applications of the round that share a person or a partner with it, or most of its words."""
    others = Application.objects.in_the_round().filter(call=application.call_id)
    others = others.exclude(pk=application.pk).select_related("organisation")
    parties = {application.organisation_id, *_partners([application]).get(application.pk, ())}
    people = set(
        Membership.objects.filter(organisation__in=parties).values_list("person", flat=True)
    )
    by_person = set(
        others.filter(organisation__memberships__person__in=people).values_list(
            "pk", flat=True
        )
    )
    by_partner = set(
        others.filter(
            Q(organisation__in=parties) | Q(partners__organisation__in=parties)
        ).values_list("pk", flat=True)
    )
    alike = _alike(application)
    found = []
    for one in others.filter(pk__in=by_person | by_partner | alike).distinct():
        why = [
            words
            for words, holds in (
                (_("an organisation of it takes part in both"), one.pk in by_partner),
                (_("somebody acts for both"), one.pk in by_person),
                (_("most of the words are the same"), one.pk in alike),
            )
            if holds
        ]
        found.append((one, "; ".join(why)))
    return found


def _partners(applications: list[Application]) -> dict[int, list[int]]:
    return {
        one.pk: list(one.partners.values_list("organisation", flat=True))
        for one in applications
    }


def _alike(application: Application) -> set[int]:
    """By the longest answer to one question; short ones are alike by chance."""
    longest = max(
        (one for one in application.answers.all() if isinstance(one.value, str)),
        key=lambda one: len(one.value),
        default=None,
    )
    if longest is None or len(longest.value) < 200:
        return set()
    rows = Answer.objects.filter(question=longest.question_id).exclude(
        application=application.pk
    )
    return {
        pk
        for pk, value in rows.values_list("application", "value").iterator(chunk_size=500)
        if isinstance(value, str)
        and fuzz.token_set_ratio(longest.value, value) >= ALIKE_FROM
        and fuzz.ratio(longest.value, value) >= ALIKE_FROM
    }
