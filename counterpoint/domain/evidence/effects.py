"""Effect sizes and their variances, from what a study reports of its groups.

Ratios are held as logarithms, correlations as Fisher's z: on those scales errors are nearly
normal, and only on those scales may effects be pooled.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import atanh, exp, lgamma, log, sqrt, tanh

from counterpoint.domain.refusals import Invalid


class Measure(StrEnum):
    MD = "MD"
    SMD = "SMD"
    OR = "OR"
    RR = "RR"
    HR = "HR"
    RD = "RD"
    COR = "COR"
    # The change of one group against its own spread: no comparison, so never pooled with SMD.
    CHANGE = "CHANGE"


RATIOS = frozenset({Measure.OR, Measure.RR, Measure.HR})


class NotAnEffect(Invalid):
    sentence = "These numbers do not make an effect size."


@dataclass(frozen=True)
class EffectSize:
    """On the scale that is pooled: `estimate` of a ratio is its logarithm."""

    measure: Measure
    estimate: float
    variance: float

    @property
    def standard_error(self) -> float:
        return sqrt(self.variance)


@dataclass(frozen=True)
class Group:
    """The scores of one arm."""

    mean: float
    sd: float
    n: int

    def __post_init__(self) -> None:
        if self.n < 2 or self.sd <= 0:
            raise NotAnEffect("An arm needs at least two people and a spread above nought.")


@dataclass(frozen=True)
class Counts:
    """How many of an arm had the event."""

    events: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.events <= self.n or self.n < 1:
            raise NotAnEffect("There cannot be more events than people.")


def to_scale(measure: Measure, printed: float) -> float:
    """A number as it is printed, on the scale that is pooled."""
    if measure in RATIOS:
        if printed <= 0:
            raise NotAnEffect("A ratio is above nought.")
        return log(printed)
    if measure == Measure.COR:
        if not -1 < printed < 1:
            raise NotAnEffect("A correlation lies between -1 and 1.")
        return atanh(printed)
    return printed


def as_printed(measure: Measure, estimate: float) -> float:
    """Back from the scale that is pooled to the one that people read."""
    if measure in RATIOS:
        return exp(estimate)
    return tanh(estimate) if measure == Measure.COR else estimate


def small_sample_correction(df: float) -> float:
    """Hedges' J, exactly: the usual 1 - 3 / (4 df - 1) is its approximation."""
    if df <= 1:
        raise NotAnEffect("A standardised difference needs more than one degree of freedom.")
    return exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)


def mean_difference(treated: Group, control: Group) -> EffectSize:
    variance = treated.sd**2 / treated.n + control.sd**2 / control.n
    return EffectSize(Measure.MD, treated.mean - control.mean, variance)


def standardised_mean_difference(treated: Group, control: Group) -> EffectSize:
    """Hedges' g: the difference in units of the pooled standard deviation."""
    df = treated.n + control.n - 2
    within = ((treated.n - 1) * treated.sd**2 + (control.n - 1) * control.sd**2) / df
    return hedges_g((treated.mean - control.mean) / sqrt(within), treated.n, control.n)


def hedges_g(d: float, treated_n: int, control_n: int) -> EffectSize:
    """Cohen's d of two independent groups, corrected; its variance as metafor computes it."""
    total = treated_n + control_n
    g = small_sample_correction(total - 2) * d
    variance = 1 / treated_n + 1 / control_n + g**2 / (2 * total)
    return EffectSize(Measure.SMD, g, variance)


def log_odds_ratio(treated: Counts, control: Counts) -> EffectSize:
    a, b = float(treated.events), float(treated.n - treated.events)
    c, d = float(control.events), float(control.n - control.events)
    if 0 in (a, b, c, d):  # an empty cell has no logarithm: half a person is added to all four
        a, b, c, d = a + 0.5, b + 0.5, c + 0.5, d + 0.5
    return EffectSize(Measure.OR, log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d)


def log_risk_ratio(treated: Counts, control: Counts) -> EffectSize:
    a, n1, c, n2 = (float(n) for n in (treated.events, treated.n, control.events, control.n))
    if 0 in (a, c, n1 - a, n2 - c):
        a, n1, c, n2 = a + 0.5, n1 + 1, c + 0.5, n2 + 1
    return EffectSize(Measure.RR, log(a * n2 / (n1 * c)), 1 / a - 1 / n1 + 1 / c - 1 / n2)


def risk_difference(treated: Counts, control: Counts) -> EffectSize:
    p1, p2 = treated.events / treated.n, control.events / control.n
    variance = p1 * (1 - p1) / treated.n + p2 * (1 - p2) / control.n
    if variance == 0:
        raise NotAnEffect("With all or nobody in both arms the difference has no error.")
    return EffectSize(Measure.RD, p1 - p2, variance)


def correlation(r: float, n: int) -> EffectSize:
    """Fisher's z."""
    if n < 4:
        raise NotAnEffect("A correlation needs at least four people.")
    return EffectSize(Measure.COR, to_scale(Measure.COR, r), 1 / (n - 3))
