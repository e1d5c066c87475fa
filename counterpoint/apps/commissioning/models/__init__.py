"""Calls, what is sent in answer to them, and how that is decided."""

from counterpoint.apps.commissioning.models.applying import (
    Answer,
    Application,
    Attachment,
    Bid,
    Partner,
    SavedAnswer,
    Submission,
)
from counterpoint.apps.commissioning.models.calls import (
    Call,
    CallStep,
    Clarification,
    Criterion,
    EligibilityRule,
    Invitation,
    Lot,
    Notice,
    Question,
)
from counterpoint.apps.commissioning.models.deciding import (
    AgreedPoints,
    Decision,
    FeedbackQuestion,
    Interest,
    LogLine,
    Reading,
    Score,
    Seat,
)
from counterpoint.apps.commissioning.models.meetings import Attendance, Meeting
from counterpoint.apps.commissioning.models.needs import Baseline, Voice
from counterpoint.apps.commissioning.models.notices import (
    NoticeChoice,
    NoticeText,
    WaitingNotice,
)

__all__ = [
    "AgreedPoints",
    "Answer",
    "Application",
    "Attachment",
    "Attendance",
    "Baseline",
    "Bid",
    "Call",
    "CallStep",
    "Clarification",
    "Criterion",
    "Decision",
    "EligibilityRule",
    "FeedbackQuestion",
    "Interest",
    "Invitation",
    "LogLine",
    "Lot",
    "Meeting",
    "Notice",
    "NoticeChoice",
    "NoticeText",
    "Partner",
    "Question",
    "Reading",
    "SavedAnswer",
    "Score",
    "Seat",
    "Submission",
    "Voice",
    "WaitingNotice",
]
