"""What stands before a story begins: the real terms and places, and the invented examples."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from counterpoint.apps.imports.actions.running import run_to_end
from counterpoint.apps.imports.actions.starting import start
from counterpoint.apps.places import actions as places
from counterpoint.apps.vocabulary import actions as vocabulary

EXAMPLES = Path(__file__).resolve().parents[2] / "counterpoint/sources/demonstration"


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def terms_and_places(transactional_db: None, tmp_path: Path, settings: Any) -> None:
    settings.SEARCH_INDEX = tmp_path / "search"
    places.load_places(by=None, at=now())
    vocabulary.load(folder=settings.VOCABULARIES, by=None, at=now())


@pytest.fixture
def examples(terms_and_places: None) -> None:
    """Forty invented offers and the needs beside them, findable."""
    for name in ("offers", "needs"):
        path = EXAMPLES / f"example_{name}.csv"
        run = start(path=path, options={"kind": name}, by=None, at=now())
        run_to_end(run=run, clock=now)
        assert not run.trouble
    take_over_changes()


def take_over_changes() -> None:
    """What the indexer does all the time while the product runs."""
    call_command("index", verbosity=0)
