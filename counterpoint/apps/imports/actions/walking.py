"""A file from its first row to its last, as records on their way in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

from counterpoint.apps.imports.actions.storing.arrivals import Arrival
from counterpoint.apps.imports.queries.formats import recognition
from counterpoint.apps.imports.queries.known_names import KnownNames
from counterpoint.apps.imports.queries.marks import row_secret
from counterpoint.apps.imports.queries.saved_mappings import mapping_for
from counterpoint.domain.interchange.faults import (
    COLUMNS_NOT_READ,
    FILE_NOT_READ,
    NOT_READ,
    TOO_MANY_CELLS,
)
from counterpoint.domain.interchange.findings import Finding, refused, warned
from counterpoint.domain.interchange.fingerprints import mark
from counterpoint.domain.interchange.headings import ROWS_LOOKED_AT
from counterpoint.domain.interchange.mapping import ColumnMapping
from counterpoint.domain.interchange.readers.ace_recovery_fund import SaidTotal, said_totals
from counterpoint.domain.interchange.readers.reader import Surroundings
from counterpoint.domain.interchange.recognition import Recognised, Unrecognised
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.domain.interchange.rows import Row
from counterpoint.integrations.files.opening import parts
from counterpoint.integrations.files.sheets import EntryList, Progress, RawRow, Sheet

ROWS_AT_ONCE = 3_000
# A sheet of totals is short; a list of awards is not one.
LONGEST_HEADLINE = 300
ENTRIES_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """What whoever imports a file said about it."""

    kind: RecordKind | None = None
    publisher: str = ""
    mapping: ColumnMapping | None = None


@dataclass(slots=True)
class Batch:
    """Some rows of one part of a file, read."""

    part: int
    sheet: str
    recognised: Recognised
    last_row: int = 0
    rows: int = 0
    left_out: int = 0
    arrivals: list[Arrival[Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """`batches` reads on; what else the file says is gathered on the way."""

    path: Path
    wish: Wish
    progress: Progress = field(default_factory=Progress)
    not_read: list[tuple[str, Unrecognised]] = field(default_factory=list)
    said: list[SaidTotal] = field(default_factory=list)
    remarks: list[tuple[str, Finding]] = field(default_factory=list)

    def batches(self) -> Iterator[Batch]:
        names, secret = KnownNames(), row_secret()
        for number, part in enumerate(parts(self.path, self.progress)):
            around = Surroundings(part.name, self.wish.publisher, names)
            if isinstance(part, Sheet):
                yield from self._of_sheet(number, part, around, secret)
            else:
                yield from self._of_list(number, part, around, secret)

    def _of_sheet(
        self, number: int, part: Sheet, around: Surroundings, secret: bytes
    ) -> Iterator[Batch]:
        rows = part.rows()
        first = list(islice(rows, ROWS_LOOKED_AT))
        found = self._recognise(first, around)
        if isinstance(found, Unrecognised):
            self._leave_out(part, found, first, rows)
            return
        self._remark_on_columns(part.name, found)
        after = (row for row in chain(first, rows) if row[0] > found.headings.last_row)
        keys = found.headings.keys
        yield from self._read(number, part.name, found, _as_rows(after, keys), secret)

    def _recognise(
        self, first: Sequence[RawRow], around: Surroundings
    ) -> Recognised | Unrecognised:
        wish = self.wish
        found = recognition().of_sheet(first, around, wanted=wish.kind, mapping=wish.mapping)
        if isinstance(found, Unrecognised) and found.headings and wish.mapping is None:
            saved = mapping_for(found.headings.keys)
            if saved:
                return recognition().of_sheet(first, around, mapping=saved)
        return found

    def _leave_out(
        self, part: Sheet, found: Unrecognised, first: Sequence[RawRow], rest: Iterator[RawRow]
    ) -> None:
        self.not_read.append((part.name, found))
        following = islice(rest, LONGEST_HEADLINE)
        self.said += said_totals(cells for _number, cells in chain(first, following))

    def _of_list(
        self, number: int, part: EntryList, around: Surroundings, secret: bytes
    ) -> Iterator[Batch]:
        entries = part.entries()
        first = list(islice(entries, ENTRIES_LOOKED_AT))
        keys = frozenset(
            key for _n, entry in first if isinstance(entry, dict) for key in entry
        )
        found = recognition().of_list(keys, around)
        if isinstance(found, Unrecognised):
            self.not_read.append((part.name, found))
            return
        rows = (Row(position, entry) for position, entry in chain(first, entries))
        yield from self._read(number, "", found, ((row, None) for row in rows), secret)

    def _remark_on_columns(self, sheet: str, found: Recognised) -> None:
        left = [found.headings.as_written(key) for key in found.reader.left_out()]
        if left:
            row = found.headings.last_row
            words = ", ".join(" ".join(name.split()) for name in left if name)
            self.remarks.append((sheet, warned(COLUMNS_NOT_READ, row=row, value=words)))

    def _read(
        self, number: int, sheet: str, found: Recognised, rows: Any, secret: bytes
    ) -> Iterator[Batch]:
        batch = Batch(number, sheet, found)
        for row, fault in rows:
            if batch.rows >= ROWS_AT_ONCE:
                yield batch
                batch = Batch(number, sheet, found)
            _read_one(row, fault, batch, secret)
        yield batch


def _as_rows(
    rows: Iterator[RawRow], keys: Sequence[str]
) -> Iterator[tuple[Row, Finding | None]]:
    width = len(keys)
    for number, cells in rows:
        fault = (
            refused(TOO_MANY_CELLS, row=number, value=cells[width])
            if len(cells) > width
            else None
        )
        yield Row(number, dict(zip(keys, cells, strict=False))), fault


def _read_one(row: Row, fault: Finding | None, batch: Batch, secret: bytes) -> None:
    batch.rows += 1
    batch.last_row = row.number
    # Before the reader sees it: it repairs entries of a list where they stand.
    content = mark((batch.sheet, row.cells), secret)
    record, findings = (None, [fault]) if fault else batch.recognised.reader.read(row)
    batch.findings += findings
    if record is not None:
        batch.arrivals.append(Arrival(record, batch.sheet, row.number, content))
    elif not any(finding.is_refusal for finding in findings):
        batch.left_out += 1


def not_read_finding(sheet: str, found: Unrecognised) -> Finding:
    return warned(NOT_READ if sheet else FILE_NOT_READ, row=0, value=sheet, why=found.why)
