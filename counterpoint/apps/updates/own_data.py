"""What updates holds about somebody, for a person with an account and for a subscriber's link."""

from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.hooks import acts_on_leaving, tells_own_data
from counterpoint.apps.accounts.models import Person
from counterpoint.apps.updates.actions import changing
from counterpoint.apps.updates.models import Campaign, Subscriber
from counterpoint.apps.updates.queries.subscribers import of_person


def held_about(subscriber: Subscriber) -> dict[str, Any]:
    moments = ("asked_at", "confirmed_at", "paused_at", "left_at", "stopped_at", "told_at")
    return {
        "email": subscriber.email,
        "language": subscriber.language,
        "frequency": subscriber.frequency,
        "words": subscriber.words,
        "consent": {"text": subscriber.consent_text, "page": subscriber.consent_page},
        **{
            name: moment.isoformat() if (moment := getattr(subscriber, name)) else None
            for name in moments
        },
        "choices": list(subscriber.choices.values("what", "code")),
        "follows": list(subscriber.follows.values("record_type", "record_id")),
        "mails": [
            {
                "made_at": mailing.made_at.isoformat(),
                "state": mailing.state,
                "newsletter": mailing.campaign.subject if mailing.campaign else None,
            }
            for mailing in subscriber.mailings.select_related("campaign")
        ],
    }


@tells_own_data
def updates(person: Person) -> dict[str, Any]:
    subscriber = of_person(person)
    return {"updates": held_about(subscriber)} if subscriber else {}


@acts_on_leaving
def leave(person: Person, at: datetime) -> None:
    """Before the address is blanked: whoever closes the account is not written to again."""
    subscriber = of_person(person)
    if subscriber:
        changing.erase(subscriber=subscriber, at=at)
    Campaign.objects.filter(by=person).update(by=None)
