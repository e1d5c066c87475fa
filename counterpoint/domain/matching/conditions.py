"""Reasons that are not concepts: place and travel, numbers, money, what was done before, wording,
freshness."""

from collections.abc import Iterator
from datetime import date

from counterpoint.domain.matching.criteria import Criterion, Weights
from counterpoint.domain.matching.matches import How, Reason, Said
from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.matching.nearness import Nearness, nearness
from counterpoint.domain.matching.statement import Candidate, Side, Statement

# Latent likeness counts for more than shared words, which retrieval has already rewarded.
SHARE_OF_LATENT = 0.57
LEAST_WORDING = 0.05
DAYS_IN_YEAR = 365.25
FRESH_YEARS = 1.0
OLD_YEARS = 4.0
ENOUGH_PAST_WORK = 3  # a fourth award for the same work says little more than the third


def asked(statement: Statement) -> Iterator[Criterion]:
    yield from (Criterion.WORDING, Criterion.FRESHNESS)
    if statement.localities:
        yield Criterion.PLACE
    if statement.people:
        yield Criterion.CAPACITY
    if statement.money:
        yield Criterion.PRICE
    if statement.side is Side.NEED and statement.terms:
        yield Criterion.TRACK_RECORD


def reasons(
    statement: Statement, candidate: Candidate, meaning: Meaning, weights: Weights, on: date
) -> Iterator[Reason]:
    yield from _place(statement, candidate, weights[Criterion.PLACE])
    yield from _capacity(statement, candidate, weights[Criterion.CAPACITY])
    yield from _price(statement, candidate, weights[Criterion.PRICE])
    yield from _track_record(statement, candidate, meaning, weights[Criterion.TRACK_RECORD])
    yield from _wording(candidate, weights[Criterion.WORDING])
    yield from _freshness(candidate, on, weights[Criterion.FRESHNESS])


def how_near(statement: Statement, candidate: Candidate) -> Nearness:
    if statement.side is Side.NEED:
        return nearness(statement.localities, candidate.localities, candidate.reach)
    return nearness(candidate.localities, statement.localities, statement.reach)


def age_in_years(candidate: Candidate, on: date) -> float | None:
    newest = max(
        (day for day in (candidate.verified_on, candidate.updated_on) if day), default=None
    )
    return None if newest is None else max(0.0, (on - newest).days / DAYS_IN_YEAR)


def needed_and_offered(
    statement: Statement, candidate: Candidate
) -> tuple[Statement | Candidate, Statement | Candidate]:
    return (statement, candidate) if statement.side is Side.NEED else (candidate, statement)


def _place(statement: Statement, candidate: Candidate, weight: int) -> Iterator[Reason]:
    near = how_near(statement, candidate)
    if statement.localities and near.share and near.how:
        yield Reason(
            Criterion.PLACE,
            near.how,
            weight * near.share,
            near.needed,
            near.offered,
            amount=near.km,
        )


def _capacity(statement: Statement, candidate: Candidate, weight: int) -> Iterator[Reason]:
    needed, offered = needed_and_offered(statement, candidate)
    if statement.people and needed.people and offered.people:
        share = min(1.0, offered.people / needed.people)
        yield Reason(Criterion.CAPACITY, How.ENOUGH, weight * share, amount=offered.people)


def _price(statement: Statement, candidate: Candidate, weight: int) -> Iterator[Reason]:
    needed, offered = needed_and_offered(statement, candidate)
    if statement.money and needed.money and offered.money and offered.money <= needed.money:
        yield Reason(Criterion.PRICE, How.ENOUGH, weight, amount=float(offered.money))


def _track_record(
    statement: Statement, candidate: Candidate, meaning: Meaning, weight: int
) -> Iterator[Reason]:
    """The concept of the statement with most published awards behind it."""
    if statement.side is not Side.NEED:
        return
    behind = [
        (past.count * link.weight * term.strength, term, past)
        for term in statement.terms
        if not term.is_hint
        for code, past in candidate.past_work.items()
        if (link := meaning.link(term.code, code))
    ]
    if behind:
        worth, term, past = max(behind, key=lambda one: one[0])
        share = min(1.0, worth / ENOUGH_PAST_WORK)
        needed = Said(term.code, term.name, term.words)
        yield Reason(Criterion.TRACK_RECORD, How.PAST_WORK, weight * share, needed, past=past)


def _wording(candidate: Candidate, weight: int) -> Iterator[Reason]:
    share = SHARE_OF_LATENT * candidate.wording + (1 - SHARE_OF_LATENT) * candidate.lexical
    if share >= LEAST_WORDING:
        yield Reason(Criterion.WORDING, How.ALIKE, weight * min(1.0, share))


def _freshness(candidate: Candidate, on: date, weight: int) -> Iterator[Reason]:
    years = age_in_years(candidate, on)
    if years is not None and years < OLD_YEARS:
        share = min(1.0, (OLD_YEARS - years) / (OLD_YEARS - FRESH_YEARS))
        yield Reason(Criterion.FRESHNESS, How.RECENT, weight * share, amount=years)
