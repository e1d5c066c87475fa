"""How much true effects differ between studies: estimators of tau squared."""

from collections.abc import Sequence
from enum import StrEnum

STEPS = 200
CLOSE = 1e-12


class Method(StrEnum):
    FIXED = "FE"
    DERSIMONIAN_LAIRD = "DL"
    PAULE_MANDEL = "PM"
    RESTRICTED_LIKELIHOOD = "REML"
    LIKELIHOOD = "ML"
    HEDGES = "HE"


Numbers = Sequence[float]


def tau_squared(effects: Numbers, variances: Numbers, method: Method) -> float:
    """Never below nought. Of one study nothing can be said, so it is nought."""
    if len(effects) < 2 or method == Method.FIXED:
        return 0.0
    return _ESTIMATORS[method](effects, variances)


def weighted_mean(effects: Numbers, weights: Numbers) -> float:
    return sum(w * y for w, y in zip(weights, effects, strict=True)) / sum(weights)


def cochran_q(effects: Numbers, variances: Numbers, tau2: float = 0.0) -> float:
    weights = [1 / (v + tau2) for v in variances]
    mean = weighted_mean(effects, weights)
    return sum(w * (y - mean) ** 2 for w, y in zip(weights, effects, strict=True))


def typical_variance(variances: Numbers) -> float:
    """The within-study variance of Higgins and Thompson, by which both kinds of I2 are defined."""
    weights = [1 / v for v in variances]
    total = sum(weights)
    return (len(variances) - 1) * total / (total**2 - sum(w * w for w in weights))


def _dersimonian_laird(effects: Numbers, variances: Numbers) -> float:
    weights = [1 / v for v in variances]
    total = sum(weights)
    scale = total - sum(w * w for w in weights) / total
    return max(0.0, (cochran_q(effects, variances) - (len(effects) - 1)) / scale)


def _hedges(effects: Numbers, variances: Numbers) -> float:
    k = len(effects)
    mean = sum(effects) / k
    spread = sum((y - mean) ** 2 for y in effects) / (k - 1)
    return max(0.0, spread - sum(variances) / k)


def _paule_mandel(effects: Numbers, variances: Numbers) -> float:
    """The tau2 at which Q equals its expectation. Q falls and is convex: Newton cannot overshoot."""
    wanted = len(effects) - 1
    tau2 = 0.0
    for _step in range(STEPS):
        weights = [1 / (v + tau2) for v in variances]
        mean = weighted_mean(effects, weights)
        squares = [(y - mean) ** 2 for y in effects]
        excess = sum(w * s for w, s in zip(weights, squares, strict=True)) - wanted
        slope = sum(w * w * s for w, s in zip(weights, squares, strict=True))
        if excess <= 0 or slope == 0:
            break
        tau2 += excess / slope
        if excess < CLOSE:
            break
    return tau2


def _likelihood(effects: Numbers, variances: Numbers) -> float:
    return _by_scoring(effects, variances, is_restricted=False)


def _restricted_likelihood(effects: Numbers, variances: Numbers) -> float:
    return _by_scoring(effects, variances, is_restricted=True)


def _by_scoring(effects: Numbers, variances: Numbers, *, is_restricted: bool) -> float:
    """Fisher scoring, begun where Hedges' estimator is, halved while it would fall below nought."""
    tau2 = _hedges(effects, variances)
    for _step in range(STEPS):
        change = _score_step(effects, variances, tau2, is_restricted)
        new = max(0.0, tau2 + change)
        if abs(new - tau2) <= CLOSE * (1 + tau2):
            return new
        tau2 = new
    return tau2


def _score_step(
    effects: Numbers, variances: Numbers, tau2: float, is_restricted: bool
) -> float:
    """The score over the information: with P for the matrix that takes the mean out,
    REML is (y'PPy - tr P) / tr PP and ML is (y'PPy - tr W) / tr WW."""
    weights = [1 / (v + tau2) for v in variances]
    total = sum(weights)
    mean = weighted_mean(effects, weights)
    squares = [w * w for w in weights]
    second = sum(squares)
    fit = sum(w * (y - mean) ** 2 for w, y in zip(squares, effects, strict=True))
    if not is_restricted:
        return (fit - total) / second
    third = sum(w**3 for w in weights)
    trace = total - second / total
    information = second - 2 * third / total + (second / total) ** 2
    return (fit - trace) / information


_ESTIMATORS = {
    Method.DERSIMONIAN_LAIRD: _dersimonian_laird,
    Method.PAULE_MANDEL: _paule_mandel,
    Method.RESTRICTED_LIKELIHOOD: _restricted_likelihood,
    Method.LIKELIHOOD: _likelihood,
    Method.HEDGES: _hedges,
}
