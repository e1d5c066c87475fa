"""A question answered: candidates from the engine, weighed, best first, in groups of a kind."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date

from counterpoint.apps.matching.queries.documents.stored import candidate
from counterpoint.apps.matching.queries.fallback import plain_answer
from counterpoint.apps.matching.queries.knowledge import engine, meaning, vocabulary_mark
from counterpoint.apps.matching.queries.localities import localities
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.apps.matching.queries.understanding import Understanding, understand
from counterpoint.domain.matching.engine import (
    Found,
    Health,
    NotReady,
    SearchQuery,
    State,
)
from counterpoint.domain.matching.matches import Match
from counterpoint.domain.matching.understanding import asked_codes, asked_places
from counterpoint.domain.matching.weighing import Weigher

# Weighing is what a page costs. On the labelled set the right answers are never behind this rank.
WEIGHED = 120
# Whoever else may help is shown beside the answer, not in its place.
CANDIDATES_BESIDE = 18
# Below this there is nothing to explain: a word in common that every record has.
LEAST_STRENGTH = 0.05


@dataclass(frozen=True)
class Group:
    """Matches of one kind of record, best first."""

    kind: str
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Answer:
    understanding: Understanding
    groups: tuple[Group, ...] = ()
    total: int = 0  # records that share a word or a concept with the question
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    health: Health = field(default_factory=lambda: Health(State.READY))
    is_from_database: bool = False

    @property
    def ranked(self) -> tuple[Match, ...]:
        """One list: what answers the question first, then who else may help."""
        return tuple(match for group in self.groups for match in group.matches)


def find(question: Question, on: date, *, counts: Sequence[str] = ()) -> Answer:
    understanding = understand(question)
    health = engine().health(vocabulary=vocabulary_mark())
    if understanding.is_refused or question.is_empty:
        return Answer(understanding, health=health)
    try:
        if not health.can_answer:
            raise NotReady("; ".join(health.reasons))
        return _answer(understanding, health, engine().search, on, counts)
    except NotReady as refused:
        broken = (
            Health(State.CORRUPT, reasons=(str(refused),)) if health.can_answer else health
        )
        search = plain_answer(understanding).search
        answer = _answer(understanding, broken, search, on, counts)
        return replace(answer, is_from_database=True)


def _answer(
    understanding: Understanding,
    health: Health,
    search: Callable[[SearchQuery], Found],
    on: date,
    counts: Sequence[str],
) -> Answer:
    asked, question = _asked(understanding), understanding.question
    counting = _counted(search, _counting(asked, question, counts)) if counts else None
    groups = tuple(
        _group(kind, search(_of_kind(asked, kind, question)), understanding, on)
        for kind in question.kinds
    )
    counted = counting() if counting else Found((), 0)
    return Answer(understanding, groups, counted.total, counted.counts, health)


# The engine leaves Python while it counts, so that another core can weigh meanwhile.
_BESIDE = ThreadPoolExecutor(max_workers=4, thread_name_prefix="counting")


def _counted(
    search: Callable[[SearchQuery], Found], query: SearchQuery
) -> Callable[[], Found]:
    """Begins to count; what comes back waits for the count. A database connection belongs to its
    thread, so where the database answers in the index's place it counts here and now."""
    if getattr(search, "__self__", None) is engine():
        return _BESIDE.submit(search, query).result
    found = search(query)
    return lambda: found


def _asked(understanding: Understanding) -> SearchQuery:
    statement = understanding.statement
    return SearchQuery(
        text=statement.text,
        concepts=asked_codes(statement, meaning()),
        places=asked_places(statement),
        filters=understanding.question.filters,
    )


def _of_kind(asked: SearchQuery, kind: str, question: Question) -> SearchQuery:
    is_answer = kind == question.kinds[0]
    filters = {**asked.filters, "kind": (kind,)}
    return replace(asked, filters=filters, limit=WEIGHED if is_answer else CANDIDATES_BESIDE)


def _counting(asked: SearchQuery, question: Question, counts: Sequence[str]) -> SearchQuery:
    kinds = question.filters.get("kind") or question.kinds
    return replace(
        asked, filters={**asked.filters, "kind": tuple(kinds)}, counts=tuple(counts), limit=0
    )


def _group(kind: str, found: Found, understanding: Understanding, on: date) -> Group:
    statement = understanding.statement
    known, where = meaning(), localities()
    weigher = Weigher(statement, known, understanding.question.weights, on)
    weighed = [
        weigher.weigh(candidate(hit, known, where, statement.side.other)) for hit in found.hits
    ]
    strong = [match for match in weighed if match.strength >= LEAST_STRENGTH]
    return Group(kind, tuple(sorted(strong, key=lambda match: -match.strength)))
