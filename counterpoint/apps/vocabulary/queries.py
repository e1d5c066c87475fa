"""The vocabulary in force, ready to be asked; built once for each release in each process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock

from counterpoint.apps.vocabulary import files, models, stored, uses
from counterpoint.domain.vocabulary.concepts import Vocabulary
from counterpoint.domain.vocabulary.crosswalk import Crosswalk
from counterpoint.domain.vocabulary.index import Index
from counterpoint.domain.vocabulary.lexicon import Lexicon

ORDINARY_WORDS = Path(__file__).parents[2] / "sources" / "words" / "ordinary_words.txt"


class InForce:
    """What one release says. Ask for it once where several parts of it are needed."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256

    @cached_property
    def vocabulary(self) -> Vocabulary:
        with _collector_resting():
            return stored.vocabulary_in_force()

    @cached_property
    def lexicon(self) -> Lexicon:
        vocabulary = self.vocabulary
        with _collector_resting():
            return Lexicon(vocabulary, ordinary_words())

    @cached_property
    def index(self) -> Index:
        vocabulary = self.vocabulary
        with _collector_resting():
            return Index(vocabulary)

    @cached_property
    def crosswalk(self) -> Crosswalk:
        vocabulary = self.vocabulary
        with _collector_resting():
            return Crosswalk(vocabulary)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Everything built here stays, and looking for garbage in it takes a third of the time."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


_lock = Lock()
_latest = InForce("")


def latest_release() -> models.Release | None:
    return models.Release.objects.order_by("-id").first()


def is_behind(folder: Path) -> bool:
    """Whether the files of the folder say something else than what is loaded."""
    return release_hash() != files.sha256(files.texts(folder))


def in_force() -> InForce:
    """Asks for the latest hash each time, so that every process follows a new release."""
    global _latest
    found = models.Release.objects.order_by("-id").values_list("sha256", flat=True).first()
    with _lock:
        if found is None:
            return InForce("")
        if found != _latest.sha256:
            _latest = InForce(found)
        return _latest


def vocabulary() -> Vocabulary:
    return in_force().vocabulary


def lexicon() -> Lexicon:
    return in_force().lexicon


def index() -> Index:
    return in_force().index


def release_hash() -> str:
    """Of what is in force; empty when nothing is."""
    return in_force().sha256


def crosswalk() -> Crosswalk:
    return in_force().crosswalk


def where_used(concept: models.Concept, index: Index) -> list[uses.Use]:
    """Of the concept or of anything below it."""
    codes = index.below(concept.code)
    below = models.Concept.objects.filter(code__in=codes).values_list("pk", flat=True)
    return uses.of(concept, tuple(below))


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    return frozenset(ORDINARY_WORDS.read_text(encoding="utf-8").split())
