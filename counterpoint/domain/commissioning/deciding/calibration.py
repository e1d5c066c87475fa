"""What strict and lenient assessors do to scores, and how sure one can be of it.

The model is additive: a score is the application's own worth plus the assessor's severity plus chance,
and severities make zero together. It is fitted by least squares, the two-way layout with unequal
numbers in the cells (Searle, Linear Models, 1971, chapter 7). Standard errors come from the residual
variance and say how little a few scores can tell: with two scores to an application they are wide.
Where applications and assessors fall into groups that share nobody, no comparison between the groups
is possible, and none is made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

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
    if not known:
        return NOTHING
    applications = sorted({one.application for one in known})
    assessors = sorted({one.assessor for one in known})
    if not is_connected(known):
        return NOTHING
    design = _design(known, applications, assessors)
    answer = np.array([one.score for one in known])
    solution, *_rest = np.linalg.lstsq(design, answer, rcond=None)
    errors = _errors(design, answer, solution)
    last = len(applications)
    # The last assessor's severity is what makes all of them zero together.
    severity = [*solution[last:], -solution[last:].sum()]
    return Calibration(
        {one: Estimate(float(solution[n]), errors[n]) for n, one in enumerate(applications)},
        {
            one: Estimate(float(severity[n]), errors[last + n])
            for n, one in enumerate(assessors)
        },
        is_connected=True,
    )


def is_connected(given: Sequence[Given]) -> bool:
    """Whether a chain of shared assessors leads from every application to every other."""
    groups: list[set[tuple[str, int]]] = []
    for one in given:
        joined = {("application", one.application), ("assessor", one.assessor)}
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return len(groups) == 1


def _design(
    given: Sequence[Given], applications: Sequence[int], assessors: Sequence[int]
) -> Numbers:
    row_of = {one: n for n, one in enumerate(applications)}
    column_of = {one: n for n, one in enumerate(assessors)}
    last = len(assessors) - 1
    design = np.zeros((len(given), len(applications) + last))
    for n, one in enumerate(given):
        design[n, row_of[one.application]] = 1
        column = column_of[one.assessor]
        if column < last:
            design[n, len(applications) + column] = 1
        else:
            design[n, len(applications) :] = -1
    return design


def _errors(design: Numbers, answer: Numbers, solution: Numbers) -> list[float | None]:
    freedom = design.shape[0] - design.shape[1]
    count = design.shape[1] + 1
    if freedom <= 0:
        return [None] * count
    variance = float(((answer - design @ solution) ** 2).sum()) / freedom
    covariance = variance * np.linalg.pinv(design.T @ design)
    errors: list[float | None] = [float(np.sqrt(max(one, 0))) for one in covariance.diagonal()]
    return [*errors, _error_of_last(covariance, design)]


def _error_of_last(covariance: Numbers, design: Numbers) -> float:
    """Of the severity that is minus the sum of the others."""
    others = np.flatnonzero((design == -1).any(axis=0))
    return float(np.sqrt(max(covariance[np.ix_(others, others)].sum(), 0)))
