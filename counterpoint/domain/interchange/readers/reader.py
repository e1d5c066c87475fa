"""What every reader of a kind of file has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from counterpoint.domain.interchange.findings import Finding
from counterpoint.domain.interchange.publications import Publication
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import Record, RecordKind
from counterpoint.domain.interchange.rows import Row

Reading = tuple[Record | None, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a reader may know besides the row: its sheet, who published it, and names that others
    vouch for."""

    sheet: str = ""
    publisher: str = ""
    known_organisations: Container[str] = field(default_factory=frozenset)


class Reader(ABC):
    """Rows in, records and findings out. Cells are found by `heading_key`, not as written."""

    code: ClassVar[str]
    title: ClassVar[str]
    kind: RecordKind
    publication: Publication | None = None
    # Headings without which it is another kind of file.
    needs: ClassVar[frozenset[str]] = frozenset()
    # Headings that are used; the others are reported as left out.
    uses: frozenset[str] = frozenset()

    def __init__(self, keys: Sequence[str], around: Surroundings) -> None:
        self.keys = tuple(keys)
        self.around = around

    @classmethod
    def fits(cls, keys: frozenset[str]) -> bool:
        return cls.needs <= keys

    def read(self, row: Row) -> Reading:
        reading = RowReading(row)
        record = self.record(reading)
        return (None if reading.is_refused else record), reading.findings

    @abstractmethod
    def record(self, reading: RowReading) -> Record | None: ...

    def heading(self, column: str) -> str:
        """The key of the heading under which a reader of the file finds this column."""
        return column

    def left_out(self) -> Iterable[str]:
        return (key for key in self.keys if key not in self.needs | self.uses)
