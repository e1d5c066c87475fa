"""What every kind of file gives: sheets of rows, or one list of entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RawRow = tuple[int, Sequence[object]]
Entry = tuple[int, Mapping[str, Any]]


@dataclass(slots=True)
class Progress:
    """How much of a file has gone by, 0 to 1. Whoever reads keeps it up to date."""

    share: float = 0.0

    def at(self, done: int, of: int) -> None:
        self.share = min(1.0, done / of) if of else 1.0


# Often enough for a display, seldom enough to cost nothing.
ROWS_BETWEEN_REPORTS = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows come with the numbers that a spreadsheet shows; empty rows are left out but counted.
    `rows` may be called again to start over."""

    name: str
    rows: Callable[[], Iterator[RawRow]]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class EntryList:
    """Entries come with their position in the list, from 1."""

    name: str
    entries: Callable[[], Iterator[Entry]]
