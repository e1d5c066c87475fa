"""From a reading of somebody's words to what is searched for and what a record is filed under."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.matching.statement import Side, Statement, Term

# Loudest concepts that a question asks for and a record is filed under; fainter ones add noise
# and time, and the latent leg hears them anyway.
MOST_ASKED = 32
MOST_FILED = 32
# A place is asked for less loudly than a concept: it orders the right answers, it is not one.
LOUDNESS_OF_PLACE = 0.5
LOUDNESS_OF_AREA = 0.2
AREAS = 2


@dataclass(frozen=True, slots=True)
class Filed:
    """The codes of a record in an index: what it says, what it reaches from there."""

    says: tuple[str, ...]
    reaches: tuple[str, ...]


def asked_codes(statement: Statement, meaning: Meaning) -> dict[str, float]:
    """What to search for, with how loudly. An offer asks for the needs that it can answer."""
    is_need = statement.side is Side.NEED
    asked = meaning.asks(statement.terms) if is_need else meaning.answers(statement.terms)
    return dict(_loudest(asked, MOST_ASKED))


def asked_places(statement: Statement) -> dict[str, float]:
    asked: dict[str, float] = {}
    for place in statement.localities:
        for code in place.within[:AREAS]:
            asked.setdefault(code, LOUDNESS_OF_AREA)
        asked[place.code] = LOUDNESS_OF_PLACE
    return asked


def filed(
    terms: Iterable[Term], side: Side, meaning: Meaning, answers: Mapping[str, float]
) -> Filed:
    said = tuple(term for term in terms if not term.is_hint)
    hints = tuple(term for term in terms if term.is_hint)
    reached = answers if side is Side.OFFER else meaning.asks(hints)
    own = {term.code for term in said}
    loudest = [code for code, _ in _loudest(reached, MOST_FILED) if code not in own]
    return Filed(tuple(sorted(own)), tuple(loudest))


def facets_of(terms: Iterable[Term], meaning: Meaning) -> Mapping[str, tuple[str, ...]]:
    """By kind of concept, with the wider concepts, so that narrowing to one keeps its parts."""
    facets: dict[str, dict[str, None]] = {}
    for term in terms:
        if not term.is_hint:
            codes = facets.setdefault(term.kind, {})
            codes.update(dict.fromkeys((term.code, *meaning.above(term.code))))
    return {kind: tuple(codes) for kind, codes in facets.items()}


def teaching(meaning: Meaning) -> Iterable[str]:
    """The vocabulary as texts from which a latent space learns which words belong together."""
    for concept in meaning.vocabulary:
        linked = (
            *(one.code for one in concept.serves),
            *concept.related,
            concept.broader or "",
        )
        names = [other.name for code in linked if (other := meaning.vocabulary.get(code))]
        labels = [label.text for label in concept.labels if label.audience != "hidden"]
        pointers = meaning.pointers.get(concept.code, ())
        yield " ".join([concept.name, concept.definition, *labels, *names, *pointers])


def _loudest(direction: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    return sorted(direction.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
