"""A question as it is asked: somebody's words, and everything they moved, narrowed or took off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from counterpoint.domain.matching.criteria import Weights
from counterpoint.domain.matching.statement import Side

LONGEST_TEXT = 8_000  # characters; a tender is asked by its first pages
PAGE_SIZE = 20

# What is looked for from each side: the answer itself first, then who else may help.
KINDS_FOR: Mapping[Side, tuple[str, ...]] = {
    Side.NEED: ("offer", "organisation", "award"),
    Side.OFFER: ("need", "call", "organisation", "award"),
}


@dataclass(frozen=True)
class Question:
    side: Side
    text: str
    place_words: str = ""
    kind: str = ""  # empty: all that are looked for from this side
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    weights: Weights = field(default_factory=Weights)
    people: int | None = None
    money: Decimal | None = None
    anyway: bool = False
    sort: str = "match"
    page: int = 1
    page_size: int = PAGE_SIZE

    @property
    def kinds(self) -> tuple[str, ...]:
        return (self.kind,) if self.kind else KINDS_FOR[self.side]

    @property
    def is_empty(self) -> bool:
        return not (
            self.text.strip() or self.added or self.filters or self.place_words.strip()
        )
