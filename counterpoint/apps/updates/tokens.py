"""Signed links. What they allow is in their salt, so that no link opens another door."""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from counterpoint.apps.updates.models import SignUp, Subscriber

CONFIRMS_FOR = timedelta(days=7)
OPENS_FOR = timedelta(days=60)
CONFIRM, PREFERENCES, LEAVE = "updates.confirm", "updates.preferences", "updates.leave"


@dataclass(frozen=True)
class Opened:
    value: str
    is_expired: bool = False


def to_confirm(asked: SignUp) -> str:
    return signing.dumps(asked.pk, salt=CONFIRM)


def to_preferences(subscriber: Subscriber) -> str:
    return signing.dumps(subscriber.key, salt=PREFERENCES)


def to_leave(subscriber: Subscriber) -> str:
    """Never runs out: whoever finds an old mail can still unsubscribe."""
    return signing.dumps(subscriber.key, salt=LEAVE)


def opened(token: str, salt: str) -> Opened | None:
    """None for a link that is not ours."""
    longest = {CONFIRM: CONFIRMS_FOR, PREFERENCES: OPENS_FOR}.get(salt)
    try:
        return Opened(str(signing.loads(token, salt=salt, max_age=longest)))
    except signing.SignatureExpired:
        return Opened(str(signing.loads(token, salt=salt)), is_expired=True)
    except signing.BadSignature:
        return None
