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
from counterpoint.apps.matching.queries.documents.stored import candidate
from counterpoint.apps.matching.queries.knowledge import engine, meaning
from counterpoint.apps.matching.queries.localities import localities
from counterpoint.apps.matching.queries.understanding import understand
from counterpoint.apps.updates.models import Choice, Follow, News, Subscriber
from counterpoint.apps.updates.queries.reading import Item, Newsreader
from counterpoint.domain.matching.criteria import Weights
from counterpoint.domain.matching.engine import NotReady, SearchQuery
from counterpoint.domain.matching.matches import Match
from counterpoint.domain.matching.statement import Candidate, Side, Statement
from counterpoint.domain.matching.understanding import asked_codes
from counterpoint.domain.matching.weighing import Weigher
from counterpoint.domain.updates.interests import Because, Interest, why

# On the labelled set, part `develop`: from here on nine in ten of the needs that clearly answer an
# offer are told (0.89), and one need in twenty-five is told at all (8 of 209). At 0.25 it would be
# 0.92 of them, and twice as many that are chance.
LEAST_STRENGTH = 0.35
# Kinds of news in which somebody asks for what a subscriber may offer.
ASKED_FOR = frozenset({"need", "call"})


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
        # Held for the run: to ask which release is in force costs a query each time.
        self._meaning, self._places = meaning(), localities()
        self._found = lru_cache(maxsize=2_048)(self._ask)
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
        """Each chosen term by itself: whoever chose ten is not told less of each. A term is
        asked for once, however many subscribers chose it."""
        if item.candidate is None:
            return ""
        wanted = [(code, "") for code in interest.concepts]
        if interest.words:
            wanted.append(("", interest.words))
        kind, key = item.told.kind, item.told.key
        found = [self._found(code, words, kind).get(key, NO_ANSWER) for code, words in wanted]
        return max(found, default=NO_ANSWER).sentence

    def _ask(self, code: str, words: str, kind: str) -> Mapping[str, "Answer"]:
        """What of the news of a kind answers, by key: candidates from the search index, as on the
        find page, of which only the news is weighed."""
        side = Side.OFFER if kind in ASKED_FOR else Side.NEED
        terms = self._reader.term(code) if code else self._reader.terms(words)
        # Places narrow what is told; they are chosen by themselves and do not weigh here.
        statement = Statement(side, words or " ".join(term.name for term in terms), terms)
        weigher = Weigher(statement, self._meaning, Weights(), self._on)
        return {
            one.key: _told(weigher.weigh(one), side)
            for one in self._candidates(statement, kind)
        }

    def _candidates(self, statement: Statement, kind: str) -> list[Candidate]:
        news = self._reader.keys(kind)
        asked = SearchQuery(
            text=statement.text,
            concepts=asked_codes(statement, self._meaning),
            filters={"kind": (kind,)},
        )
        try:
            hits = engine().search(asked).hits
        except NotReady:
            # Without an index likeness of wording is not known; the terms still are.
            return [self._reader.candidate(key) for key in news]
        side = statement.side.other
        return [
            candidate(hit, self._meaning, self._places, side)
            for hit in hits
            if hit.key in news
        ]

    def _search_that_finds(self, interest: Interest, item: Item) -> str:
        for key in sorted(interest.follows):
            if key.startswith("search:"):
                saved = self._searches.get(int(key.partition(":")[2]))
                if saved and self._finds(saved.address, item):
                    return key
        return ""

    def _finds(self, address: str, item: Item) -> bool:
        question = asked(QueryDict(address)).question
        if item.candidate is None or item.told.kind not in question.kinds:
            return False
        if question.filters.get("area") and not (
            set(question.filters["area"]) & item.told.places
        ):
            return False
        weigher = _weigher_of_search(address, self._on)
        return weigher.weigh(item.candidate).strength >= LEAST_STRENGTH


@lru_cache(maxsize=1_024)
def _weigher_of_search(address: str, on: date) -> Weigher:
    question = asked(QueryDict(address)).question
    return Weigher(understand(question).statement, meaning(), question.weights, on)


@dataclass(frozen=True, order=True)
class Answer:
    """The strongest bridge in a sentence; no sentence where there is none."""

    strength: float = 0.0
    sentence: str = ""


NO_ANSWER = Answer()


def _told(match: Match, side: Side) -> Answer:
    if match.strength < LEAST_STRENGTH:
        return NO_ANSWER
    telling = [one for one in match.reasons if one.weight > 0 and one.needed and one.offered]
    if not telling:
        return NO_ANSWER
    return Answer(match.strength, str(sentence(telling[0], side)))


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
