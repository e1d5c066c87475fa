"""One effect from several: fixed and random effects, with intervals that are honest when few."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from counterpoint.domain.evidence.distributions import (
    chi2_tail,
    normal_quantile,
    normal_tail,
    t_quantile,
    t_tail,
)
from counterpoint.domain.evidence.heterogeneity import (
    Method,
    cochran_q,
    tau_squared,
    typical_variance,
    weighted_mean,
)
from counterpoint.domain.refusals import Invalid

FEWEST_TO_POOL = 5


class Interval(StrEnum):
    WALD = "Wald"
    KNAPP_HARTUNG = "Knapp-Hartung"
    # With a guard: the error is never made smaller than Wald's, max(1, q).
    GUARDED = "Knapp-Hartung, guarded"


class TooFewToPool(Invalid):
    sentence = "Fewer than five studies are listed here, not pooled."
    advice = (
        "With so few, nobody can tell how far true effects differ, and a pooled number would "
        "look surer than it is. You may ask for it all the same."
    )


class CannotBePooled(Invalid):
    sentence = "Each study needs an effect and a variance above nought."


@dataclass(frozen=True)
class Pooled:
    """On the scale of the effects that went in."""

    k: int
    method: Method
    interval: Interval
    estimate: float
    standard_error: float
    ci_low: float
    ci_high: float
    p: float
    tau2: float
    q: float
    q_p: float
    # Two definitions share the name I2: they differ whenever tau2 is not that of DerSimonian-Laird.
    i2_from_q: float
    i2_from_tau2: float
    # Where the true effect of a new setting may lie; not for fewer than three studies.
    prediction: tuple[float, float] | None
    weights: tuple[float, ...]  # shares of the whole, in the order of the studies

    @property
    def tau(self) -> float:
        return sqrt(self.tau2)


def pool(
    effects: Sequence[float],
    variances: Sequence[float],
    *,
    method: Method = Method.RESTRICTED_LIKELIHOOD,
    interval: Interval = Interval.GUARDED,
    level: float = 0.95,
    even_if_few: bool = False,
) -> Pooled:
    _check(effects, variances, even_if_few)
    k = len(effects)
    tau2 = tau_squared(effects, variances, method)
    weights = [1 / (v + tau2) for v in variances]
    total = sum(weights)
    estimate = weighted_mean(effects, weights)
    error, df = _error(effects, variances, tau2, interval)
    reach = error * _quantile(level, df)
    q = cochran_q(effects, variances)
    return Pooled(
        k=k,
        method=method,
        interval=interval,
        estimate=estimate,
        standard_error=error,
        ci_low=estimate - reach,
        ci_high=estimate + reach,
        p=normal_tail(estimate / error) if df is None else t_tail(estimate / error, df),
        tau2=tau2,
        q=q,
        q_p=chi2_tail(q, k - 1) if k > 1 else 1.0,
        i2_from_q=max(0.0, (q - (k - 1)) / q) if q > 0 else 0.0,
        i2_from_tau2=tau2 / (tau2 + typical_variance(variances)) if k > 1 else 0.0,
        prediction=_prediction(estimate, error, tau2, df, level, k, method),
        weights=tuple(weight / total for weight in weights),
    )


def _check(effects: Sequence[float], variances: Sequence[float], even_if_few: bool) -> None:
    if not effects or len(effects) != len(variances) or min(variances) <= 0:
        raise CannotBePooled
    if len(effects) < FEWEST_TO_POOL and not even_if_few:
        raise TooFewToPool


def _error(
    effects: Sequence[float], variances: Sequence[float], tau2: float, interval: Interval
) -> tuple[float, int | None]:
    """The standard error, and the degrees of freedom of its t; None stands for the normal."""
    k = len(effects)
    wald = sqrt(1 / sum(1 / (v + tau2) for v in variances))
    if interval == Interval.WALD or k < 2:
        return wald, None
    q = cochran_q(effects, variances, tau2) / (k - 1)
    return wald * sqrt(max(1.0, q) if interval == Interval.GUARDED else q), k - 1


def _quantile(level: float, df: int | None) -> float:
    share = (1 + level) / 2
    return normal_quantile(share) if df is None else t_quantile(share, df)


def _prediction(
    estimate: float,
    error: float,
    tau2: float,
    df: int | None,
    level: float,
    k: int,
    method: Method,
) -> tuple[float, float] | None:
    """With the distribution of the interval itself, as metafor does; none for a fixed effect."""
    if k < 3 or method == Method.FIXED:
        return None
    reach = _quantile(level, df) * sqrt(tau2 + error**2)
    return estimate - reach, estimate + reach
