"""Files brought in the way they come in life, and what they leave for a person to decide."""

from datetime import datetime
from pathlib import Path
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.imports.actions.mappings import save_mapping
from counterpoint.apps.imports.actions.running import run_to_end
from counterpoint.apps.imports.actions.starting import start
from counterpoint.apps.imports.models import DoubtfulMatch, ImportRun, SavedMapping
from counterpoint.domain.interchange.records import RecordKind
from tests.factories import directory
from tests.factories.directory import AT

OFFERS = """id,title,description,place,organisation
1,Singing for health,A weekly choir,Leeds,Tideway Voices
2,Dance at home,Gentle dance for falls,Hull,Tideway Steps
"""
# The second row cannot be used: it has no title.
OFFERS_WITH_A_FAULT = """id,title,description,place,organisation
1,Singing for health,A weekly choir,Leeds,Tideway Voices
2,,Gentle dance for falls,Hull,Tideway Steps
"""
# The second has no sum.
AWARDS_WITH_A_FAULT = """id,recipient,amount,title,funder
1,Tideway Voices Ltd,1000,Songs,Tideway Giving Trust
2,Tideway Steps Ltd,Cellword,Dances,Tideway Giving Trust
"""


def imported(
    folder: Path,
    words: str = OFFERS,
    *,
    name: str = "offers.csv",
    is_dry_run: bool = False,
    is_upload: bool = False,
    by: Person | None = None,
    at: datetime = AT,
    **options: Any,
) -> ImportRun:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    run = start(
        path=path, options=options, is_dry_run=is_dry_run, is_upload=is_upload, by=by, at=at
    )
    return run_to_end(run=run, clock=lambda: at)


def doubt(
    run: ImportRun, here: str = "Example Truck Theatre", new: str = "Example Truck"
) -> DoubtfulMatch:
    pair: list[Organisation] = [directory.organisation(here), directory.organisation(new)]
    return DoubtfulMatch.objects.create(
        run=run,
        candidate=pair[0],
        newcomer=pair[1],
        score=0.65,
        evidence=["longer-name", "same-district"],
    )


def mapping(name: str = "The choir list", *, by: Person | None = None) -> SavedMapping:
    return save_mapping(
        name=name,
        kind=RecordKind.OFFER,
        columns={"title": "was", "description": "wie"},
        headings=["was", "wie", "wo"],
        by=by,
        at=AT,
    )
