"""What an assessor scores: each criterion with its scale and what they gave so far."""

from dataclasses import dataclass

from counterpoint.apps.commissioning.models import Criterion, Reading


@dataclass(frozen=True)
class Point:
    number: int
    means: str
    is_given: bool


@dataclass(frozen=True)
class CriterionForm:
    criterion: Criterion
    points: tuple[Point, ...]
    comment: str


@dataclass(frozen=True)
class ReadingView:
    criteria: tuple[CriterionForm, ...]
    is_finished: bool


def reading_view(reading: Reading) -> ReadingView:
    given = {one.criterion_id: one for one in reading.scores.all()}
    return ReadingView(
        tuple(
            CriterionForm(
                one,
                tuple(
                    Point(
                        number,
                        one.anchors.get(str(number), ""),
                        one.pk in given and given[one.pk].points == number,
                    )
                    for number in range(one.most + 1)
                ),
                given[one.pk].comment if one.pk in given else "",
            )
            for one in reading.seat.call.criteria.all()
        ),
        reading.finished_at is not None,
    )
