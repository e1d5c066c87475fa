"""Everything that must stand before the product can answer: tables, terms, places, static files.

Each step says whether it is needed, so that preparing twice costs next to nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from counterpoint.apps.places import actions as places
from counterpoint.apps.publications import actions as publications
from counterpoint.apps.vocabulary import actions as vocabulary


@dataclass(frozen=True)
class Step:
    says: str
    is_needed: Callable[[], bool]
    do: Callable[[], None]


def _tables_are_behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _make_tables() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def _newest_static_file() -> float:
    ours = Path(__file__).resolve().parents[1]
    folders = (ours / "web" / "static", *ours.glob("apps/*/static"))
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return max((file.stat().st_mtime for file in files), default=0)


def _static_is_behind() -> bool:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return not manifest.exists() or manifest.stat().st_mtime < _newest_static_file()


def _collect_static() -> None:
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _load_vocabulary() -> None:
    vocabulary.load(folder=settings.VOCABULARIES, by=None, at=datetime.now(UTC))


def _load_guides() -> None:
    publications.load(by=None, at=datetime.now(UTC))


def _load_places() -> None:
    places.load_places(by=None, at=datetime.now(UTC))


TABLES = (Step("Making the tables", _tables_are_behind, _make_tables),)
RECORDS = (
    *TABLES,
    Step("Loading places", places.is_behind, _load_places),
    Step("Loading the vocabulary", vocabulary.is_behind, _load_vocabulary),
    Step("Loading the guidance", publications.is_behind, _load_guides),
)
PAGES = (Step("Collecting static files", _static_is_behind, _collect_static),)


def prepare(steps: tuple[Step, ...]) -> Iterator[str]:
    """Yields what is being done, before it is done; nothing when all stands already."""
    for step in steps:
        if step.is_needed():
            yield step.says
            step.do()
