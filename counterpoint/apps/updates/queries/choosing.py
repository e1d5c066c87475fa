"""What of the news each subscriber is told, and why.

Everything that subscribers have in common is worked out once: a record is read once for all of
them, and equal interests are weighed against it once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import QueryDict

from counterpoint.apps.matching.forms.asking import asked
from counterpoint.apps.matching.models import SavedSearch
from counterpoint.apps.matching.presenters.explanations import sentence
from counterpoint.apps.matching.queries.knowledge import meaning
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.apps.matching.queries.understanding import understand
from counterpoint.apps.updates.models import Choice, Follow, News, Subscriber
from counterpoint.apps.updates.queries.reading import Item, Newsreader
from counterpoint.domain.matching.criteria import Weights
from counterpoint.domain.matching.matches import Match
from counterpoint.domain.matching.statement import Candidate, Side, Statement, Term
from counterpoint.domain.matching.weighing import Weigher
from counterpoint.domain.updates.interests import Because, Interest, why

# Of all that somebody asked for. Less is a word in common, and would fill mails with chance.
LEAST_STRENGTH = 0.25


@dataclass(frozen=True)
class Pick:
    """A line of a digest, small enough to be kept until it is sent."""

    key: str
    event: str
    because: str
    code: str

    def as_list(self) -> list[str]:
        return [self.key, self.event, self.because, self.code]


class Chooser:
    def __init__(self, news: Iterable[News], on: date) -> None:
        self._reader = Newsreader(news)
        self._on = on
        self._weigher = lru_cache(maxsize=4_096)(self._made)
        self._answers = lru_cache(maxsize=65_536)(self._how_it_answers)
        self._searches: Mapping[int, SavedSearch] = {}

    def searches(self, found: Mapping[int, SavedSearch]) -> None:
        """Saved searches of the subscribers that come next, read together."""
        self._searches = found

    def picks(self, interest: Interest, after: int) -> list[Pick]:
        """In the order of the news; one line a record, however often it changed."""
        by_key: dict[str, list[str]] = {}
        lines = {}
        for line in self._reader.lines:
            if line.number > after:
                by_key.setdefault(line.key, []).append(line.event)
                lines[line.key] = line
        found = (self._pick(interest, lines[key], events) for key, events in by_key.items())
        return [pick for pick in found if pick is not None]

    def _pick(self, interest: Interest, line: object, events: list[str]) -> Pick | None:
        is_first = "published" in events and events[-1] != "withdrawn"
        item = self._reader.item(line, is_first=is_first)  # type: ignore[arg-type]
        if item.piece is None:
            return self._gone(interest, item, events)
        answers = self._by_meaning(interest, item) if is_first else ""
        reason = why(interest, item.told, answers=answers)
        if reason is None and is_first:
            reason = None
            search = self._search_that_finds(interest, item)
            if search:
                return Pick(item.told.key, "published", Because.FOLLOWED, search)
        if reason is None:
            return None
        event = "published" if is_first else "edited"
        return Pick(item.told.key, event, reason.because, reason.code)

    def _gone(self, interest: Interest, item: Item, events: list[str]) -> Pick | None:
        # Somebody who never heard of it needs not hear that it is gone.
        if item.told.key in interest.follows and events[-1] == "withdrawn":
            return Pick(item.told.key, "withdrawn", Because.FOLLOWED, item.told.key)
        return None

    def _by_meaning(self, interest: Interest, item: Item) -> str:
        if not (interest.concepts or interest.words) or item.piece is None:
            return ""
        return self._answers(interest.concepts, interest.words, item.told.key)

    def _how_it_answers(self, concepts: frozenset[str], words: str, key: str) -> str:
        """The sentence of the strongest bridge, or nothing when there is none."""
        candidate = self._candidate(key)
        side = candidate.side.other
        match = self._weigher(concepts, words, side).weigh(candidate)
        return _told(match, side)

    def _candidate(self, key: str) -> Candidate:
        line = next(line for line in self._reader.lines if line.key == key)
        found = self._reader.item(line, is_first=True).candidate
        assert found is not None
        return found

    def _made(self, concepts: frozenset[str], words: str, side: Side) -> Weigher:
        known = meaning()
        chosen = [known.vocabulary.get(code) for code in sorted(concepts)]
        terms = tuple(
            Term(one.code, one.kind.value, one.name) for one in chosen if one is not None
        )
        read = understand(Question(side=side, text=words, anyway=True)).statement
        # Places narrow what is told; they were chosen by themselves and do not weigh here.
        statement = Statement(side=side, text=words, terms=(*terms, *read.terms))
        return Weigher(statement, known, Weights(), self._on)

    def _search_that_finds(self, interest: Interest, item: Item) -> str:
        for key in sorted(interest.follows):
            if key.startswith("search:"):
                saved = self._searches.get(int(key.partition(":")[2]))
                if saved and self._finds(saved.address, item):
                    return key
        return ""

    def _finds(self, address: str, item: Item) -> bool:
        question = asked(QueryDict(address)).question
        candidate = item.candidate
        if candidate is None or item.told.kind not in question.kinds:
            return False
        if question.filters.get("area") and not (
            set(question.filters["area"]) & item.told.places
        ):
            return False
        weigher = _weigher_of_search(address, self._on)
        return weigher.weigh(candidate).strength >= LEAST_STRENGTH


@lru_cache(maxsize=1_024)
def _weigher_of_search(address: str, on: date) -> Weigher:
    question = asked(QueryDict(address)).question
    return Weigher(understand(question).statement, meaning(), question.weights, on)


def _told(match: Match, side: Side) -> str:
    if match.strength < LEAST_STRENGTH:
        return ""
    telling = [one for one in match.reasons if one.weight > 0 and one.needed and one.offered]
    return str(sentence(telling[0], side)) if telling else ""


def interests(subscribers: Sequence[Subscriber]) -> dict[int, Interest]:
    """Two queries, however many subscribers."""
    numbers = [one.pk for one in subscribers]
    chosen: dict[int, dict[str, set[str]]] = {
        pk: {what: set() for what in Choice.What.values} for pk in numbers
    }
    for pk, what, code in Choice.objects.filter(subscriber__in=numbers).values_list(
        "subscriber_id", "what", "code"
    ):
        chosen[pk][what].add(code)
    follows: dict[int, set[str]] = {pk: set() for pk in numbers}
    for follow in Follow.objects.filter(subscriber__in=numbers):
        follows[follow.subscriber_id].add(follow.key)
    return {
        one.pk: Interest(
            kinds=frozenset(chosen[one.pk]["kind"]),
            places=frozenset(chosen[one.pk]["place"]),
            concepts=frozenset(chosen[one.pk]["concept"]),
            words=one.words,
            follows=frozenset(follows[one.pk]),
        )
        for one in subscribers
    }


def searches_of(found: Iterable[Interest]) -> dict[int, SavedSearch]:
    numbers = {
        int(key.partition(":")[2])
        for interest in found
        for key in interest.follows
        if key.startswith("search:")
    }
    return SavedSearch.objects.in_bulk(numbers) if numbers else {}
