"""The row of headings of a sheet, found by what it says, below front pages and titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterpoint.domain.interchange.rows import heading_key, one_line

RawRow = tuple[int, Sequence[object]]

# Headings stand near the top: the deepest seen so far is the third row, after a page of text.
ROWS_LOOKED_AT = 40
FEWEST_HEADINGS = 2
LONGEST_HEADING = 200
# A row of texts may have a column more than the headings, where one has no heading.
NEARLY = 0.6


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings as written and as compared, and the number of the last row they take up."""

    written: tuple[str, ...]
    keys: tuple[str, ...]
    last_row: int

    def as_written(self, key: str) -> str:
        return self.written[self.keys.index(key)] if key in self.keys else key


def headings_at(rows: Sequence[RawRow], start: int, depth: int = 1) -> Headings:
    """The headings in `depth` rows from here; a merged cell speaks for the cells to its right."""
    taken = rows[start : start + depth]
    width = max(len(cells) for _number, cells in taken)
    lines = [
        _spread(cells, width) if depth > 1 else _padded(cells, width)
        for _number, cells in taken
    ]
    written = [
        " ".join(dict.fromkeys(part for part in column if part))
        for column in zip(*lines, strict=True)
    ]
    while written and not written[-1]:
        written.pop()
    return Headings(tuple(written), _told_apart(written), taken[-1][0])


def _padded(cells: Sequence[object], width: int) -> list[str]:
    texts = [one_line(cell) for cell in cells]
    return texts + [""] * (width - len(texts))


def _spread(cells: Sequence[object], width: int) -> list[str]:
    texts = _padded(cells, width)
    for position in range(1, width):
        texts[position] = texts[position] or texts[position - 1]
    return texts


def _told_apart(written: Sequence[str]) -> tuple[str, ...]:
    """Keys of which none is empty and none occurs twice."""
    keys: list[str] = []
    for position, text in enumerate(written, start=1):
        key = heading_key(text) or f"column {position}"
        repeats = sum(1 for known in keys if known == key or known.startswith(f"{key} ("))
        keys.append(f"{key} ({repeats + 1})" if repeats else key)
    return tuple(keys)


def find_headings(
    rows: Sequence[RawRow], is_known: Callable[[frozenset[str]], bool]
) -> Headings | None:
    """The first row, or two rows together, that a reader knows; nothing if none does."""
    for depth in (1, 2):
        for start in range(min(len(rows), ROWS_LOOKED_AT) - depth + 1):
            if _could_be_headings(rows[start][1]):
                found = headings_at(rows, start, depth)
                if is_known(frozenset(found.keys)):
                    return found
    return None


def likely_headings(rows: Sequence[RawRow]) -> Headings | None:
    """For a list that no reader knows: the first row with nearly as many texts as any has."""
    counts = {
        position: _texts(cells)
        for position, (_number, cells) in enumerate(rows[:ROWS_LOOKED_AT])
        if _could_be_headings(cells)
    }
    if not counts:
        return None
    enough = NEARLY * max(counts.values())
    return headings_at(rows, next(place for place, count in counts.items() if count >= enough))


def _could_be_headings(cells: Sequence[object]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    numbers = sum(1 for cell in cells if cell not in (None, "") and not isinstance(cell, str))
    is_short = all(len(text) <= LONGEST_HEADING for text in texts)
    return len(texts) >= FEWEST_HEADINGS and is_short and numbers <= len(texts) // 4


def _texts(cells: Sequence[object]) -> int:
    return len({one_line(cell) for cell in cells if isinstance(cell, str) and cell.strip()})
