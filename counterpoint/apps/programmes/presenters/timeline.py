"""A pipeline as a line in time. What is known only to the year is drawn as wide as the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counterpoint.apps.programmes.models import Move
from counterpoint.apps.programmes.presenters.dates import when_words
from counterpoint.domain.programmes import pipeline

WIDTH, ROW, TOP, AXIS = 420, 44, 8, 26
NARROWEST = 6.0


@dataclass(frozen=True)
class Bar:
    label: str
    x: float
    width: float
    y: int
    text_y: int


@dataclass(frozen=True)
class Year:
    label: str
    x: float
    anchor: str


@dataclass(frozen=True)
class Timeline:
    bars: list[Bar]
    years: list[Year]
    height: int
    axis_y: int
    label_y: int
    width: int = WIDTH


def timeline(pairs: Sequence[tuple[Move, pipeline.Move]]) -> Timeline | None:
    """None where no move is dated."""
    dated = [(move, value.on) for move, value in pairs if value.on]
    if not dated:
        return None
    first = min(on.year for _move, on in dated)
    last = max(on.year for _move, on in dated) + 1
    start, days = date(first, 1, 1), (date(last, 1, 1) - date(first, 1, 1)).days

    def across(day: date) -> float:
        return round((day - start).days / days * WIDTH, 1)

    bars = []
    for number, (move, on) in enumerate(dated):
        left, right = across(on.first_day), across(on.last_day)
        wide = max(right - left, NARROWEST)
        y = TOP + number * ROW
        label = f"{move.get_state_display()}, {when_words(move.on)}"
        bars.append(Bar(label, min(left, WIDTH - wide), wide, y + 20, y + 14))
    axis = TOP + len(dated) * ROW
    return Timeline(bars, _years(first, last, across), axis + AXIS, axis, axis + 18)


def _years(first: int, last: int, across) -> list[Year]:  # type: ignore[no-untyped-def]
    """Few enough to be read on a telephone."""
    step = max(1, -(-(last - first) // 6))
    shown = range(first, last + 1, step)
    return [
        Year(str(year), across(date(year, 1, 1)), _anchor(year, first, last)) for year in shown
    ]


def _anchor(year: int, first: int, last: int) -> str:
    return "start" if year == first else "end" if year == last else "middle"
