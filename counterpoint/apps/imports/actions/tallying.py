"""What was found wrong, counted and grouped: the first of each sort in full, the refused all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from counterpoint.apps.imports.actions.storing.tables import Table
from counterpoint.apps.imports.models import Finding as StoredFinding
from counterpoint.apps.imports.models import ImportRun
from counterpoint.domain.interchange.findings import Finding

# Enough to see the pattern; a column with the same fault a million times needs one mending.
WARNINGS_KEPT = 20

Placed = tuple[str, str, Finding]


class Tallies:
    """Kept with the run between batches, so that a run that goes on counts on."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.by_key: dict[tuple[str, str], dict[str, Any]] = {
            (tally["code"], tally["column"]): tally for tally in run.tallies
        }

    def add(self, placed: Iterable[Placed]) -> None:
        """Each with its sheet and the heading of its column as the file writes it."""
        kept = [
            (sheet, column, finding)
            for sheet, column, finding in placed
            if self._count(sheet, column, finding) or finding.is_refusal
        ]
        _store(self.run, kept)
        self.run.tallies = list(self.by_key.values())

    def _count(self, sheet: str, column: str, finding: Finding) -> bool:
        tally = self.by_key.setdefault(
            (finding.fault.code, column),
            {
                "code": finding.fault.code,
                "column": column,
                "is_refusal": finding.is_refusal,
                "count": 0,
                "sheet": sheet,
                "rows": [],
                "value": finding.value,
                "more": dict(finding.more),
            },
        )
        tally["count"] += 1
        if len(tally["rows"]) < 3:
            tally["rows"].append(finding.row)
        return bool(tally["count"] <= WARNINGS_KEPT)


def _store(run: ImportRun, kept: Iterable[Placed]) -> None:
    fields = ("run", "is_refusal", "code", "sheet", "row", "column", "value", "more")
    Table(StoredFinding, *fields).insert(
        (
            run.pk,
            finding.is_refusal,
            finding.fault.code,
            sheet[:120],
            finding.row,
            column[:200],
            finding.value[:200],
            dict(finding.more),
        )
        for sheet, column, finding in kept
    )
