"""Everything that must stand before the product can answer: tables, terms, places, static files.

Each step says whether it is needed, so that preparing twice costs next to nothing.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
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


def _static_sources() -> str:
    """A mark of every file that would be collected: another version of any gives another mark.

    Times alone are not enough: a copied folder and an unpacked release have times of their own.
    """
    whole = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            whole.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def _collected_mark() -> Path:
    return Path(settings.STATIC_ROOT) / "collected.txt"


def _static_is_behind() -> bool:
    mark = _collected_mark()
    return not mark.exists() or mark.read_text(encoding="ascii") != _static_sources()


def _collect_static() -> None:
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    _collected_mark().write_text(_static_sources(), encoding="ascii")


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
