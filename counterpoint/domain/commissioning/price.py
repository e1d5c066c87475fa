"""What a piece of work costs in full, and whether the price asked for it covers that.

The five parts are those that small arts organisations leave out of their prices: beside direct
costs a share of what it costs to exist, the time of co-producing, evaluating, and access.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

PENNY = Decimal("0.01")
HUNDRED = Decimal(100)


class Part(StrEnum):
    DIRECT = "direct"
    CO_PRODUCTION = "coproduction"
    EVALUATION = "evaluation"
    ACCESS = "access"


class Caution(StrEnum):
    OVER_CEILING = "over_ceiling"
    BELOW_FULL_COST = "below_full_cost"
    COST_OVER_CEILING = "cost_over_ceiling"
    NO_OVERHEAD = "no_overhead"
    NO_CO_PRODUCTION = "no_coproduction"
    NO_EVALUATION = "no_evaluation"
    NO_ACCESS = "no_access"


@dataclass(frozen=True, slots=True)
class Line:
    part: Part
    words: str
    units: Decimal
    rate: Decimal

    @property
    def amount(self) -> Decimal:
        return pence(self.units * self.rate)


@dataclass(frozen=True, slots=True)
class Overhead:
    """A year of running costs, and the share of the year's working days that this work takes."""

    year: Decimal = Decimal(0)
    days_here: Decimal = Decimal(0)
    days_in_all: Decimal = Decimal(0)

    @property
    def is_known(self) -> bool:
        return self.year > 0 and self.days_in_all > 0

    @property
    def share(self) -> Decimal:
        """Never more than the whole: the work cannot take more days than there are."""
        if not self.is_known:
            return Decimal(0)
        return min(self.days_here / self.days_in_all, Decimal(1))

    @property
    def amount(self) -> Decimal:
        return pence(self.year * self.share)


@dataclass(frozen=True, slots=True)
class Costing:
    lines: tuple[Line, ...] = ()
    overhead: Overhead = Overhead()
    price: Decimal | None = None  # None: whatever the full cost is
    ceiling: Decimal | None = None
    people: int | None = None

    def total_of(self, part: Part) -> Decimal:
        return sum_of(line.amount for line in self.lines if line.part is part)

    @property
    def full_cost(self) -> Decimal:
        return sum_of(line.amount for line in self.lines) + self.overhead.amount

    @property
    def asked(self) -> Decimal:
        return self.full_cost if self.price is None else pence(self.price)

    @property
    def shortfall(self) -> Decimal:
        """What the organisation would pay towards the work itself."""
        return max(self.full_cost - self.asked, Decimal(0))

    @property
    def recovery(self) -> Decimal | None:
        """Per cent of the full cost that the price covers; None while nothing costs anything."""
        if not self.full_cost:
            return None
        return (self.asked / self.full_cost * HUNDRED).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def for_each_person(self) -> Decimal | None:
        return pence(self.full_cost / self.people) if self.people else None

    @property
    def warnings(self) -> tuple[Caution, ...]:
        if not self.full_cost:
            return ()
        over = self.ceiling is not None and self.asked > self.ceiling
        cannot = self.ceiling is not None and not over and self.full_cost > self.ceiling
        missing = {
            Caution.NO_OVERHEAD: not self.overhead.amount,
            Caution.NO_CO_PRODUCTION: not self.total_of(Part.CO_PRODUCTION),
            Caution.NO_EVALUATION: not self.total_of(Part.EVALUATION),
            Caution.NO_ACCESS: not self.total_of(Part.ACCESS),
        }
        found = {
            Caution.OVER_CEILING: over,
            Caution.COST_OVER_CEILING: cannot,
            Caution.BELOW_FULL_COST: self.shortfall > 0,
            **missing,
        }
        return tuple(warning for warning, holds in found.items() if holds)


def pence(money: Decimal) -> Decimal:
    return money.quantize(PENNY, ROUND_HALF_UP)


def sum_of(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal("0.00"))
