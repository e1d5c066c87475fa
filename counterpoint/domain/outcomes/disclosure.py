"""Which counts may be shown, so that nobody can be found in them. Under every reader, once.

Cells under ten are withheld, and zero too: a true zero beside a withheld cell gives its neighbour
away through the total. One withheld cell in a line is the total minus the rest, so a second is
withheld with it (secondary suppression), and together they must be ten people at least.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

SMALLEST_SHOWN = 10
ROUNDED_TO = 5

Cell = tuple[str, str]
Name = TypeVar("Name")


def suppressed(counts: Mapping[str, int]) -> dict[str, int | None]:
    """A line of counts whose total is shown beside it; None is withheld."""
    hidden = {name for name, count in counts.items() if count < SMALLEST_SHOWN}
    _cover(hidden, counts)
    return {name: None if name in hidden else count for name, count in counts.items()}


def suppressed_table(counts: Mapping[Cell, int]) -> dict[Cell, int | None]:
    """A table whose totals by row and by column are shown beside it."""
    hidden = {cell for cell, count in counts.items() if count < SMALLEST_SHOWN}
    lines = _lines(counts)
    # What covers a row may uncover a column, so the lines are gone over until nothing changes.
    while sum(_cover(hidden, line) for line in lines):
        pass
    return {cell: None if cell in hidden else count for cell, count in counts.items()}


def total(counts: Iterable[int]) -> int | None:
    whole = sum(counts)
    return whole if whole >= SMALLEST_SHOWN else None


def rounded(count: int | None) -> int | None:
    """To the nearest five. Round cells and totals each by themselves, then they need not add up,
    and the difference says less."""
    return None if count is None else ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def _lines(counts: Mapping[Cell, int]) -> list[dict[Cell, int]]:
    lines = []
    for side in (0, 1):
        names = dict.fromkeys(cell[side] for cell in counts)
        lines += [{cell: n for cell, n in counts.items() if cell[side] == x} for x in names]
    return lines


def _cover(hidden: set[Name], line: Mapping[Name, int]) -> bool:
    """Withholds the next smallest cells of the line until none can be worked out."""
    has_changed = False
    while True:
        inside = [name for name in line if name in hidden]
        shown = [name for name in line if name not in hidden]
        is_safe = len(inside) > 1 and sum(line[name] for name in inside) >= SMALLEST_SHOWN
        if not inside or is_safe or not shown:
            return has_changed
        hidden.add(min(shown, key=lambda name: line[name]))
        has_changed = True


@dataclass(frozen=True)
class Release:
    """People over whom something was shown: by one filter, or on one day."""

    people: frozenset[str]


def may_show(people: frozenset[str], earlier: Iterable[Release]) -> bool:
    """Whether figures over these people can stand beside what was shown before.

    Two figures over groups that differ by a few people give those few away by subtraction, whether
    the groups come from two filters or from two dates. So a group is shown if it has ten people,
    and if what it has more or less than each earlier group is nobody or ten people.
    """
    if len(people) < SMALLEST_SHOWN:
        return False
    return all(
        not 0 < len(apart) < SMALLEST_SHOWN
        for release in earlier
        for apart in (people - release.people, release.people - people)
    )
