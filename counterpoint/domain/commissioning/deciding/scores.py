"""Scores on weighted criteria.

A criterion's points are divided by the most it gives, and its weight is its share of 100. The plain
weighted mean over assessors is the default everywhere; what calibration makes of it stands beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

from counterpoint.domain.refusals import Invalid

HUNDRED = Decimal(100)
CENT = Decimal("0.01")


class WeightsDoNotAddUp(Invalid):
    sentence = "The weights of the criteria must make 100 together."


class NotOnTheScale(Invalid):
    sentence = "The points must lie on the criterion's scale."


@dataclass(frozen=True, slots=True)
class Criterion:
    key: int
    title: str
    weight: int
    most: int
    least: int | None = None  # fewer points on average than this, and no award


@dataclass(frozen=True, slots=True)
class Score:
    application: int
    assessor: int
    criterion: int
    points: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How far assessors were apart on one criterion of one application."""

    lowest: int
    highest: int
    mean: Decimal
    deviation: Decimal
    outliers: tuple[int, ...] = ()  # assessors


def check_weights(criteria: Iterable[Criterion]) -> None:
    total = sum(one.weight for one in criteria)
    if total != HUNDRED:
        raise WeightsDoNotAddUp(advice=f"They make {total} now.")


def check_points(criterion: Criterion, points: int) -> None:
    if not 0 <= points <= criterion.most:
        raise NotOnTheScale(f"“{criterion.title}” is scored from 0 to {criterion.most}.")


def weighted(points: Mapping[int, Decimal], criteria: Iterable[Criterion]) -> Decimal:
    """Of 100, to two decimals, from mean or agreed points by criterion; a missing one gives none."""
    total = sum(
        (points.get(one.key, Decimal(0)) / one.most * one.weight for one in criteria),
        Decimal(0),
    )
    return total.quantize(CENT, ROUND_HALF_UP)


def mean_points(scores: Iterable[Score]) -> dict[int, Decimal]:
    """By criterion, over whoever scored it."""
    by_criterion: dict[int, list[int]] = {}
    for score in scores:
        by_criterion.setdefault(score.criterion, []).append(score.points)
    return {key: Decimal(sum(found)) / len(found) for key, found in by_criterion.items()}


def below_minimum(
    points: Mapping[int, Decimal], criteria: Iterable[Criterion]
) -> tuple[Criterion, ...]:
    return tuple(
        one
        for one in criteria
        if one.least is not None and points.get(one.key, Decimal(0)) < one.least
    )


def spread(scores: Sequence[Score], apart: int = 2) -> Spread | None:
    """An outlier is `apart` points or more from the mean of the others, where there are others."""
    if not scores:
        return None
    points = [score.points for score in scores]
    count, total = len(points), sum(points)
    outliers = tuple(
        score.assessor
        for score in scores
        if count > 1 and abs(score.points - (total - score.points) / (count - 1)) >= apart
    )
    squares = sum(point * point for point in points)
    deviation = sqrt(max(squares / count - (total / count) ** 2, 0))
    return Spread(
        min(points),
        max(points),
        Decimal(f"{total / count:.2f}"),
        Decimal(f"{deviation:.2f}"),
        outliers,
    )
