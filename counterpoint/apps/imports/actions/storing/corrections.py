"""What a corrected file changed, kept so that it can be told and put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counterpoint.apps.imports.actions.storing.arrivals import Voyage
from counterpoint.apps.imports.actions.storing.tables import Table
from counterpoint.apps.imports.models import ImportChange


@dataclass(frozen=True, slots=True)
class Correction:
    """`differences` is before and after, by field."""

    record_id: int
    name: str
    row: int
    differences: Mapping[str, tuple[Any, Any]]


def keep_corrections(
    voyage: Voyage, record_type: str, corrections: Iterable[Correction]
) -> None:
    table = Table(
        ImportChange,
        "run",
        "record_type",
        "record_id",
        "record_name",
        "before",
        "after",
        "row",
    )
    table.insert(
        (
            voyage.run_id,
            record_type,
            one.record_id,
            one.name[:300],
            {field: old for field, (old, _new) in one.differences.items()},
            {field: new for field, (_old, new) in one.differences.items()},
            one.row,
        )
        for one in corrections
    )
