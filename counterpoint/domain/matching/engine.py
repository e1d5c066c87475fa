"""The port through which records are found: what any search engine must take and give back.

Only values cross it. An engine finds candidates and says how they were found; it does not decide
what is a good match (see `weighing`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

# What a record can be narrowed down and counted by.
FACETS = (
    "kind",
    "side",
    "art_form",
    "activity",
    "outcome",
    "condition",
    "population",
    "setting",
    "tier",
    "place",
    "source",
    "year",
)

# As many as are worth weighing: on the judged collections the right answer past rank 200 of every
# leg was as rare as chance.
CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A record as an engine holds it."""

    key: str
    title: str
    text: str
    concepts: tuple[str, ...] = ()  # codes that the record's own words or people say
    linked: tuple[str, ...] = ()  # codes that it can answer through the crosswalk
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stored: str = ""  # handed back with a hit, untouched


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Any text is a question: there is no syntax in it. No words and no codes asks for all."""

    text: str = ""
    concepts: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, float] = field(default_factory=dict)
    # Any value of a facet will do; every facet must.
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: tuple[str, ...] = ()
    limit: int = CANDIDATES
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    key: str
    stored: str
    score: float  # fused from the ranks of all legs; says nothing between two questions
    wording: float = 0.0  # likeness of meaning in the latent space, 0 to 1
    lexical: float = 0.0  # how much of what the question's words say is in it, 0 to 1


@dataclass(frozen=True, slots=True)
class Found:
    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class State(StrEnum):
    READY = "ready"
    MISSING = "missing"
    STALE = "stale"  # answers, but was made with another vocabulary or another layout
    CORRUPT = "corrupt"


@dataclass(frozen=True, slots=True)
class Health:
    state: State
    count: int = 0
    generation: str = ""
    position: str = ""  # how far the outbox had been read when the index was last written
    reasons: tuple[str, ...] = ()

    @property
    def can_answer(self) -> bool:
        return self.state in (State.READY, State.STALE)

    @property
    def needs_rebuild(self) -> bool:
        return self.state is not State.READY


@dataclass(frozen=True, slots=True)
class Batch:
    """Records to put in (replacing those of the same key) and keys to take out, at once."""

    put: tuple[SearchDocument, ...] = ()
    take_out: tuple[str, ...] = ()


class EngineRefused(Exception):
    """The engine cannot do this now; the message says why in words."""


class NotReady(EngineRefused):
    """There is no index that could answer, or it cannot be read."""


class AnotherWriter(EngineRefused):
    """Somebody else is writing to the same index."""


# Called while a new generation is made, with the position reached so far: what has changed since,
# and the position after that; None when nothing has.
CatchUp = Callable[[str], tuple[Batch, str] | None]


class Engine(Protocol):
    def search(self, query: SearchQuery) -> Found: ...

    def write(self, batch: Batch, *, position: str) -> None:
        """All of the batch or nothing, together with the outbox position that it stands for."""
        ...

    def rebuild(
        self,
        documents: Iterable[SearchDocument],
        *,
        vocabulary: str,
        position: str,
        teaching: Iterable[str] = (),
        catch_up: CatchUp | None = None,
    ) -> None:
        """A new generation beside the old one, which answers until the new one takes its place.

        `teaching` are texts that are not records but teach which words belong together.
        """
        ...

    def health(self, *, vocabulary: str, is_thorough: bool = False) -> Health: ...

    def keys(self) -> Iterator[str]: ...
