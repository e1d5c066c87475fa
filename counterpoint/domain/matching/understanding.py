"""From a reading of somebody's words to what is searched for and what a record is filed under."""

from collections.abc import Iterable, Mapping

from counterpoint.domain.matching.bridge import Bridge
from counterpoint.domain.matching.statement import Side, Statement, Term
from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.domain.vocabulary.reading import Reading, Understood

# What a record is filed under besides what it says: needs that it answers at least so well.
LEAST_FILED = 0.5
# A question of an offer asks for every need that it may answer; the faintest are left out.
MOST_ASKED = 40
# A place is asked for less loudly than a concept: it orders the right answers, it is not one.
LOUDNESS_OF_PLACE = 0.5
# Of a wider area around the place.
LOUDNESS_OF_AREA = 0.2
AREAS = 2
MOST_WORDS_SHOWN = 3

# A legal form says who somebody is, not what they need or offer.
_SILENT = (Kind.LEGAL_FORM,)


def terms_of(reading: Reading) -> tuple[Term, ...]:
    return tuple(
        _term(one) for one in reading.understood if one.concept.kind not in _SILENT
    )


def _term(understood: Understood) -> Term:
    words = dict.fromkeys(trigger.words for trigger in understood.triggers)
    concept = understood.concept
    return Term(
        concept.code,
        concept.kind.value,
        concept.name,
        understood.strength,
        tuple(words)[:MOST_WORDS_SHOWN],
    )


def asked_codes(statement: Statement, bridge: Bridge) -> dict[str, float]:
    """What to search for, with how loudly. An offer also asks for the needs it can answer."""
    asked = {term.code: term.strength * bridge.telling(term.code) for term in statement.terms}
    if statement.side is Side.OFFER:
        for term in statement.terms:
            for code, worth in bridge.answerable([term.code], least=LEAST_FILED).items():
                loudness = worth * term.strength * bridge.telling(code)
                asked[code] = max(loudness, asked.get(code, 0.0))
    loudest = sorted(asked.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_ASKED]
    return dict(loudest)


def asked_places(statement: Statement) -> dict[str, float]:
    asked: dict[str, float] = {}
    for place in statement.localities:
        for code in place.within[:AREAS]:
            asked.setdefault(code, LOUDNESS_OF_AREA)
        asked[place.code] = LOUDNESS_OF_PLACE
    return asked


def filed_under(terms: Iterable[Term], bridge: Bridge) -> tuple[str, ...]:
    """The needs that an offer with these terms can answer, besides those it names."""
    own = {term.code for term in terms}
    return tuple(sorted(set(bridge.answerable(own, least=LEAST_FILED)) - own))


def facets_of(terms: Iterable[Term], bridge: Bridge) -> Mapping[str, tuple[str, ...]]:
    """By kind of concept, with the wider concepts, so that narrowing to one keeps its parts."""
    facets: dict[str, dict[str, None]] = {}
    for term in terms:
        codes = facets.setdefault(term.kind, {})
        codes.update(dict.fromkeys((term.code, *bridge.above(term.code))))
    return {kind: tuple(codes) for kind, codes in facets.items()}
