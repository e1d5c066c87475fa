"""Do small studies find more than large ones? Egger's test, and trim and fill."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from counterpoint.domain.evidence.distributions import t_tail
from counterpoint.domain.evidence.heterogeneity import Method
from counterpoint.domain.evidence.pooling import Interval, Pooled, pool
from counterpoint.domain.refusals import Invalid

FEWEST_TO_TEST = 10
ROUNDS = 100


class TooFewToTest(Invalid):
    sentence = "With fewer than ten studies the test cannot tell chance from asymmetry."


@dataclass(frozen=True)
class Egger:
    """The intercept is nought where small and large studies agree."""

    intercept: float
    standard_error: float
    t: float
    df: int
    p: float


@dataclass(frozen=True)
class Filled:
    """The result had the missing mirror images been found: how sensitive it is, not the truth."""

    missing: int
    is_missing_on_the_left: bool
    pooled: Pooled


def egger(
    effects: Sequence[float], variances: Sequence[float], *, even_if_few: bool = False
) -> Egger:
    """Egger 1997: effect over its error, regressed on precision, without weights."""
    k = len(effects)
    if k < 3 or (k < FEWEST_TO_TEST and not even_if_few):
        raise TooFewToTest
    errors = np.sqrt(np.asarray(variances, dtype=float))
    deviates, x = np.asarray(effects) / errors, np.column_stack([np.ones(k), 1 / errors])
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ deviates
    residual = float(np.sum((deviates - x @ beta) ** 2)) / (k - 2)
    error = sqrt(residual * float(inverse[0, 0]))
    t = float(beta[0]) / error
    return Egger(float(beta[0]), error, t, k - 2, t_tail(t, k - 2))


def trim_and_fill(
    effects: Sequence[float],
    variances: Sequence[float],
    *,
    method: Method = Method.FIXED,
    interval: Interval = Interval.WALD,
) -> Filled:
    """Duval and Tweedie's L0, on the side on which Egger's line says that studies are missing."""
    on_left = egger(effects, variances, even_if_few=True).intercept >= 0
    sign = 1.0 if on_left else -1.0
    pairs = sorted((sign * y, v) for y, v in zip(effects, variances, strict=True))
    missing, centre = _count_missing(pairs, method)
    mirrored = [(2 * centre - y, v) for y, v in pairs[len(pairs) - missing :]]
    filled = [*pairs, *mirrored]
    pooled = pool(
        [sign * y for y, _v in filled],
        [v for _y, v in filled],
        method=method,
        interval=interval,
        even_if_few=True,
    )
    return Filled(missing, on_left, pooled)


def _count_missing(pairs: list[tuple[float, float]], method: Method) -> tuple[int, float]:
    k, missing, centre = len(pairs), 0, 0.0
    for _round in range(ROUNDS):
        kept = pairs[: k - missing]
        centre = pool(
            [y for y, _v in kept], [v for _y, v in kept], method=method, even_if_few=True
        ).estimate
        distances = [y - centre for y, _v in pairs]
        right = sum(
            rank
            for rank, distance in zip(_ranks(distances), distances, strict=True)
            if distance > 0
        )
        found = max(0, round((4 * right - k * (k + 1)) / (2 * k - 1)))
        if found == missing:
            break
        missing = min(found, k - 2)
    return missing, centre


def _ranks(distances: Sequence[float]) -> list[float]:
    """From the nearest; the same rank where they are as near."""
    sizes = [abs(distance) for distance in distances]
    ordered = sorted(sizes)
    return [
        (ordered.index(size) + 1 + len(ordered) - ordered[::-1].index(size)) / 2
        for size in sizes
    ]
