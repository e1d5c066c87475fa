"""How well a record answers a statement, made of reasons.

The concepts of both are compared as directions (see `meaning`); each concept's part of the cosine
is a reason. Place, numbers, wording and what was done before are added, every criterion weighed as
the reader wishes, and the whole is a share of all that was asked for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from counterpoint.domain.matching import conditions
from counterpoint.domain.matching.criteria import CRITERION_OF_KIND, KINDS, Criterion, Weights
from counterpoint.domain.matching.flags import flags
from counterpoint.domain.matching.matches import How, Match, Reason, Said
from counterpoint.domain.matching.meaning import DAMPING, Meaning, length, span
from counterpoint.domain.matching.statement import Candidate, Side, Statement, Term

# Outcome, people, activity and the rest share this among them, by their weights: a long statement
# must not drown the place that it asks for, nor a short one be drowned by it.
CONCEPTS_TOGETHER = 100.0
# Two texts by different people are never wholly alike. Of pairs that were judged to answer each
# other clearly, one in twenty reaches this share of all that was asked; it counts as full.
FULL_MATCH = 0.55
# Being near is worth its full weight only to what fits: a band next door is no answer to a need for
# sleep. From this share of fit on it counts in full.
ENOUGH_FIT = 0.15
# Half of the needs of the labelled set are easier to answer than this; see `Meaning.ease`.
USUAL_EASE = 0.25
EASE_OF_ANY = 0.05
# For others than those who were asked for: "street dance for teenagers" is no answer to a need of
# older people, however well the dancing fits.
AGAINST_OTHERS = 0.15
# Words that mean something else altogether take away nearly all that speaks for the record; words
# that may, half of it.
AGAINST_SURE_DOUBT = 0.85
AGAINST_DOUBT = 0.5
# Of the hundred that the concepts share; less is not worth a line of its own.
LEAST_TOLD = 0.5


class _Way(NamedTuple):
    """How one offered concept would answer one needed concept, whoever offers it."""

    needed: Term
    how: How
    worth: float
    source: str


class _Found:
    """What has been found for one needed concept: all of it, and what does most for it."""

    __slots__ = ("best", "needed", "offered", "part", "whole")

    def __init__(self) -> None:
        self.whole = 0.0
        self.part = 0.0
        self.best: _Way | None = None
        self.needed: Term | None = None
        self.offered: Term | None = None

    def add(self, way: _Way, needed: Term, offered: Term, part: float) -> None:
        self.whole += part
        if part > self.part:
            self.part, self.best = part, way
            self.needed, self.offered = needed, offered


class Weigher:
    """Prepared once for a statement, then asked about many records."""

    def __init__(
        self, statement: Statement, meaning: Meaning, weights: Weights, on: date
    ) -> None:
        self.statement = statement
        self._meaning = meaning
        self._weights = weights
        self._on = on
        self._by_kind = {
            kind: float(weights[criterion]) for kind, criterion in CRITERION_OF_KIND.items()
        }
        is_need = statement.side is Side.NEED
        direction = meaning.asks if is_need else meaning.answers
        self._length = length(span(direction(statement.terms)), self._by_kind)
        self._ways = self._ways_from_needs() if is_need else {}
        self._ways_of_need = lru_cache(maxsize=1_024)(self._ways_to_need)

    def weigh(self, candidate: Candidate) -> Match:
        asked = self._asked()
        found = [*self._concepts(candidate), *self._conditions(candidate)]
        whole = asked * FULL_MATCH * self._ease_of(candidate)
        shares = [one.weighing(one.weight / whole) for one in found] if asked else []
        fitting = _place_as_far_as_it_fits(_one_of_wording(shares))
        told = _with_doubts(fitting, candidate)
        reasons = sorted(told, key=lambda one: -one.weight)
        return Match(
            candidate, tuple(reasons), tuple(flags(self.statement, candidate, self._on))
        )

    def _ease_of(self, candidate: Candidate) -> float:
        """More than one for a need that much would answer: to fit it takes more to say so."""
        if self.statement.side is Side.NEED or candidate.ease is None:
            return 1.0
        return float(((candidate.ease + EASE_OF_ANY) / (USUAL_EASE + EASE_OF_ANY)) ** 0.5)

    def _asked(self) -> float:
        """All that could be met: the concepts together, and each condition that was stated."""
        others = sum(self._weights[one] for one in conditions.asked(self.statement))
        return others + (CONCEPTS_TOGETHER if self._length else 0.0)

    def _conditions(self, candidate: Candidate) -> Iterator[Reason]:
        return conditions.reasons(
            self.statement, candidate, self._meaning, self._weights, self._on
        )

    def _concepts(self, candidate: Candidate) -> Iterator[Reason]:
        if self.statement.side is Side.NEED:
            theirs = length(candidate.span, self._by_kind)
            found = self._from_need_to(candidate)
        else:
            theirs = length(span(self._meaning.asks(candidate.terms)), self._by_kind)
            found = self._from_offer_to(candidate)
        scale = self._length * theirs
        if scale:
            yield from _reasons(found, CONCEPTS_TOGETHER / scale)
            yield from self._against(candidate)

    def _from_need_to(self, candidate: Candidate) -> Mapping[str, _Found]:
        found: dict[str, _Found] = defaultdict(_Found)
        for offered in candidate.terms:
            loudness = offered.strength**DAMPING
            for way in self._ways.get(offered.code, ()):
                part = loudness * way.worth
                found[way.needed.code].add(way, way.needed, offered, part)
        return found

    def _from_offer_to(self, candidate: Candidate) -> Mapping[str, _Found]:
        found: dict[str, _Found] = defaultdict(_Found)
        for needed in candidate.terms:
            loudness = needed.strength**DAMPING
            for way in self._ways_of_need(needed.code, needed.kind):
                found[needed.code].add(way, needed, way.needed, loudness * way.worth)
        return found

    def _ways_from_needs(self) -> dict[str, list[_Way]]:
        """For each concept that may be offered: what it would answer here, and how well."""
        ways: dict[str, list[_Way]] = defaultdict(list)
        for term in self.statement.terms:
            asked = term.strength**DAMPING * self._worth_of(term.code, term.kind)
            for offered, link in self._meaning.offered_for(term.code).items():
                way = _Way(term, How(link.how.value), asked * link.weight, link.source)
                ways[offered].append(way)
        return ways

    def _ways_to_need(self, code: str, kind: str) -> list[_Way]:
        """What of our own offer would answer this concept of a need, and how well."""
        worth, links = self._worth_of(code, kind), self._meaning.offered_for(code)
        answers = ((own, links.get(own.code)) for own in self.statement.terms)
        return [
            _Way(
                own,
                How(link.how.value),
                own.strength**DAMPING * link.weight * worth,
                link.source,
            )
            for own, link in answers
            if link
        ]

    def _worth_of(self, code: str, kind: str) -> float:
        """Both directions are scaled by how telling a concept is and by what its kind counts."""
        return (self._meaning.telling(code) * self._by_kind.get(kind, 0.0)) ** 2

    def _against(self, candidate: Candidate) -> Iterator[Reason]:
        for criterion in (Criterion.CONDITION, Criterion.POPULATION):
            yield from self._others(candidate, criterion)

    def _others(self, candidate: Candidate, criterion: Criterion) -> Iterator[Reason]:
        """One reason against, when both say for whom, and it is not the same people."""
        ours, theirs = (
            [term for term in terms if term.kind in KINDS[criterion] and not term.is_hint]
            for terms in (self.statement.terms, candidate.terms)
        )
        sure = [term for term in theirs if term.strength >= 0.5]
        said = [term for term in self.statement.terms if not term.is_hint]
        if not ours or not sure or any(self._touch(a, b) for a in sure for b in said):
            return
        needed, offered = _said(ours[0]), _said(sure[0])
        if self.statement.side is Side.OFFER:
            needed, offered = offered, needed
        weight = -AGAINST_OTHERS * self._weights[criterion]
        yield Reason(criterion, How.DIFFERENT, weight, needed, offered)

    def _touch(self, one: Term, other: Term) -> bool:
        link = self._meaning.link
        return bool(link(one.code, other.code) or link(other.code, one.code))


def weigh(
    statement: Statement, candidate: Candidate, meaning: Meaning, weights: Weights, on: date
) -> Match:
    return Weigher(statement, meaning, weights, on).weigh(candidate)


def _reasons(found: Mapping[str, _Found], scale: float) -> Iterator[Reason]:
    """A reason for each needed concept, told by the offered one that does most for it. The
    faintest, of which there are many, are summed up in one for each criterion; what single words
    only point to is likeness of wording, no bridge that a person would name."""
    faint: dict[Criterion, float] = defaultdict(float)
    alike = 0.0
    for one in found.values():
        if one.best is None or one.needed is None or one.offered is None:
            continue
        criterion, weight = CRITERION_OF_KIND[one.needed.kind], scale * one.whole
        if weight < LEAST_TOLD:
            faint[criterion] += weight
        elif one.needed.is_hint or one.offered.is_hint:
            alike += weight
        else:
            yield Reason(
                criterion,
                one.best.how,
                weight,
                _said(one.needed),
                _said(one.offered),
                one.best.source,
            )
    if alike:
        yield Reason(Criterion.WORDING, How.ALIKE, alike)
    for criterion, weight in faint.items():
        yield Reason(criterion, How.FAINT, weight)


def _one_of_wording(reasons: list[Reason]) -> list[Reason]:
    """Likeness of whole texts and of single words is told together."""
    alike = [one.weight for one in reasons if one.how is How.ALIKE]
    others = [one for one in reasons if one.how is not How.ALIKE]
    return [*others, Reason(Criterion.WORDING, How.ALIKE, sum(alike))] if alike else others


def _place_as_far_as_it_fits(reasons: list[Reason]) -> list[Reason]:
    beside = {Criterion.PLACE, Criterion.FRESHNESS}
    fit = sum(one.weight for one in reasons if one.criterion not in beside and one.weight > 0)
    share = min(1.0, fit / ENOUGH_FIT)
    return [
        one.weighing(one.weight * share) if one.criterion is Criterion.PLACE else one
        for one in reasons
    ]


def _with_doubts(reasons: list[Reason], candidate: Candidate) -> Iterator[Reason]:
    yield from reasons
    speaking_for = sum(reason.weight for reason in reasons if reason.weight > 0)
    if candidate.doubts and speaking_for:
        gravest = max(candidate.doubts, key=lambda doubt: doubt.is_sure)
        share = AGAINST_SURE_DOUBT if gravest.is_sure else AGAINST_DOUBT
        weight = -share * speaking_for
        yield Reason(Criterion.WORDING, How.DOUBTFUL, weight, offered=Said("", gravest.says))


def _said(term: Term) -> Said:
    return Said(term.code, term.name, term.words, term.is_hint)
