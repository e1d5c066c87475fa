"""Where a report disagrees with itself, said in a sentence."""

from dataclasses import dataclass
from math import sqrt

from counterpoint.domain.evidence.effects import RATIOS, Measure, as_printed, to_scale

# A limit printed to two decimals may be off by half of the last one; twice that is no rounding.
ROUNDING = 0.01


@dataclass(frozen=True)
class Doubt:
    sentence: str


def interval_doubts(
    measure: Measure, estimate: float, low: float, high: float, step: float = ROUNDING
) -> list[Doubt]:
    """An interval not centred on its estimate, or not even around it."""
    if not low <= estimate <= high:
        return [Doubt(f"The estimate {estimate:g} lies outside its own interval.")]
    middle = as_printed(measure, (to_scale(measure, low) + to_scale(measure, high)) / 2)
    if abs(middle - estimate) <= _allowed(measure, estimate, low, high, step):
        return []
    scale = " on the scale of logarithms" if measure in RATIOS else ""
    return [
        Doubt(
            f"The interval is not centred on the estimate{scale}: its midpoint is {middle:.2f}, "
            f"the estimate is {estimate:.2f}. Check the source."
        )
    ]


def _allowed(measure: Measure, estimate: float, low: float, high: float, step: float) -> float:
    """How far rounding alone can move the midpoint from the estimate."""
    if measure not in RATIOS:
        return step
    middle = sqrt(low * high)
    return 0.5 * step * (1 + middle / (2 * low) + middle / (2 * high)) + step / 2


def interval_excludes_none(measure: Measure, low: float, high: float) -> bool:
    """Whether chance alone is an unlikely account: the limits lie on one side of no effect."""
    none = 1.0 if measure in RATIOS else 0.0
    return low > none or high < none
