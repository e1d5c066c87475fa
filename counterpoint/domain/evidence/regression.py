"""Effects explained by what studies differ in: the mixed model, with any number of moderators."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from counterpoint.domain.evidence.distributions import (
    chi2_tail,
    f_tail,
    normal_quantile,
    normal_tail,
    t_quantile,
    t_tail,
)
from counterpoint.domain.evidence.heterogeneity import CLOSE, STEPS, Method
from counterpoint.domain.evidence.pooling import CannotBePooled, Interval
from counterpoint.domain.refusals import Invalid

Array = Any


class TooManyModerators(Invalid):
    sentence = "There are not enough studies for so many moderators."


@dataclass(frozen=True)
class Coefficient:
    estimate: float
    standard_error: float
    ci_low: float
    ci_high: float
    p: float


@dataclass(frozen=True)
class Regression:
    """The first coefficient is the intercept: the effect where every moderator is nought."""

    k: int
    coefficients: tuple[Coefficient, ...]
    tau2: float
    residual_q: float
    residual_q_p: float
    # Whether the moderators, all together, explain anything.
    moderators_p: float | None


def regress(
    effects: Sequence[float],
    variances: Sequence[float],
    moderators: Sequence[Sequence[float]] = (),
    *,
    method: Method = Method.RESTRICTED_LIKELIHOOD,
    interval: Interval = Interval.GUARDED,
    level: float = 0.95,
    known_tau2: float | None = None,
) -> Regression:
    """`moderators` holds one sequence for each moderator, a value for each study.

    With `known_tau2`, found elsewhere or by another program, none is estimated.
    """
    y, v = np.asarray(effects, dtype=float), np.asarray(variances, dtype=float)
    if not len(y) or len(y) != len(v) or v.min() <= 0:
        raise CannotBePooled
    x = np.column_stack([np.ones(len(y)), *moderators])
    if len(y) <= x.shape[1] or np.linalg.matrix_rank(x) < x.shape[1]:
        raise TooManyModerators
    df = len(y) - x.shape[1]
    tau2 = _tau_squared(y, v, x, method) if known_tau2 is None else known_tau2
    beta, covariance = _weighted_fit(y, v + tau2, x)
    if interval != Interval.WALD:
        scale = float((y - x @ beta) ** 2 @ (1 / (v + tau2))) / df
        covariance = covariance * (max(1.0, scale) if interval == Interval.GUARDED else scale)
    t_df = None if interval == Interval.WALD else df
    residual_q = float((y - x @ _weighted_fit(y, v, x)[0]) ** 2 @ (1 / v))
    return Regression(
        k=len(y),
        coefficients=_coefficients(beta, covariance, t_df, level),
        tau2=tau2,
        residual_q=residual_q,
        residual_q_p=chi2_tail(residual_q, df),
        moderators_p=_moderators_p(beta, covariance, t_df),
    )


def _weighted_fit(y: Array, variances: Array, x: Array) -> tuple[Array, Array]:
    weighted = x / variances[:, None]
    covariance = np.linalg.inv(x.T @ weighted)
    return covariance @ (weighted.T @ y), covariance


def _projection(variances: Array, x: Array) -> Array:
    """The matrix that takes out what the moderators explain."""
    weights = np.diag(1 / variances)
    _beta, covariance = _weighted_fit(variances, variances, x)
    return weights - weights @ x @ covariance @ x.T @ weights


def _tau_squared(y: Array, v: Array, x: Array, method: Method) -> float:
    if method == Method.FIXED:
        return 0.0
    df = len(y) - x.shape[1]
    hedges = _moment(y, v, x, np.ones(len(y)))
    if method == Method.HEDGES:
        return hedges
    if method == Method.DERSIMONIAN_LAIRD:
        p = _projection(v, x)
        return max(0.0, float(y @ p @ y - df) / float(np.trace(p)))
    if method == Method.PAULE_MANDEL:
        return _paule_mandel(y, v, x, df)
    return _by_scoring(y, v, x, hedges, method)


def _moment(y: Array, v: Array, x: Array, weights: Array) -> float:
    """The method of moments with weights that do not hang on the variances."""
    p = _projection(1 / weights, x)
    return max(0.0, float(y @ p @ y - np.trace(p @ np.diag(v))) / float(np.trace(p)))


def _paule_mandel(y: Array, v: Array, x: Array, df: int) -> float:
    tau2 = 0.0
    for _step in range(STEPS):
        p = _projection(v + tau2, x)
        excess = float(y @ p @ y) - df
        if excess <= CLOSE:
            break
        tau2 += excess / float((p @ y) @ (p @ y))
    return tau2


def _by_scoring(y: Array, v: Array, x: Array, tau2: float, method: Method) -> float:
    for _step in range(STEPS):
        p = _projection(v + tau2, x)
        fitted = float((p @ y) @ (p @ y))
        w = p if method == Method.RESTRICTED_LIKELIHOOD else np.diag(1 / (v + tau2))
        change = (fitted - float(np.trace(w))) / float(np.trace(w @ w))
        new = max(0.0, tau2 + change)
        if abs(new - tau2) <= CLOSE * (1 + tau2):
            return new
        tau2 = new
    return tau2


def _coefficients(
    beta: Array, covariance: Array, df: int | None, level: float
) -> tuple[Coefficient, ...]:
    share = (1 + level) / 2
    quantile = normal_quantile(share) if df is None else t_quantile(share, df)
    found = []
    for place, value in enumerate(beta):
        estimate, error = float(value), sqrt(float(covariance[place, place]))
        ratio = estimate / error
        p = normal_tail(ratio) if df is None else t_tail(ratio, df)
        reach = quantile * error
        found.append(Coefficient(estimate, error, estimate - reach, estimate + reach, p))
    return tuple(found)


def _moderators_p(beta: Array, covariance: Array, df: int | None) -> float | None:
    count = len(beta) - 1
    if not count:
        return None
    explained = float(beta[1:] @ np.linalg.inv(covariance[1:, 1:]) @ beta[1:])
    return chi2_tail(explained, count) if df is None else f_tail(explained / count, count, df)
