"""Guides of the tests, written as files and loaded as files are."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from counterpoint.apps.publications import actions
from counterpoint.apps.publications.models import Guide
from tests.factories.written_guides import guide_fields

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def write(folder: Path, *guides: dict[str, Any]) -> Path:
    for guide in guides:
        text = yaml.safe_dump(guide, allow_unicode=True)
        (folder / f"{guide['slug']}.yaml").write_text(text, encoding="utf-8")
    return folder


def load_guides(*guides: dict[str, Any], at: datetime = AT) -> list[Guide]:
    with tempfile.TemporaryDirectory() as folder:
        actions.load(
            folder=write(Path(folder), *(guides or (guide_fields(),))), by=None, at=at
        )
    return list(Guide.objects.in_force())
