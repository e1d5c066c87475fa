"""What the directory holds about a person, and what it does when the person leaves."""

from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.hooks import acts_on_leaving, tells_own_data
from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.membership import end_all_memberships
from counterpoint.apps.directory.models import Correction


@tells_own_data
def memberships(person: Person) -> dict[str, Any]:
    return {
        "memberships": [
            {
                "organisation": held.organisation.name,
                "role": held.role,
                "since": held.since_at.isoformat(),
            }
            for held in person.memberships.select_related("organisation")
        ],
        "claims": [
            {
                "organisation": made.organisation.name,
                "evidence": made.evidence,
                "made_at": made.made_at.isoformat(),
                "stage": made.stage,
            }
            for made in person.claims.select_related("organisation")
        ],
        "corrections": list(
            Correction.objects.filter(by=person).values("suggestion", "stage", "answer")
        ),
    }


@acts_on_leaving
def leave(person: Person, at: datetime) -> None:
    end_all_memberships(person, at)
    Correction.objects.filter(by=person).update(by=None, email="")
