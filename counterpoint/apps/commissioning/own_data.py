"""What calls hold about a person, and what happens to it when the person leaves."""

from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.hooks import acts_on_leaving, tells_own_data
from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import (
    Attendance,
    Clarification,
    Score,
    Seat,
    Submission,
)


@tells_own_data
def calls(person: Person) -> dict[str, Any]:
    seats = Seat.objects.filter(person=person).select_related("call")
    return {
        "questions_about_calls": list(
            Clarification.objects.filter(asked_by=person).values("call__title", "text")
        ),
        "applications_sent": list(
            Submission.objects.filter(by=person).values("receipt", "application__call__title")
        ),
        "meetings": list(
            Attendance.objects.filter(person=person).values("meeting__title", "needs", "came")
        ),
        "seats": [{"call": seat.call.title, "role": seat.role} for seat in seats],
        "scores": list(
            Score.objects.filter(reading__seat__person=person).values(
                "reading__application__call__title", "points", "comment"
            )
        ),
    }


@acts_on_leaving
def leave(person: Person, at: datetime) -> None:
    """Scores stay, on the seat of somebody who has left: awards rest on them."""
    Clarification.objects.filter(asked_by=person).update(asked_by=None)
