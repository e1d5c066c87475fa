"""WELLBYs and what they are worth: low, central and high, and against the cost."""

from dataclasses import dataclass
from decimal import Decimal

from counterpoint.domain.value.assumptions import Assumptions

MONTHS_A_YEAR = Decimal(12)


@dataclass(frozen=True)
class Range:
    low: Decimal
    central: Decimal
    high: Decimal


@dataclass(frozen=True)
class Worth:
    wellbys: Decimal
    value: Range
    # None where nothing was gained: a cost per nothing is not a number.
    cost_per_wellby: Decimal | None
    ratio: Range
    cost_per_person: Decimal


def years(assumed: Assumptions) -> Decimal:
    """The duration in years, later years counting less: 1 / (1 + rate) each."""
    whole = assumed.months / MONTHS_A_YEAR
    factor, total, weight = 1 / (1 + assumed.discount_percent / 100), Decimal(0), Decimal(1)
    while whole > 1:
        total, whole, weight = total + weight, whole - 1, weight * factor
    return total + whole * weight


def wellbys(assumed: Assumptions) -> Decimal:
    return assumed.people * (assumed.change - assumed.counterfactual) * years(assumed)


def worth(assumed: Assumptions) -> Worth:
    gained = wellbys(assumed)
    values = Range(
        *(
            gained * one * assumed.uprating
            for one in (assumed.low, assumed.central, assumed.high)
        )
    )
    return Worth(
        wellbys=gained,
        value=values,
        cost_per_wellby=assumed.cost / gained if gained > 0 else None,
        ratio=Range(
            *(one / assumed.cost for one in (values.low, values.central, values.high))
        ),
        cost_per_person=assumed.cost / assumed.people,
    )


@dataclass(frozen=True)
class UnitCosts:
    per_participant: Decimal
    per_completer: Decimal | None
    per_unit_of_change: Decimal | None


def unit_costs(
    cost: Decimal, *, started: int, completed: int, mean_change: Decimal
) -> UnitCosts:
    """Per unit of change: one point for one completer. No gain has no cost per gain."""
    gained = mean_change * completed
    return UnitCosts(
        cost / started,
        cost / completed if completed else None,
        cost / gained if gained > 0 else None,
    )
