"""What the clock does to calls: applicants are reminded, and search is told when a call has closed."""

from datetime import datetime, timedelta

from django.db import transaction

from counterpoint.apps.commissioning.actions.telling import note
from counterpoint.apps.commissioning.emails import applications as emails
from counterpoint.apps.commissioning.emails.meetings import tell_soon
from counterpoint.apps.commissioning.models import Application, Call, Meeting
from counterpoint.domain.commissioning.calls import applying
from counterpoint.domain.commissioning.calls.standing import Standing, State

REMINDED_BEFORE = timedelta(days=3)
A_DAY = timedelta(days=1)
UNSENT = (applying.State.DRAFT, applying.State.INVITED)


@transaction.atomic
def note_closed_calls(*, at: datetime) -> int:
    """How many closed since this was last done. Until then search may still show them, with their
    deadline; nobody could have applied."""
    found = Call.objects.live().filter(closes_at__lt=at).select_for_update()
    closed = [call for call in found if call.standing(at) is Standing.CLOSED]
    for call in closed:
        call.closing_noted_at = at
        call.save(update_fields=["closing_noted_at"])
        note(call, at)
    return len(closed)


@transaction.atomic
def remind_applicants(*, at: datetime) -> int:
    """Once for each application that is not sent three days before its deadline."""
    soon = Application.objects.filter(
        state__in=UNSENT,
        reminded_at=None,
        call__state=State.PUBLISHED,
        call__closes_at__gt=at,
        call__closes_at__lte=at + REMINDED_BEFORE,
    ).select_related("call", "organisation")
    reminded = list(soon)
    for application in reminded:
        application.reminded_at = at
        application.save(update_fields=["reminded_at"])
        emails.tell_deadline(application, at)
    return len(reminded)


@transaction.atomic
def remind_of_meetings(*, at: datetime) -> int:
    """Everybody with a place, once, a day before."""
    soon = Meeting.objects.filter(
        is_off=False, reminded_at=None, starts_at__gt=at, starts_at__lte=at + A_DAY
    )
    reminded = list(soon.select_related("call"))
    for meeting in reminded:
        meeting.reminded_at = at
        meeting.save(update_fields=["reminded_at"])
        tell_soon(meeting, at)
    return len(reminded)
