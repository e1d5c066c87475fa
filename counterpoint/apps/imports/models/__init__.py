"""Runs of imports, what they found, what they changed, and what waits for a person."""

from counterpoint.apps.imports.models.doubts import DoubtfulMatch
from counterpoint.apps.imports.models.findings import Finding
from counterpoint.apps.imports.models.mappings import SavedMapping
from counterpoint.apps.imports.models.records import ImportChange, ImportedRecord
from counterpoint.apps.imports.models.runs import ImportRun, Stage

__all__ = [
    "DoubtfulMatch",
    "Finding",
    "ImportChange",
    "ImportRun",
    "ImportedRecord",
    "SavedMapping",
    "Stage",
]
