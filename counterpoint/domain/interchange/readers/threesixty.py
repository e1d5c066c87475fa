"""360Giving in its two shapes: a list of grants in JSON, and a spreadsheet with the same fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterpoint.domain.interchange.faults import NOT_A_RECORD
from counterpoint.domain.interchange.readers.reader import Reader, Surroundings
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import AwardRecord, RecordKind
from counterpoint.domain.interchange.threesixty.grants import Grants
from counterpoint.domain.interchange.threesixty.titles import Path, Unflattening
from counterpoint.domain.interchange.threesixty.validation import Standard

# Two of the standard's own headings, of which no other kind of list uses both.
TITLES = frozenset({"recipient org:name", "amount awarded"})
FIELD_NAMES = frozenset({"recipientorganization/0/name", "amountawarded"})


class GrantsSheet(Reader):
    """One row a grant, with the titles or the field names of the standard as headings."""

    code = "360giving-sheet"
    title = "Grants as a 360Giving spreadsheet"
    kind = RecordKind.AWARD

    def __init__(
        self,
        keys: Sequence[str],
        around: Surroundings,
        standard: Standard,
        paths: dict[str, Path],
    ) -> None:
        super().__init__(keys, around)
        self.unflattening = Unflattening(keys, paths)
        self.uses = frozenset(self.unflattening.used)
        self.headings = {
            "/".join(map(str, path)): key for key, path in self.unflattening.steps
        }
        self.grants = Grants(
            standard, known_organisations=around.known_organisations, texts_are_normal=True
        )

    @classmethod
    def fits(cls, keys: frozenset[str]) -> bool:
        return (
            keys >= TITLES
            or keys >= FIELD_NAMES
            or keys >= {"amount awarded", "recipient ind:name"}
        )

    def heading(self, column: str) -> str:
        return self.headings.get(column, column)

    def record(self, reading: RowReading) -> AwardRecord | None:
        return self.grants.award(self.unflattening.grant(reading.row.cells), reading)


class GrantsList(Reader):
    """One entry of the list a grant."""

    code = "360giving-json"
    title = "Grants as 360Giving JSON"
    kind = RecordKind.AWARD

    def __init__(self, keys: Sequence[str], around: Surroundings, standard: Standard) -> None:
        super().__init__(keys, around)
        self.grants = Grants(standard, known_organisations=around.known_organisations)

    @classmethod
    def fits(cls, keys: frozenset[str]) -> bool:
        return (
            bool(keys & {"recipientorganization", "recipientindividual"})
            and "amountawarded" in keys
        )

    def record(self, reading: RowReading) -> AwardRecord | None:
        grant: Any = reading.row.cells
        if not isinstance(grant, dict):
            reading.refuse(NOT_A_RECORD)
            return None
        return self.grants.award(dict(grant), reading)
