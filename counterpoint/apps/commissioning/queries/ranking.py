"""Scores of a round put together: what each application stands at, and how sure that is."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from counterpoint.apps.commissioning.models import (
    AgreedPoints,
    Application,
    Call,
    Criterion,
    Reading,
)
from counterpoint.domain.commissioning.deciding import calibration, ranking, scores


@dataclass(frozen=True)
class Standing:
    """One application in the round. `calibrated` stands beside the score, never in its place."""

    application: Application
    score: Decimal
    by_criterion: dict[int, Decimal]
    spreads: dict[int, scores.Spread]
    agreed: frozenset[int]
    readers: int
    finished: int
    calibrated: calibration.Estimate | None
    below: tuple[str, ...] = ()

    @property
    def is_scored(self) -> bool:
        return self.readers > 0 and self.finished == self.readers


@dataclass(frozen=True)
class Round:
    call: Call
    criteria: tuple[Criterion, ...]
    standings: dict[int, Standing]
    ranked: tuple[ranking.Ranked, ...]
    severity: dict[int, calibration.Estimate]  # by seat

    @property
    def is_all_read(self) -> bool:
        return bool(self.standings) and all(one.is_scored for one in self.standings.values())


def value_of(criterion: Criterion) -> scores.Criterion:
    return scores.Criterion(
        criterion.pk, criterion.title, criterion.weight, criterion.most, criterion.least
    )


def round_of(call: Call) -> Round:
    """Six queries, however many applications there are."""
    criteria = tuple(call.criteria.all())
    values = [value_of(one) for one in criteria]
    applications = list(
        Application.objects.in_the_round().filter(call=call).select_related("organisation")
    )
    given, readings = _given(call)
    agreed = _agreed(call)
    calibrated = calibration.calibrated(_for_calibration(given, values))
    standings = {}
    for one in applications:
        mine = given.get(one.pk, [])
        points = scores.mean_points(mine) | agreed.get(one.pk, {})
        standings[one.pk] = Standing(
            application=one,
            score=scores.weighted(points, values),
            by_criterion=points,
            spreads=_spreads(mine),
            agreed=frozenset(agreed.get(one.pk, {})),
            readers=len(readings.get(one.pk, [])),
            finished=sum(done for done in readings.get(one.pk, [])),
            calibrated=calibrated.worth.get(one.pk) if calibrated.is_of_use else None,
            below=tuple(low.title for low in scores.below_minimum(points, values)),
        )
    entries = [
        ranking.Entry(pk, one.score, one.below)
        for pk, one in standings.items()
        if one.is_scored
    ]
    return Round(call, criteria, standings, ranking.ranked(entries), calibrated.severity)


def _given(call: Call) -> tuple[dict[int, list[scores.Score]], dict[int, list[bool]]]:
    """Of finished readings alone; and by application whether each reader has finished."""
    given: dict[int, list[scores.Score]] = defaultdict(list)
    readings: dict[int, list[bool]] = defaultdict(list)
    for reading in Reading.objects.filter(seat__call=call).prefetch_related("scores"):
        readings[reading.application_id].append(reading.finished_at is not None)
        if reading.finished_at is None:
            continue
        given[reading.application_id] += [
            scores.Score(reading.application_id, reading.seat_id, one.criterion_id, one.points)
            for one in reading.scores.all()
        ]
    return given, readings


def _agreed(call: Call) -> dict[int, dict[int, Decimal]]:
    found: dict[int, dict[int, Decimal]] = defaultdict(dict)
    rows = AgreedPoints.objects.filter(application__call=call)
    for application, criterion, points in rows.values_list(
        "application", "criterion", "points"
    ):
        found[application][criterion] = points
    return found


def _spreads(mine: list[scores.Score]) -> dict[int, scores.Spread]:
    by_criterion: dict[int, list[scores.Score]] = defaultdict(list)
    for one in mine:
        by_criterion[one.criterion].append(one)
    found = {key: scores.spread(rows) for key, rows in by_criterion.items()}
    return {key: one for key, one in found.items() if one is not None}


def _for_calibration(
    given: dict[int, list[scores.Score]], values: list[scores.Criterion]
) -> list[calibration.Given]:
    made = []
    for application, rows in given.items():
        by_reader: dict[int, dict[int, Decimal]] = defaultdict(dict)
        for one in rows:
            by_reader[one.assessor][one.criterion] = Decimal(one.points)
        made += [
            calibration.Given(application, reader, float(scores.weighted(points, values)))
            for reader, points in by_reader.items()
        ]
    return made
