"""What is forgotten by itself: each app says what runs out, `counterpoint forget` does it daily."""

from collections.abc import Callable
from datetime import datetime

Forgetting = Callable[[datetime], int]
_FORGETTING: dict[str, Forgetting] = {}


def forgets(what: str) -> Callable[[Forgetting], Forgetting]:
    def register(action: Forgetting) -> Forgetting:
        _FORGETTING[what] = action
        return action

    return register


def forget(at: datetime) -> dict[str, int]:
    """How many records of each kind lost their personal data now."""
    return {what: action(at) for what, action in _FORGETTING.items()}
