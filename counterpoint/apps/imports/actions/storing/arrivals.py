"""What a batch is made of, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from counterpoint.domain.interchange.findings import Finding
from counterpoint.domain.interchange.records import Record

One = TypeVar("One", bound=Record)


@dataclass(frozen=True, slots=True)
class Arrival(Generic[One]):
    """A record on its way in, with the row it came from and the mark of that row's content."""

    record: One
    sheet: str
    row: int
    mark: str

    @property
    def record_name(self) -> str:
        """How a reader of a report would call it."""
        record = self.record
        named = getattr(record, "title", "") or getattr(record, "name", "")
        return str(named or getattr(record, "words", ""))


@dataclass(frozen=True, slots=True)
class Voyage:
    """What all batches of one import have in common."""

    run_id: int
    source_id: int
    source_file_id: int
    at: datetime
    is_dry_run: bool = False


@dataclass(slots=True)
class Outcome:
    """Counts by what happened: added, changed, unchanged, duplicate, and remarks on rows."""

    counts: Counter[str] = field(default_factory=Counter)
    duplicates: set[int] = field(default_factory=set)
    findings: list[tuple[str, Finding]] = field(default_factory=list)

    def remark(self, sheet: str, findings: Iterable[Finding]) -> None:
        self.findings.extend((sheet, finding) for finding in findings)
