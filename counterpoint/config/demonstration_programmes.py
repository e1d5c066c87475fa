"""The worked example's programme: through the same actions that people use."""

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from counterpoint.apps.directory.queries.naming import namesakes
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.programmes.actions import parts, programmes
from counterpoint.apps.programmes.models import Programme

# Heading of the file, kind of part.
LISTS = {
    "strands": "strand",
    "partners": "partner",
    "money": "money",
    "figures": "figure",
    "moves": "move",
    "items": "item",
    "questions": "question",
    "lessons": "lesson",
}
NAMES = {"source": "source_url", "for": "audience", "when": "on"}


@transaction.atomic
def load_programmes(path: Path, at: datetime) -> None:
    """The first is the programme, the others are its parts. What is there already stays."""
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    first, *others = read["programmes"]
    if Programme.objects.filter(name=first["name"]).exists():
        return
    sources = read["sources"]
    lead = namesakes(first["lead"])[0]
    parent = programmes.create_programme(
        lead=lead, details=_details(first, sources), by=None, at=at
    )
    _fill(parent, first, sources, at)
    for row in others:
        details = _details(row, sources)
        part = programmes.create_part_programme(
            parent=parent, kind=row["kind"], details=details, by=None, at=at
        )
        _fill(part, row, sources, at)


def _details(row: dict[str, Any], sources: dict[str, str]) -> Any:
    return {
        "name": row["name"],
        "aims": row["aims"],
        "method": row.get("method", ""),
        "starts": row.get("starts", ""),
        "ends": row.get("ends", ""),
        "place": placed(row["place"]).place if "place" in row else None,
        "source_url": sources[row["source"]],
    }


def _fill(
    programme: Programme, row: dict[str, Any], sources: dict[str, str], at: datetime
) -> None:
    for heading, what in LISTS.items():
        for said in row.get(heading, ()):
            details = _part(what, said, sources)
            parts.add_part(programme=programme, what=what, details=details, by=None, at=at)
    programmes.publish_programme(programme=programme, by=None, at=at)


def _part(what: str, said: dict[str, Any], sources: dict[str, str]) -> dict[str, Any]:
    names = dict(NAMES, by="source_name", when="said_on") if what == "figure" else NAMES
    names = dict(names, by="by_whom") if what == "item" else names
    details = {names.get(name, name): str(value) for name, value in said.items()}
    details["source_url"] = sources[said["source"]]
    return details
