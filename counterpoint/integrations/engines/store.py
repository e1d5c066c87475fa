"""What an engine needs of the store that holds its words, codes and facets.

Rows are numbers that the engine gives out, one for each version of a record: they tie the store to
the vectors beside it and are never used again.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counterpoint.domain.matching.engine import SearchDocument, SearchQuery

Filters = Mapping[str, tuple[str, ...]]

# A code that a record only reaches through the crosswalk counts for less than one that it says.
SHARE_OF_LINKED = 0.6


# What a store needs to fetch a row again without looking for it; means nothing to anybody else.
Handle = object


@dataclass(frozen=True, slots=True)
class Ranked:
    """Rows, best first, with their scores."""

    rows: Sequence[int] = ()
    scores: Sequence[float] = ()
    handles: Sequence[Handle] = ()
    # What a record of middling length would score that has every word asked for once.
    full_score: float = 1.0


@dataclass(frozen=True, slots=True)
class Kept:
    key: str
    stored: str


def rarity(number: int, having: int) -> float:
    """The inverse document frequency of BM25: how much a word says that so many records have."""
    return math.log(1 + (number - having + 0.5) / (having + 0.5))


class StoreReader(Protocol):
    def by_words(self, query: SearchQuery, limit: int) -> Ranked: ...

    def by_codes(self, query: SearchQuery, limit: int) -> Ranked: ...

    def newest(self, query: SearchQuery, limit: int) -> Ranked:
        """For a question that asks for nothing: everything within the filters."""
        ...

    def within(self, filters: Filters, most: int) -> Ranked | None:
        """What the filters leave, or None when that is more than `most`."""
        ...

    def living(self, rows: Sequence[int], filters: Filters) -> dict[int, Handle]:
        """Those of the rows that are still there and within the filters."""
        ...

    def total_and_counts(self, query: SearchQuery) -> tuple[int, dict[str, dict[str, int]]]:
        """How many there are; counts by facet, of the best thousand at least."""
        ...

    def fetch(self, handles: Sequence[Handle]) -> list[Kept]: ...

    def keys(self) -> Iterator[str]: ...

    def count(self) -> int: ...

    def highest_row(self) -> int: ...


class StoreWriter(Protocol):
    def put(self, row: int, document: SearchDocument) -> None: ...

    def take_out(self, key: str) -> None: ...

    def commit(self) -> None: ...


class Store(Protocol):
    name: str
    head: str  # the file that every commit replaces

    def create(self, folder: Path) -> None: ...

    def writer(self, folder: Path, *, is_bulk: bool) -> AbstractContextManager[StoreWriter]:
        """What is not committed when the block ends is as if it had never been put."""
        ...

    def reader(self, folder: Path) -> StoreReader: ...
