"""The assumptions of a valuation, all of them, and the value of one year of life satisfaction.

HM Treasury, Wellbeing Guidance for Appraisal: Supplementary Green Book Guidance, 2021: one
WELLBY is £13,000, from £10,000 to £16,000, in 2019 prices.
"""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from counterpoint.domain.outcomes.instruments import Citation, Forbids, Instrument
from counterpoint.domain.refusals import Invalid

GUIDANCE = Citation(
    "HM Treasury, Wellbeing Guidance for Appraisal, as summed up by Economics by Design",
    "https://www.economicsbydesign.com/pt/the-economic-value-of-personal-wellbeing/",
)
PRICE_YEAR = 2019


@dataclass(frozen=True)
class Assumptions:
    """Every number that the result rests on; change is in points of life satisfaction, 0 to 10."""

    people: int = 12
    change: Decimal = Decimal("0.8")
    counterfactual: Decimal = Decimal("0.3")
    months: Decimal = Decimal(6)
    cost: Decimal = Decimal(6000)
    low: Decimal = Decimal(10_000)
    central: Decimal = Decimal(13_000)
    high: Decimal = Decimal(16_000)
    # Prices of the price year times this; 1 leaves them as published. No table of factors is
    # shipped, because none is sourced: whoever uprates says with what.
    uprating: Decimal = Decimal(1)
    discount_percent: Decimal = Decimal("1.5")
    # How far each assumption is moved, both ways, to see how much hangs on it.
    spread_percent: Decimal = Decimal(25)

    def __post_init__(self) -> None:
        if self.people < 1 or self.months <= 0 or self.cost <= 0 or self.uprating <= 0:
            raise Invalid("People, duration, cost and uprating must be more than nothing.")
        if not 0 < self.low <= self.central <= self.high:
            raise Invalid("The values of a WELLBY must rise from low to high.")
        if abs(self.change) > 10 or abs(self.counterfactual) > 10:
            raise Invalid("Life satisfaction goes from 0 to 10: no change is larger than 10.")

    def with_(self, name: str, value: Decimal) -> "Assumptions":
        changed: Any = {name: int(value) if name == "people" else value}
        return replace(self, **changed)


ASSUMED = tuple(field.name for field in fields(Assumptions))


class NoDeclaredMapping(Invalid):
    sentence = "This measure is not life satisfaction, so it does not turn into WELLBYs."
    advice = (
        "Declare which published mapping you use, and its source, or ask the ONS question."
    )


def check_is_life_satisfaction(instrument: Instrument, series: str) -> None:
    """Only the ONS life satisfaction item is what a WELLBY is defined on."""
    rule = instrument.forbids(Forbids.WELLBY)
    if rule:
        raise NoDeclaredMapping(rule.says)
    if (instrument.code, series) != ("ons4", "satisfaction"):
        raise NoDeclaredMapping
