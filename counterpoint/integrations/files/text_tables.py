"""CSV and its relatives, row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

from counterpoint.integrations.files.encodings import encoding_of
from counterpoint.integrations.files.refusals import BrokenTable
from counterpoint.integrations.files.sheets import (
    ROWS_BETWEEN_REPORTS,
    Progress,
    RawRow,
    Sheet,
)

DELIMITERS = (",", "\t", ";", "|")
SAMPLE_LINES = 50
SAMPLE_CHARACTERS = 200_000
# A cell longer than this is a quotation mark that was never closed.
LONGEST_CELL = 1_000_000


def sheets(path: Path, progress: Progress) -> Iterator[Sheet]:
    encoding = encoding_of(path)
    delimiter = delimiter_of(path, encoding)
    yield Sheet("", lambda: _rows(path, encoding, delimiter, progress))


def delimiter_of(path: Path, encoding: str) -> str:
    """The sign that cuts the first lines into the most columns, the same number in most lines."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        text = file.read(SAMPLE_CHARACTERS)
    is_cut = len(text) == SAMPLE_CHARACTERS
    return max(DELIMITERS, key=lambda sign: _fit(text, sign, is_cut))


def _fit(text: str, delimiter: str, is_cut: bool) -> tuple[float, int]:
    try:
        lines = text.splitlines(keepends=True)
        widths = [
            len(row)
            for row in csv.reader(lines[: SAMPLE_LINES * 4], delimiter=delimiter)
            if row
        ]
    except csv.Error:
        return (0.0, 0)
    widths = widths[: -1 if is_cut and len(widths) > 1 else None][:SAMPLE_LINES]
    if not widths or max(widths) == 1:
        return (0.0, 0)
    usual = max(set(widths), key=widths.count)
    return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)


def _rows(path: Path, encoding: str, delimiter: str, progress: Progress) -> Iterator[RawRow]:
    csv.field_size_limit(LONGEST_CELL)
    size, number = path.stat().st_size, 0
    with path.open("rb") as raw, TextIOWrapper(raw, encoding, "replace", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        try:
            for number, cells in enumerate(reader, start=1):
                if number % ROWS_BETWEEN_REPORTS == 0:
                    progress.at(raw.tell(), size)
                if any(cells):
                    yield number, _without_empty_end(cells)
        except csv.Error as error:
            raise BrokenTable(row=number + 1, why=error) from error
    progress.at(size, size)


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    """Spreadsheets write a comma for every column that was ever touched."""
    if cells[-1]:
        return cells
    last = len(cells)
    while last and not cells[last - 1]:
        last -= 1
    return cells[:last]
