"""Effect sizes from what is printed when means and counts are not: intervals, t, F and p."""

from math import copysign, sqrt

from counterpoint.domain.evidence.distributions import normal_quantile, t_quantile
from counterpoint.domain.evidence.effects import (
    EffectSize,
    Measure,
    NotAnEffect,
    hedges_g,
    small_sample_correction,
    to_scale,
)


def from_interval(
    measure: Measure, estimate: float, low: float, high: float, level: float = 0.95
) -> EffectSize:
    """The width of the interval tells the standard error; where it is centred is another matter."""
    if not low < high:
        raise NotAnEffect("The lower limit has to lie below the upper one.")
    width = to_scale(measure, high) - to_scale(measure, low)
    error = width / (2 * normal_quantile((1 + level) / 2))
    return EffectSize(measure, to_scale(measure, estimate), error**2)


def from_t(t: float, treated_n: int, control_n: int) -> EffectSize:
    """Hedges' g of two independent groups."""
    return hedges_g(t * sqrt(1 / treated_n + 1 / control_n), treated_n, control_n)


def from_f(f: float, treated_n: int, control_n: int, favours_treated: bool) -> EffectSize:
    """Of two groups only: F is the square of t then, and has lost its sign."""
    if f < 0:
        raise NotAnEffect("F is never below nought.")
    return from_t(sqrt(f) if favours_treated else -sqrt(f), treated_n, control_n)


def from_p(p: float, treated_n: int, control_n: int, favours_treated: bool) -> EffectSize:
    """From the exact two-sided p of a t-test; "p < .05" is not exact and will not do."""
    if not 0 < p <= 1:
        raise NotAnEffect("p lies above 0 and is at most 1.")
    t = -t_quantile(p / 2, treated_n + control_n - 2)
    return from_t(copysign(t, 1 if favours_treated else -1), treated_n, control_n)


def change_from_paired_t(t: float, df: int, higher_is_after: bool = True) -> EffectSize:
    """d_z of one group before and after, corrected for its size.

    Programs print t of before minus after or of after minus before: which it was has to be read,
    and then the sign says who got better.
    """
    n = df + 1
    d = abs(t) / sqrt(n) * (1 if higher_is_after else -1)
    corrected = small_sample_correction(df) * d
    return EffectSize(Measure.CHANGE, corrected, 1 / n + corrected**2 / (2 * n))


def from_standard_error(measure: Measure, estimate: float, error: float) -> EffectSize:
    """The error of a ratio is that of its logarithm, as programs print it."""
    if error <= 0:
        raise NotAnEffect("A standard error is above nought.")
    return EffectSize(measure, to_scale(measure, estimate), error**2)
