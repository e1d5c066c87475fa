"""The beginning of a file that nobody knew how to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from counterpoint.apps.imports.models import ImportRun
from counterpoint.domain.interchange.headings import ROWS_LOOKED_AT, Headings, likely_headings
from counterpoint.domain.interchange.rows import one_line
from counterpoint.integrations.files.opening import parts
from counterpoint.integrations.files.sheets import Sheet

ROWS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Beginning:
    sheet: str
    headings: Headings
    rows: Sequence[Sequence[str]]


def beginning_of(run: ImportRun) -> Beginning | None:
    """The sheet whose headings the run remembers; a list in JSON has no columns to choose from."""
    wanted = list(run.checkpoint.get("headings", ()))
    for part in parts(Path(run.path)):
        if isinstance(part, Sheet):
            first = list(islice(part.rows(), ROWS_LOOKED_AT))
            found = likely_headings(first)
            if found and list(found.keys) == wanted:
                return Beginning(part.name, found, _rows_below(found, first))
    return None


def _rows_below(
    headings: Headings, first: Sequence[tuple[int, Sequence[object]]]
) -> list[list[str]]:
    width = len(headings.keys)
    below = [cells for number, cells in first if number > headings.last_row][:ROWS_SHOWN]
    return [[one_line(cell) for cell in [*cells, *[""] * width][:width]] for cells in below]
