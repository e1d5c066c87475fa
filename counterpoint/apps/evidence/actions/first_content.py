"""The first forty studies, from our own file. Loading it again changes nothing."""

from datetime import datetime
from pathlib import Path

import yaml

from counterpoint.apps.evidence.actions.studies import record_study
from counterpoint.apps.evidence.models import Study

FILE = Path(__file__).resolve().parents[3] / "sources" / "evidence" / "key_studies.yaml"


def load(*, at: datetime) -> int:
    """How many were new."""
    known = set(Study.objects.values_list("key", flat=True))
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))["studies"]
    new = [row for row in rows if row["key"] not in known]
    for row in new:
        record_study(
            concepts=row.pop("concepts"),
            effects=row.pop("effects"),
            assertions=row.pop("assertions", ()),
            details=row,
            by=None,
            at=at,
        )
    return len(new)
