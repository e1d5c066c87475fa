"""How long what was sent in answer to calls is kept; the models declare the same periods."""

from datetime import datetime, timedelta

from django.db.models import Q

from counterpoint.apps.commissioning.models import (
    Answer,
    Application,
    Attachment,
    Attendance,
    Call,
    Clarification,
    Meeting,
    Reading,
    Score,
    Submission,
)
from counterpoint.apps.history.retention import forgets
from counterpoint.domain.commissioning.calls.standing import State
from counterpoint.integrations.files import handed_in

APPLICATIONS_KEPT = timedelta(days=7 * 365)
ASKERS_KEPT = timedelta(days=365)


def _over(at: datetime) -> Q:
    """Calls that were decided, or otherwise ended, before then."""
    ended = Q(state__in=(State.WITHDRAWN, State.REPLACED), updated_at__lt=at)
    return Q(decided_at__lt=at) | ended


@forgets("answers and files of applications")
def applications(at: datetime) -> int:
    """Scores and decisions stay; the words and files behind them go."""
    over = Call.objects.filter(_over(at - APPLICATIONS_KEPT))
    found = Application.objects.filter(call__in=over)
    files = Attachment.objects.filter(application__in=found)
    for stored_as in files.values_list("stored_as", flat=True):
        handed_in.drop(stored_as)
    count = files.delete()[0]
    count += Answer.objects.filter(application__in=found).delete()[0]
    sent = Submission.objects.filter(application__in=found).exclude(content={})
    count += sent.update(content={}, by=None)
    Reading.objects.filter(application__in=found).update(comment="")
    Score.objects.filter(reading__application__in=found).update(comment="")
    return count


@forgets("who had a place at a meeting")
def meetings(at: datetime) -> int:
    over = Meeting.objects.filter(ends_at__lt=at - ASKERS_KEPT)
    return Attendance.objects.filter(meeting__in=over).delete()[0]


@forgets("who asked a question about a call")
def askers(at: datetime) -> int:
    over = Call.objects.filter(_over(at - ASKERS_KEPT))
    asked = Clarification.objects.filter(call__in=over).exclude(asked_by=None)
    return asked.update(asked_by=None)
