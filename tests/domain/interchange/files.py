"""The small files of tests/files, read without the product's own file readers."""

import csv
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from counterpoint.domain.interchange.findings import Finding
from counterpoint.domain.interchange.headings import RawRow
from counterpoint.domain.interchange.readers.reader import Surroundings
from counterpoint.domain.interchange.recognition import Recognised, Recognition
from counterpoint.domain.interchange.records import Record
from counterpoint.domain.interchange.rows import Row

FILES = Path(__file__).parents[2] / "files"
SCHEMA = Path(__file__).parents[3] / "counterpoint/sources/schemas/360giving/grant.json"


@cache
def recognition() -> Recognition:
    return Recognition(json.loads(SCHEMA.read_text(encoding="utf-8")))


def table(name: str) -> list[RawRow]:
    delimiter = "\t" if name.endswith(".tsv") else ","
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    # As a workbook has them: numbers are numbers.
    return [
        (number, [_cell(cell) for cell in row]) for number, row in enumerate(rows, start=1)
    ]


def _cell(cell: str) -> object:
    return (
        float(cell)
        if cell.isdecimal() and not cell.startswith("0") and len(cell) < 12
        else cell
    )


def grants(name: str) -> list[Any]:
    with (FILES / name).open(encoding="utf-8") as file:
        found: list[Any] = json.load(file, parse_float=Decimal)["grants"]
    return found


def read(
    rows: list[RawRow], around: Surroundings | None = None, **wishes: Any
) -> tuple[Recognised, list[Record], list[Finding]]:
    """What a sheet is recognised as, its records, and everything that was found."""
    found = recognition().of_sheet(rows, around or Surroundings(sheet="Sheet1"), **wishes)
    assert isinstance(found, Recognised), found
    records: list[Record] = []
    findings: list[Finding] = []
    for number, cells in rows:
        if number > found.headings.last_row:
            row = Row(number, dict(zip(found.headings.keys, cells, strict=False)))
            record, remarks = found.reader.read(row)
            findings += remarks
            if record is not None:
                records.append(record)
    return found, records, findings


def codes(findings: list[Finding]) -> list[str]:
    return [finding.fault.code for finding in findings]
