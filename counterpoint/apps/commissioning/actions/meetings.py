"""Engagement events: planned, places taken, who came, notes for everybody."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.telling import note, publish_notice, record
from counterpoint.apps.commissioning.emails import meetings as emails
from counterpoint.apps.commissioning.models import Attendance, Call, Meeting, Notice
from counterpoint.apps.commissioning.permissions import check_can_write_call
from counterpoint.apps.directory.actions.saving import hold, write
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.permissions import check_can_see_drafts
from counterpoint.domain.refusals import Conflict, Invalid

DETAILS = ("title", "starts_at", "ends_at", "where", "joining_url", "capacity", "access")


class EndsBeforeItBegins(Invalid):
    sentence = _("It cannot end before it begins.")


class NowhereToGo(Invalid):
    sentence = _("Say where it is, or give the address to join by.")


class HasBegun(Conflict):
    sentence = _("It has begun: places are not taken or given up any more.")


class NotBegun(Conflict):
    sentence = _("It has not begun yet.")


class CalledOff(Conflict):
    sentence = _("This meeting was called off.")


class HasAPlace(Conflict):
    sentence = _("You have a place already, or stand on the waiting list.")


class HasNoPlace(Conflict):
    sentence = _("You have no place at this meeting.")


class NothingToTell(Invalid):
    sentence = _(
        "Write what was said: everybody reads it, those who were not there above all."
    )


@transaction.atomic
def plan(
    *, call: Call, details: Mapping[str, Any], by: Person | None, at: datetime
) -> Meeting:
    check_can_write_call(by, call)
    meeting = Meeting(call=call, created_at=at)
    write(meeting, {name: details[name] for name in DETAILS if name in details})
    if meeting.ends_at <= meeting.starts_at:
        raise EndsBeforeItBegins
    if not (meeting.where.strip() or meeting.joining_url.strip()):
        raise NowhereToGo
    meeting.save()
    record("call.meeting_planned", call, by, at, {"name": meeting.title})
    if call.is_public:
        note(call, at)
    return meeting


@transaction.atomic
def call_off(*, meeting: Meeting, by: Person | None, at: datetime) -> None:
    check_can_write_call(by, meeting.call)
    hold(meeting)
    _check_to_come(meeting, at)
    meeting.is_off = True
    meeting.save(update_fields=["is_off"])
    record("call.meeting_off", meeting.call, by, at, {"name": meeting.title})
    emails.tell_called_off(meeting, at)


@transaction.atomic
def take_place(
    *, meeting: Meeting, organisation: Organisation, needs: str = "", by: Person, at: datetime
) -> Attendance:
    """For any member of any organisation; on the waiting list once all places are taken."""
    check_can_see_drafts(by, organisation)
    hold(meeting)
    _check_to_come(meeting, at)
    if meeting.attendances.filter(person=by).exists():
        raise HasAPlace
    made = Attendance.objects.create(
        meeting=meeting,
        organisation=organisation,
        person=by,
        is_waiting=_is_full(meeting),
        needs=needs.strip()[:300],
        at=at,
    )
    record("call.place_taken", meeting.call, None, at, {"name": organisation.name})
    return made


@transaction.atomic
def give_up(*, meeting: Meeting, by: Person, at: datetime) -> Attendance | None:
    """Whoever waits longest gets the place, and is told. None where nobody waits."""
    hold(meeting)
    _check_to_come(meeting, at)
    held = meeting.attendances.filter(person=by).first()
    if held is None:
        raise HasNoPlace
    held.delete()
    following = meeting.attendances.filter(is_waiting=True).first()
    if following is None or _is_full(meeting):
        return None
    following.is_waiting = False
    following.save(update_fields=["is_waiting"])
    emails.tell_moved_up(following, at)
    return following


@transaction.atomic
def record_attendance(
    *, meeting: Meeting, came: Collection[int], by: Person | None, at: datetime
) -> int:
    """`came` are numbers of attendances; everybody else with a place did not come."""
    check_can_write_call(by, meeting.call)
    hold(meeting)
    if at < meeting.starts_at:
        raise NotBegun
    held = meeting.attendances.filter(is_waiting=False)
    held.update(came=False)
    count = held.filter(pk__in=came).update(came=True)
    record("call.attendance", meeting.call, by, at, {"count": count})
    return count


@transaction.atomic
def publish_notes(*, meeting: Meeting, notes: str, by: Person | None, at: datetime) -> None:
    """What was asked and answered, to all: nobody is better off for having been there."""
    check_can_write_call(by, meeting.call)
    hold(meeting)
    if at < meeting.starts_at:
        raise NotBegun
    if not notes.strip():
        raise NothingToTell
    meeting.notes, meeting.notes_at = notes.strip(), at
    meeting.save(update_fields=["notes", "notes_at"])
    if meeting.call.is_public:
        words = f"{meeting.title}\n\n{meeting.notes}"
        publish_notice(meeting.call, Notice.Kind.ANSWERED, words, at)
    record("call.notes_published", meeting.call, by, at, {"name": meeting.title})


def _is_full(meeting: Meeting) -> bool:
    if meeting.capacity is None:
        return False
    return meeting.attendances.filter(is_waiting=False).count() >= meeting.capacity


def _check_to_come(meeting: Meeting, at: datetime) -> None:
    if meeting.is_off:
        raise CalledOff
    if at >= meeting.starts_at:
        raise HasBegun
