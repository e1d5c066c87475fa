"""What a question was understood as: concepts, places, and words that mean something else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterpoint.apps.matching.queries.knowledge import meaning
from counterpoint.apps.matching.queries.localities import Localities, localities
from counterpoint.apps.matching.queries.questions import LONGEST_TEXT, Question
from counterpoint.apps.places import queries as places
from counterpoint.apps.places.queries import Located
from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.matching.statement import Locality, Reach, Statement, Term
from counterpoint.domain.places.mentions import Mention
from counterpoint.domain.places.points import Point
from counterpoint.domain.vocabulary.concepts import Verdict
from counterpoint.domain.vocabulary.reading import Reading, Refusal, Understood

ONLINE = "online"


@dataclass(frozen=True)
class Understanding:
    question: Question
    reading: Reading
    statement: Statement
    mentions: tuple[Mention, ...]
    located: Located
    unknown_places: tuple[str, ...]

    @property
    def understood(self) -> tuple[Understood, ...]:
        taken_off = set(self.question.without)
        return tuple(
            one for one in self.reading.understood if one.concept.code not in taken_off
        )

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return self.reading.refusals

    @property
    def is_refused(self) -> bool:
        """The words mean something else, and nobody has said to go on all the same."""
        return not self.question.anyway and any(
            refusal.verdict is Verdict.REFUSE for refusal in self.refusals
        )


def understand(question: Question) -> Understanding:
    text = question.text[:LONGEST_TEXT]
    reading = vocabulary.lexicon().read(text)
    written = places.gazetteer().read(text)
    located = places.locate(question.place_words)
    known = meaning()
    mentions = tuple(one for one in written.mentions if one.code not in question.without)
    statement = Statement(
        side=question.side,
        text=text,
        terms=tuple(_terms(question, reading, known)),
        localities=tuple(_localities(located, mentions, localities())),
        reach=Reach(is_online=any(mention.kind == ONLINE for mention in mentions)),
        people=question.people,
        money=question.money,
    )
    unknown = tuple(unknown.words for unknown in written.unknowns)
    return Understanding(question, reading, statement, mentions, located, unknown)


def _terms(question: Question, reading: Reading, known: Meaning) -> Iterator[Term]:
    added = [code for code in question.added if code in known.vocabulary]
    yield from (_added(code, known) for code in added)
    for term in known.terms(reading, without=question.without):
        if term.code not in added:
            yield term


def _added(code: str, known: Meaning) -> Term:
    concept = known.vocabulary.get(code)
    assert concept is not None
    return Term(code, concept.kind.value, concept.name)


def _localities(
    located: Located, mentions: Iterable[Mention], known: Localities
) -> Iterator[Locality]:
    """A place that was asked for by itself stands before those that the words only mention."""
    if located.code:
        place = known.at(located.code, located.point)
        if place:
            yield place
        return
    seen: set[str] = set()
    for mention in mentions:
        if mention.is_certain and mention.kind != ONLINE and mention.code not in seen:
            seen.add(mention.code)
            place = known.at(mention.code, _own_point(mention))
            if place:
                yield place


def _own_point(mention: Mention) -> Point | None:
    # A postcode names its own middle; a name stands for the middle of the place.
    return mention.point if mention.how == "postcode" else None
