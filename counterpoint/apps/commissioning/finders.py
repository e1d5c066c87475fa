"""Who might answer a call. Matching stands above this app and registers its finder here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import Organisation

MOST_FOUND = 12


@dataclass(frozen=True)
class Found:
    organisation: Organisation
    reason: str


Finder = Callable[[Call, int, date], list[Found]]
_FINDERS: list[Finder] = []


def register(finder: Finder) -> Finder:
    if finder not in _FINDERS:
        _FINDERS.append(finder)
    return finder


def found_for(call: Call, on: date) -> list[Found]:
    """Each organisation once, with the first reason that was found for it."""
    seen: dict[int, Found] = {}
    for finder in _FINDERS:
        for one in finder(call, MOST_FOUND, on):
            seen.setdefault(one.organisation.pk, one)
    return list(seen.values())
