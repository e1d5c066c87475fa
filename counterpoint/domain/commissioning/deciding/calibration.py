"""What strict and lenient assessors do to scores, and how sure one can be of it.

The model is additive: a score is the application's own worth plus the assessor's severity plus chance,
and severities make zero together. It is fitted by least squares, the two-way layout with unequal
numbers in the cells (Searle, Linear Models, 1971, chapter 7). Standard errors come from the residual
variance and say how little a few scores can tell: with two scores to an application they are wide.
Where applications and assessors fall into groups that share nobody, no comparison between the groups
is possible, and none is made.

There may be thousands of applications and never many assessors, so the applications are eliminated
from the normal equations and only a system of the size of the panel is solved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Given:
    application: int
    assessor: int
    score: float  # of 100


@dataclass(frozen=True, slots=True)
class Estimate:
    value: float
    error: float | None  # standard error; None where nothing is left to judge it by


@dataclass(frozen=True)
class Calibration:
    worth: dict[int, Estimate]  # by application
    severity: dict[int, Estimate]  # by assessor; negative: stricter than the others
    is_connected: bool

    @property
    def is_of_use(self) -> bool:
        return self.is_connected and len(self.severity) > 1


NOTHING = Calibration({}, {}, is_connected=False)


def calibrated(given: Iterable[Given]) -> Calibration:
    known = list(given)
    if not known or not is_connected(known):
        return NOTHING
    applications = sorted({one.application for one in known})
    assessors = sorted({one.assessor for one in known})
    rows = _places((one.application for one in known), applications)
    columns = _places((one.assessor for one in known), assessors)
    scores = np.array([one.score for one in known])
    codes = _codes(columns, len(assessors))
    counts = np.bincount(rows, minlength=len(applications)).astype(float)
    sums = np.bincount(rows, scores, minlength=len(applications))
    joined = np.zeros((len(applications), codes.shape[1]))
    np.add.at(joined, rows, codes)
    shares = joined / counts[:, None]
    inverse = np.linalg.pinv(codes.T @ codes - joined.T @ shares)
    severity = inverse @ (codes.T @ scores - shares.T @ sums)
    worth = (sums - joined @ severity) / counts
    residual = scores - worth[rows] - codes @ severity
    variance = _variance(residual, len(applications) + codes.shape[1])
    spread = np.einsum("ij,jk,ik->i", shares, inverse, shares)
    last = -severity.sum()
    return Calibration(
        {
            one: Estimate(float(worth[n]), _error(variance, 1 / counts[n] + spread[n]))
            for n, one in enumerate(applications)
        },
        {
            one: Estimate(value, _error(variance, own))
            for one, value, own in zip(
                assessors,
                (*map(float, severity), float(last)),
                # The last one is minus the sum of the others, and so is its variance theirs.
                (*map(float, inverse.diagonal()), float(inverse.sum())),
                strict=True,
            )
        },
        is_connected=True,
    )


def is_connected(given: Sequence[Given]) -> bool:
    """Whether a chain of shared assessors leads from every application to every other."""
    applications = sorted({one.application for one in given})
    assessors = sorted({one.assessor for one in given})
    rows = _places((one.application for one in given), applications)
    columns = _places((one.assessor for one in given), assessors) + len(applications)
    size = len(applications) + len(assessors)
    links = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    return bool(connected_components(links, directed=False, return_labels=False) == 1)


def _places(
    keys: Iterable[int], ordered: Sequence[int]
) -> "np.ndarray[Any, np.dtype[np.int64]]":
    known = {key: n for n, key in enumerate(ordered)}
    return np.array([known[key] for key in keys], dtype=np.int64)


def _codes(columns: "np.ndarray[Any, np.dtype[np.int64]]", assessors: int) -> Numbers:
    """One column for each assessor but the last, who is minus all the others."""
    table = np.vstack([np.eye(assessors - 1), -np.ones(assessors - 1)])
    coded: Numbers = table[columns]
    return coded


def _variance(residual: Numbers, estimated: int) -> float | None:
    freedom = len(residual) - estimated
    return float(residual @ residual) / freedom if freedom > 0 else None


def _error(variance: float | None, share: float) -> float | None:
    return None if variance is None else float(np.sqrt(max(variance * share, 0)))
