"""The smallest valid programmes, made by the actions that make them in life."""

from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.programmes.actions import parts, programmes
from counterpoint.apps.programmes.models import Part, Programme
from tests.factories import directory
from tests.factories.directory import AT

SOURCE = "https://example.org/report"


def programme(
    name: str = "Example Programme",
    *,
    lead: Organisation | None = None,
    by: Person | None = None,
    at: datetime = AT,
    is_published: bool = True,
    **details: Any,
) -> Programme:
    words: Any = {"name": name, "aims": "More singing in Example Town.", **details}
    house = lead or directory.organisation()
    made = programmes.create_programme(lead=house, details=words, by=by, at=at)
    if is_published:
        programmes.publish_programme(programme=made, by=by, at=at)
    return made


def part_programme(
    of: Programme, name: str, kind: str = "locality", at: datetime = AT, **details: Any
) -> Programme:
    words: Any = {"name": name, "aims": "More singing here.", **details}
    made = programmes.create_part_programme(
        parent=of, kind=kind, details=words, by=None, at=at
    )
    programmes.publish_programme(programme=made, by=None, at=at)
    return made


def add(to: Programme, part: str, /, at: datetime = AT, **details: Any) -> Part:
    said = {"source_url": SOURCE, **details}
    return parts.add_part(programme=to, what=part, details=said, by=None, at=at)


def figure(of: Programme, figure: str, **details: Any) -> Part:
    said = {"question": "How many projects?", "source_name": "Example Report", **details}
    return add(of, "figure", figure=figure, **said)


def move(of: Programme, state: str, on: str = "", evidence: str = "A letter.") -> Part:
    return add(of, "move", state=state, on=on, evidence=evidence)
