"""Texts as directions in the space of the vocabulary's concepts, so that they can be compared.

    what a need asks        its own concepts
    what an offer answers   its own concepts, and through the crosswalk all that these are good for

Explicit semantic analysis (Gabrilovich and Markovitch, IJCAI 2007) with the vocabulary's concepts
in the place of encyclopaedia articles. The likeness of the two is a cosine, and a cosine is a sum
over concepts: each part of the sum is a reason with the words on both sides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from heapq import nlargest
from math import sqrt

from counterpoint.domain.matching.criteria import USUAL_BY_KIND
from counterpoint.domain.matching.hints import Hints, Pointers
from counterpoint.domain.matching.statement import Term
from counterpoint.domain.vocabulary.concepts import Kind, Vocabulary
from counterpoint.domain.vocabulary.crosswalk import Crosswalk, Link, LinkHow
from counterpoint.domain.vocabulary.reading import Reading

# Between counting every mention alike (0) and letting the loudest drown the rest (1).
DAMPING = 0.7
LEAST_LINK = 0.2
# How much more a concept tells when fewer ways of working lead to it, as a power of their number.
TELLING = 0.15
# What nearly everything is good for ("mental wellbeing") tells offers apart the less, the more
# ways of working are good for it.
USUAL_WAYS = 3.0
SHARED = 0.8
# Singing for lung health serves breathing; a choir in general does so a little.
SHARE_WHEN_WIDER = 0.4
MOST_WORDS_SHOWN = 3
EASY_FOR = 20


class Meaning:
    def __init__(
        self, vocabulary: Vocabulary, crosswalk: Crosswalk, pointers: Pointers | None = None
    ) -> None:
        self.vocabulary = vocabulary
        self.pointers = pointers or {}
        self._crosswalk = crosswalk
        self._hints = Hints(vocabulary, self.pointers)
        self._ways = {concept.code: self._ways_to(concept.code) for concept in vocabulary}
        self._telling = {
            code: float((1 + ways) ** -TELLING) for code, ways in self._ways.items()
        }
        self.offered_for = lru_cache(maxsize=4_096)(self._offered_for)
        self._needed_of = lru_cache(maxsize=4_096)(self._needs_of)
        self._reach = lru_cache(maxsize=4_096)(self._reach_of)

    def terms(self, reading: Reading, *, without: Iterable[str] = ()) -> tuple[Term, ...]:
        """Everything that a text says, then what its words only point to."""
        refused = set(without)
        said = [
            Term(
                one.concept.code,
                one.concept.kind.value,
                one.concept.name,
                one.strength,
                tuple(dict.fromkeys(trigger.words for trigger in one.triggers))[
                    :MOST_WORDS_SHOWN
                ],
            )
            for one in reading.understood
            if one.concept.code not in refused and one.concept.kind is not Kind.LEGAL_FORM
        ]
        known = refused | {term.code for term in said}
        return (*said, *self._hints.read(reading.text, known))

    def telling(self, code: str) -> float:
        """How much a concept says: the fewer ways of working answer it, the more."""
        return self._telling.get(code, 0.0)

    def above(self, code: str) -> tuple[str, ...]:
        """The wider concepts, the nearest first."""
        found: list[str] = []
        concept = self.vocabulary.get(code)
        while concept and concept.broader and concept.broader not in found:
            found.append(concept.broader)
            concept = self.vocabulary.get(concept.broader)
        return tuple(found)

    def link(self, needed: str, offered: str) -> Link | None:
        return self.offered_for(needed).get(offered)

    def asks(self, terms: Iterable[Term]) -> dict[str, float]:
        return {term.code: term.strength**DAMPING * self.telling(term.code) for term in terms}

    def answers(self, terms: Iterable[Term]) -> dict[str, float]:
        answered: dict[str, float] = defaultdict(float)
        for term in terms:
            loudness = term.strength**DAMPING
            for needed, weight in self._needed_of(term.code).items():
                answered[needed] += loudness * weight
        return {code: loudness * self.telling(code) for code, loudness in answered.items()}

    def ease(self, terms: Iterable[Term]) -> float:
        """How well the twenty best single concepts would answer such a need, on average.

        A need for "wellbeing" is answered a little by everything, so that every offer seems to fit
        it; that two fit says more, the less else does.
        """
        asked = self.asks(terms)
        whole = length(span(asked), USUAL_BY_KIND)
        fit: dict[str, float] = defaultdict(float)
        for needed, loudness in asked.items():
            worth = (
                loudness * self.telling(needed) * USUAL_BY_KIND.get(kind_of(needed), 0.0) ** 2
            )
            for offered, link in self.offered_for(needed).items():
                fit[offered] += worth * link.weight
        cosines = (dot / self._reach(offered) for offered, dot in fit.items())
        return sum(nlargest(EASY_FOR, cosines)) / (EASY_FOR * whole) if whole else 0.0

    def _reach_of(self, offered: str) -> float:
        answers = self.answers([Term(offered, kind_of(offered), "")])
        return length(span(answers), USUAL_BY_KIND) or 1.0

    def _offered_for(self, needed: str) -> dict[str, Link]:
        around = self._crosswalk.around(needed)
        links = {offered: self._trusted(link) for offered, link in around.items()}
        return {offered: link for offered, link in links.items() if link.weight >= LEAST_LINK}

    def _needs_of(self, offered: str) -> dict[str, float]:
        around = self._crosswalk.needs_around(offered)
        weights = {needed: self._trusted(link).weight for needed, link in around.items()}
        return {needed: weight for needed, weight in weights.items() if weight >= LEAST_LINK}

    def _trusted(self, link: Link) -> Link:
        """The crosswalk's link, as far as it tells one offer from another."""
        if link.how is not LinkHow.SERVES:
            return link
        weight = link.weight * min(1.0, USUAL_WAYS / self._ways[link.needed]) ** SHARED
        serving = self.vocabulary.get(link.path[1]) if len(link.path) > 2 else None
        if serving is not None and serving.broader == link.offered:
            weight *= SHARE_WHEN_WIDER
        return replace(link, weight=weight)

    def _ways_to(self, code: str) -> float:
        return sum(link.weight for link in self._crosswalk.around(code).values())


def kind_of(code: str) -> str:
    return code.partition(".")[0]


def span(direction: Mapping[str, float]) -> dict[str, float]:
    """The length of a direction by kind of concept, so that the kinds can be weighed later."""
    squares: dict[str, float] = defaultdict(float)
    for code, loudness in direction.items():
        squares[kind_of(code)] += loudness * loudness
    return {kind: sqrt(square) for kind, square in squares.items()}


def length(spans: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sqrt(sum((weights.get(kind, 0.0) * part) ** 2 for kind, part in spans.items()))
