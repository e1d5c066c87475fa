"""How well a record answers a statement, made of reasons.

The concepts of both are compared as directions (see `meaning`); each concept's part of the cosine
is a reason. Place, numbers, wording and what was done before are added, every criterion weighed as
the reader wishes, and the whole is a share of all that was asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from counterpoint.domain.matching import conditions
from counterpoint.domain.matching.criteria import CRITERION_OF_KIND, KINDS, Criterion, Weights
from counterpoint.domain.matching.flags import flags
from counterpoint.domain.matching.matches import How, Match, Reason, Said
from counterpoint.domain.matching.meaning import DAMPING, Meaning, length, span
from counterpoint.domain.matching.statement import Candidate, Side, Statement, Term

# Outcome, people, activity and the rest share this among them, by their weights: a long statement
# must not drown the place that it asks for, nor a short one be drowned by it.
CONCEPTS_TOGETHER = 100.0
# For others than those who were asked for: "street dance for teenagers" is no answer to a need of
# older people, however well the dancing fits.
AGAINST_OTHERS = 0.15
# Words that mean something else altogether take away nearly all that speaks for the record; words
# that may, half of it.
AGAINST_SURE_DOUBT = 0.85
AGAINST_DOUBT = 0.5


@dataclass(frozen=True, slots=True)
class _Bridge:
    needed: Term
    offered: Term
    how: How
    part: float
    source: str


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
        self._own = {term.code: term for term in statement.terms}
        is_need = statement.side is Side.NEED
        direction = meaning.asks if is_need else meaning.answers
        self._length = length(span(direction(statement.terms)), self._by_kind)
        self._asked_for = self._bridges_from_needs() if is_need else {}
        self._criteria = frozenset(_criteria(statement.terms))

    def weigh(self, candidate: Candidate) -> Match:
        asked = self._asked()
        found = [*self._concepts(candidate), *self._conditions(candidate)]
        shares = [replace(one, weight=one.weight / asked) for one in found] if asked else []
        reasons = sorted(_with_doubts(shares, candidate), key=lambda one: -one.weight)
        return Match(
            candidate, tuple(reasons), tuple(flags(self.statement, candidate, self._on))
        )

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
            bridges = self._from_need_to(candidate)
        else:
            theirs = length(span(self._meaning.asks(candidate.terms)), self._by_kind)
            bridges = self._from_offer_to(candidate)
        scale = self._length * theirs
        if scale:
            yield from _reasons(bridges, CONCEPTS_TOGETHER / scale)
            yield from self._against(candidate)

    def _bridges_from_needs(self) -> dict[str, list[tuple[Term, How, float, str]]]:
        """For each concept that may be offered: what it would answer here, and how well."""
        bridges: dict[str, list[tuple[Term, How, float, str]]] = defaultdict(list)
        for term in self.statement.terms:
            asked = self._loudness(term) * self._weight(term)
            for offered, link in self._meaning.offered_for(term.code).items():
                worth = asked * link.weight * self._weight(term)
                bridges[offered].append((term, How(link.how.value), worth, link.source))
        return bridges

    def _from_need_to(self, candidate: Candidate) -> Iterator[_Bridge]:
        for offered in candidate.terms:
            loudness = offered.strength**DAMPING
            for needed, how, worth, source in self._asked_for.get(offered.code, ()):
                telling = self._meaning.telling(needed.code)
                yield _Bridge(needed, offered, how, loudness * worth * telling, source)

    def _from_offer_to(self, candidate: Candidate) -> Iterator[_Bridge]:
        for needed in candidate.terms:
            asked = self._loudness(needed) * self._weight(needed)
            telling = self._meaning.telling(needed.code) * self._weight(needed)
            for code, link in self._meaning.offered_for(needed.code).items():
                offered = self._own.get(code)
                if offered:
                    part = asked * offered.strength**DAMPING * link.weight * telling
                    yield _Bridge(needed, offered, How(link.how.value), part, link.source)

    def _loudness(self, needed: Term) -> float:
        return float(needed.strength**DAMPING) * self._meaning.telling(needed.code)

    def _weight(self, needed: Term) -> float:
        return self._by_kind.get(needed.kind, 0.0)

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


def _criteria(terms: Iterable[Term]) -> Iterator[Criterion]:
    for term in terms:
        if term.kind in CRITERION_OF_KIND:
            yield CRITERION_OF_KIND[term.kind]


def _reasons(bridges: Iterable[_Bridge], scale: float) -> Iterator[Reason]:
    """A reason for each needed concept, told by the offered one that does most for it."""
    by_needed: dict[str, list[_Bridge]] = defaultdict(list)
    for bridge in bridges:
        by_needed[bridge.needed.code].append(bridge)
    for together in by_needed.values():
        best = max(together, key=lambda bridge: bridge.part)
        yield Reason(
            criterion=CRITERION_OF_KIND[best.needed.kind],
            how=best.how,
            weight=scale * sum(bridge.part for bridge in together),
            needed=_said(best.needed),
            offered=_said(best.offered),
            source=best.source,
        )


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
