"""How well one record answers one statement.

                    what is asked for (needed)      what there is (offered)
    a need asks     its own concepts                those of the offer
    an offer asks   those of the need               its own concepts

Each needed concept looks for the offered one that answers it best; the crosswalk says how well. A
criterion counts only if it was asked for, and strength is the share of what was asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from counterpoint.domain.matching import conditions
from counterpoint.domain.matching.bridge import Bridge
from counterpoint.domain.matching.criteria import KINDS, Criterion, Weights
from counterpoint.domain.matching.flags import flags
from counterpoint.domain.matching.matches import How, Match, Reason, Said
from counterpoint.domain.matching.statement import Candidate, Side, Statement, Term

# A concept that reads only faintly in the offered text still answers; it answers less.
LEAST_LINK = 0.2
# People or conditions that were not asked for, when others were: "street dance for teenagers" is
# no answer to a need of older people, however well the dancing fits.
AGAINST_OTHERS = 0.4
# The same, when nobody in particular was asked for: it may fit, but so may something wider.
AGAINST_NARROW = 0.1
# Words that may mean something else altogether take away most of what speaks for the record.
AGAINST_DOUBTFUL = 0.6

# What must agree in both directions: whom it is for and what is to change.
SPECIFIC = (Criterion.OUTCOME, Criterion.CONDITION, Criterion.POPULATION)


def weigh(
    statement: Statement, candidate: Candidate, bridge: Bridge, weights: Weights, on: date
) -> Match:
    found = [
        *_concept_reasons(statement, candidate, bridge, weights),
        *conditions.reasons(statement, candidate, bridge, weights, on),
    ]
    asked = sum(weights[criterion] for criterion in _asked(statement, candidate))
    shares = [replace(reason, weight=reason.weight / asked) for reason in found] if asked else []
    return Match(
        candidate=candidate,
        reasons=tuple(sorted(_with_doubts(shares, candidate), key=lambda one: -one.weight)),
        flags=tuple(flags(statement, candidate, on)),
    )


def _asked(statement: Statement, candidate: Candidate) -> Iterator[Criterion]:
    yield from (Criterion.WORDING, Criterion.FRESHNESS)
    needed, offered = _sides(statement, candidate)
    for criterion, kinds in KINDS.items():
        is_offer_bound = statement.side is Side.OFFER and criterion in SPECIFIC
        if _of_kind(needed, kinds) or (is_offer_bound and _of_kind(offered, kinds)):
            yield criterion
    yield from conditions.asked(statement)


def _sides(
    statement: Statement, candidate: Candidate
) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """What is needed, what is offered."""
    if statement.side is Side.NEED:
        return statement.terms, candidate.terms
    return candidate.terms, statement.terms


def _concept_reasons(
    statement: Statement, candidate: Candidate, bridge: Bridge, weights: Weights
) -> Iterator[Reason]:
    needed, offered = _sides(statement, candidate)
    for criterion, kinds in KINDS.items():
        terms = _of_kind(needed, kinds)
        telling = {term.code: term.strength * bridge.telling(term.code) for term in terms}
        for term in terms:
            share = weights[criterion] * telling[term.code] / sum(telling.values())
            answer = _best_answer(term, offered, bridge, criterion)
            if answer:
                yield replace(answer, weight=share * answer.weight)
    for criterion in (Criterion.CONDITION, Criterion.POPULATION):
        yield from _against(statement, candidate, criterion, bridge, weights[criterion])


def _best_answer(
    needed: Term, offered: Iterable[Term], bridge: Bridge, criterion: Criterion
) -> Reason | None:
    answers = (_answer(needed, term, bridge, criterion) for term in offered)
    return max(
        (answer for answer in answers if answer), key=lambda one: one.weight, default=None
    )


def _answer(
    needed: Term, offered: Term, bridge: Bridge, criterion: Criterion
) -> Reason | None:
    link = bridge.link(needed.code, offered.code)
    if link is None or link.weight < LEAST_LINK:
        return None
    return Reason(
        criterion=criterion,
        how=How(link.how.value),
        weight=link.weight * offered.strength,
        needed=_said(needed),
        offered=_said(offered),
        source=link.source,
    )


def _against(
    statement: Statement, candidate: Candidate, criterion: Criterion, bridge: Bridge, weight: int
) -> Iterator[Reason]:
    """One reason against, when the record is for others than those who were asked for."""
    kinds = KINDS[criterion]
    theirs = _of_kind(candidate.terms, kinds)
    ours = _of_kind(statement.terms, kinds)
    if not theirs or any(
        _touch(one, other, bridge) for one in theirs for other in statement.terms
    ):
        return
    surest = max(theirs, key=lambda term: term.strength)
    share = (AGAINST_OTHERS if ours else AGAINST_NARROW) * surest.strength
    ends = _said(ours[0]) if ours else None, _said(surest)
    needed, offered = ends if statement.side is Side.NEED else ends[::-1]
    yield Reason(criterion, How.DIFFERENT, -weight * share, needed, offered)


def _touch(one: Term, other: Term, bridge: Bridge) -> bool:
    return bool(bridge.link(one.code, other.code) or bridge.link(other.code, one.code))


def _with_doubts(reasons: list[Reason], candidate: Candidate) -> Iterator[Reason]:
    yield from reasons
    speaking_for = sum(reason.weight for reason in reasons if reason.weight > 0)
    if candidate.doubts and speaking_for:
        yield Reason(
            Criterion.WORDING,
            How.DOUBTFUL,
            -AGAINST_DOUBTFUL * speaking_for,
            offered=Said("", candidate.doubts[0]),
        )


def _of_kind(terms: Iterable[Term], kinds: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.kind in kinds)


def _said(term: Term) -> Said:
    return Said(term.code, term.name, term.words)
