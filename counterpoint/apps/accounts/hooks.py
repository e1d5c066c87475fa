"""Where apps above this one say what they hold about a person, and what leaving means for them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.models import Person

OwnData = Callable[[Person], dict[str, Any]]
Leaving = Callable[[Person, datetime], None]

_OWN_DATA: list[OwnData] = []
_LEAVING: list[Leaving] = []


def tells_own_data(question: OwnData) -> OwnData:
    _OWN_DATA.append(question)
    return question


def acts_on_leaving(action: Leaving) -> Leaving:
    _LEAVING.append(action)
    return action


def own_data(person: Person) -> dict[str, Any]:
    """Everything held about a person, by subject, as plain values for a download."""
    found: dict[str, Any] = {}
    for question in _OWN_DATA:
        found |= question(person)
    return found


def leave(person: Person, at: datetime) -> None:
    for action in _LEAVING:
        action(person, at)
