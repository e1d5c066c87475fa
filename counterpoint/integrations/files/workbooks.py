"""XLSX, XLS and ODS, sheet by sheet."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import python_calamine as calamine

from counterpoint.integrations.files.refusals import (
    EncryptedFile,
    SheetTooWide,
    UnreadableFile,
)
from counterpoint.integrations.files.sheets import (
    ROWS_BETWEEN_REPORTS,
    Progress,
    RawRow,
    Sheet,
)
from counterpoint.integrations.files.sniffing import FileType

# The library holds a sheet as one block from its first cell to its last, about 40 bytes a cell:
# a stray cell in the last row of an empty sheet would ask for 17,000 million of them.
MOST_CELLS = 5_000_000
REFERENCE = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?(/?)>')
CHUNK = 1 << 20
OVERLAP = 400


def sheets(path: Path, kind: FileType, progress: Progress) -> Iterator[Sheet]:
    if kind is FileType.XLSX:
        check_spread(path)
    try:
        workbook = calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError as error:
        raise EncryptedFile from error
    except (calamine.CalamineError, OSError) as error:
        raise UnreadableFile(why=error) from error
    names = [
        (about.name, about.visible != calamine.SheetVisibleEnum.Visible)
        for about in workbook.sheets_metadata
        if about.typ == calamine.SheetTypeEnum.WorkSheet
    ]
    for index, (name, is_hidden) in enumerate(names):
        rows = partial(_rows, workbook, name, progress, index, len(names))
        yield Sheet(name, rows, is_hidden)


def _rows(
    workbook: Any, name: str, progress: Progress, index: int, count: int
) -> Iterator[RawRow]:
    try:
        sheet = workbook.get_sheet_by_name(name)
        height = max(sheet.total_height, 1)
        # The library begins at the first used column, so the letters of columns would shift.
        before = [""] * (sheet.start[1] if sheet.start else 0)
        # Rows before the first used one come too, empty, so the numbers are the sheet's own.
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            if number % ROWS_BETWEEN_REPORTS == 0:
                progress.at(index * height + number, count * height)
            if tidy := _without_empty_end(cells):
                yield number, before + tidy
    except calamine.CalamineError as error:
        raise UnreadableFile(why=error) from error
    progress.at(index + 1, count)


def _without_empty_end(cells: Sequence[Any]) -> list[object]:
    found = [_plain(cell) for cell in cells]
    while found and found[-1] in ("", None):
        found.pop()
    return found


def _plain(cell: object) -> object:
    """Times and lengths of time have no place in a list of records: they are read as text."""
    if isinstance(cell, time | timedelta):
        return str(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return date(cell.year, cell.month, cell.day)
    return cell


def check_spread(path: Path) -> None:
    """How far the cells with something in them reach, read from the XML before it is trusted."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                rows, columns = _spread(archive, name)
                if rows * columns > MOST_CELLS:
                    raise SheetTooWide(sheet=name.rsplit("/", 1)[-1], cells=rows * columns)


def _spread(archive: zipfile.ZipFile, name: str) -> tuple[int, int]:
    last_row = last_column = 0
    kept = b""
    with archive.open(name) as stream:
        while chunk := stream.read(CHUNK):
            text = kept + chunk
            for letters, row, is_empty in REFERENCE.findall(text):
                if not is_empty:
                    last_row = max(last_row, int(row))
                    last_column = max(last_column, _column_number(letters))
            kept = text[-OVERLAP:]
    return last_row, last_column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
