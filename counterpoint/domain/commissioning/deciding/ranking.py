"""The order of applications by their weighted score, ties and minimums said.

Equal scores share a place, and the next one counts on from all of them (1, 2, 2, 4): who stands
before whom among equals is a decision, not arithmetic.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Entry:
    application: int
    score: Decimal
    below: tuple[str, ...] = ()  # titles of criteria under their minimum


@dataclass(frozen=True, slots=True)
class Ranked:
    place: int
    entry: Entry
    is_tied: bool

    @property
    def may_be_awarded(self) -> bool:
        return not self.entry.below


def ranked(entries: Iterable[Entry]) -> tuple[Ranked, ...]:
    """Best first; among equals in the order of their numbers, which means nothing."""
    ordered = sorted(entries, key=lambda one: (-one.score, one.application))
    scores = [one.score for one in ordered]
    return tuple(
        Ranked(scores.index(one.score) + 1, one, scores.count(one.score) > 1)
        for one in ordered
    )
