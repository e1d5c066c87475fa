"""What somebody should know about a match before acting on it. Flags never hide a record."""

from collections.abc import Iterator
from datetime import date

from counterpoint.domain.matching.conditions import (
    OLD_YEARS,
    age_in_years,
    how_near,
    needed_and_offered,
)
from counterpoint.domain.matching.matches import Flag, FlagKind
from counterpoint.domain.matching.statement import Candidate, Statement


def flags(statement: Statement, candidate: Candidate, on: date) -> Iterator[Flag]:
    near = how_near(statement, candidate)
    if near.is_out_of_range:
        yield Flag(FlagKind.OUT_OF_RANGE, amount=near.km)
    yield from _numbers(statement, candidate)
    if candidate.has_safeguarding is False:
        yield Flag(FlagKind.NO_SAFEGUARDING)
    if candidate.has_insurance is False:
        yield Flag(FlagKind.NO_INSURANCE)
    yield from _age(candidate, on)
    if candidate.doubts:
        yield Flag(FlagKind.DOUBTFUL, says=candidate.doubts[0].says)


def _numbers(statement: Statement, candidate: Candidate) -> Iterator[Flag]:
    needed, offered = needed_and_offered(statement, candidate)
    if needed.people and offered.people and offered.people < needed.people:
        yield Flag(FlagKind.TOO_FEW_PLACES, amount=offered.people)
    if needed.money and offered.money and offered.money > needed.money:
        yield Flag(FlagKind.ABOVE_BUDGET, amount=float(offered.money))


def _age(candidate: Candidate, on: date) -> Iterator[Flag]:
    years = age_in_years(candidate, on)
    if years is not None and years >= OLD_YEARS:
        yield Flag(FlagKind.OLD, amount=years)
    elif candidate.verified_on is None:
        yield Flag(FlagKind.NOT_VERIFIED)
