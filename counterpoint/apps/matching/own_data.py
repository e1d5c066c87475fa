"""What matching holds about a person, and what it does when the person leaves."""

from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.hooks import acts_on_leaving, tells_own_data
from counterpoint.apps.accounts.models import Person
from counterpoint.apps.matching.models import Feedback, SavedSearch


@tells_own_data
def searches(person: Person) -> dict[str, Any]:
    return {
        "saved_searches": [
            {
                "name": saved.name,
                "address": saved.address,
                "saved_at": saved.saved_at.isoformat(),
            }
            for saved in SavedSearch.objects.filter(person=person)
        ],
        "feedback_on_matches": list(
            Feedback.objects.filter(by=person).values("side", "text", "record_type", "verdict")
        ),
    }


@acts_on_leaving
def leave(person: Person, at: datetime) -> None:
    SavedSearch.objects.filter(person=person).delete()
    Feedback.objects.filter(by=person).update(by=None)
