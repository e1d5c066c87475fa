"""How much hangs on each assumption, one at a time and all together."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from counterpoint.domain.value.assumptions import Assumptions
from counterpoint.domain.value.wellby import Range, worth, years

MOVED = ("change", "counterfactual", "months", "people", "cost")
VALUE = "value"
SEED = 20130701  # fixed, so that the same assumptions always show the same spread
DRAWS = 10_000


@dataclass(frozen=True)
class Bar:
    """The ratio of value to cost with one assumption low and high, all others as they are."""

    assumption: str
    low: Decimal
    high: Decimal
    at_low: Decimal
    at_high: Decimal

    @property
    def swing(self) -> Decimal:
        return abs(self.at_high - self.at_low)


def tornado(assumed: Assumptions) -> list[Bar]:
    """The widest first."""
    share = assumed.spread_percent / 100
    bars = [_moved(assumed, name, share) for name in MOVED]
    ratio = worth(assumed).ratio
    bars.append(Bar(VALUE, assumed.low, assumed.high, ratio.low, ratio.high))
    return sorted(bars, key=lambda bar: (-bar.swing, bar.assumption))


def _moved(assumed: Assumptions, name: str, share: Decimal) -> Bar:
    now = Decimal(getattr(assumed, name))
    low, high = sorted((now * (1 - share), now * (1 + share)))
    if name == "people":
        low, high = max(Decimal(1), low.to_integral_value()), high.to_integral_value()
    at = (worth(assumed.with_(name, value)).ratio.central for value in (low, high))
    return Bar(name, low, high, *at)


@dataclass(frozen=True)
class Spread:
    """The middle and the range that holds 95 of 100 draws; and how often it paid."""

    ratio: Range
    share_above_one: float


def simulated(assumed: Assumptions) -> Spread:
    """Each assumption drawn from a triangle around itself, the price from its published range."""
    made = np.random.default_rng(SEED)
    share = float(assumed.spread_percent) / 100

    def drawn(middle: float) -> np.ndarray:
        half = abs(middle) * share
        if not half:
            return np.full(DRAWS, middle)
        return made.triangular(middle - half, middle, middle + half, DRAWS)

    gained = drawn(float(assumed.change)) - drawn(float(assumed.counterfactual))
    price = made.triangular(
        float(assumed.low), float(assumed.central), float(assumed.high) + 1e-9, DRAWS
    )
    # Duration is drawn as a share of itself, so that its discounting is done once.
    lasting = float(years(assumed)) * drawn(1.0)
    ratios = gained * lasting * assumed.people * price * float(assumed.uprating)
    ratios /= drawn(float(assumed.cost))
    low, middle, high = np.quantile(ratios, [0.025, 0.5, 0.975])
    return Spread(
        Range(*(Decimal(str(round(float(x), 4))) for x in (low, middle, high))),
        float(np.mean(ratios > 1)),
    )
