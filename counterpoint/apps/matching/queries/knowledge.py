"""What matching knows besides records: the vocabulary as meanings, and the engine to ask."""

import gc
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.domain.matching.engine import Engine
from counterpoint.domain.matching.hints import Pointers
from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.vocabulary.concepts import Vocabulary
from counterpoint.integrations.engines.fused import FusedEngine
from counterpoint.integrations.engines.sentence_model import sentence_space
from counterpoint.integrations.engines.tantivy_store import TantivyStore

POINTERS = Path(__file__).parents[3] / "sources" / "words" / "pointers.txt"

_lock = Lock()
_latest: tuple[Vocabulary, Meaning] | None = None


def meaning() -> Meaning:
    """Made once for each release of the vocabulary in each process."""
    global _latest
    in_force = vocabulary.vocabulary()
    with _lock:
        if _latest is None or _latest[0] is not in_force:
            _latest = in_force, Meaning(in_force, vocabulary.crosswalk(), pointers())
            vocabulary.lexicon()
            _leave_out_of_collections()
        return _latest[1]


@lru_cache(maxsize=1)
def pointers() -> Pointers:
    """By concept, the words that point to it: `code: word, two words, …`, a line each."""
    lines = POINTERS.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {
        code.strip(): tuple(word.strip() for word in words.split(",") if word.strip())
        for code, _, words in pairs
    }


def _leave_out_of_collections() -> None:
    """The vocabulary stays for the life of the process; looking through it for garbage again and
    again held up one page in twenty for 150 ms."""
    gc.collect()
    gc.freeze()


# Raised when records are read or filed in another way than before: their documents are then stale.
READING = 3


def vocabulary_mark() -> str:
    """Changes with the vocabulary and with how it is read: an index made with another is stale."""
    release = vocabulary.latest_release()
    return f"{release.sha256 if release else 'none'}-{READING}"


def engine() -> Engine:
    return _engine(Path(settings.SEARCH_INDEX), settings.SENTENCE_MODEL)


@lru_cache(maxsize=4)
def _engine(folder: Path, model: str) -> Engine:
    space = sentence_space(Path(model)) if model else None
    return FusedEngine(folder, TantivyStore(), (space,) if space else ())
