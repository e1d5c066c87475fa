"""Maps as values that a template prints: one path for each area."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterpoint.apps.places.models import Place
from counterpoint.domain.places.drawing import Frame, frame_around, path
from counterpoint.domain.places.place import Kind
from counterpoint.domain.places.place import Place as PlaceValue

WIDTH, TALLEST = 460, 680


@dataclass(frozen=True)
class Shape:
    d: str
    code: str
    name: str
    kind: str
    url: str
    is_here: bool = False


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    name: str


@dataclass(frozen=True)
class Map:
    frame: Frame
    shapes: tuple[Shape, ...]
    dot: Dot | None = None


def map_of(drawn: Sequence[Place], here: PlaceValue) -> Map | None:
    """These areas with the place among them marked, or the area that a town lies in."""
    frame = frame_around([area.outline for area in drawn], width=WIDTH, tallest=TALLEST)
    if frame is None:
        return None
    marked = {here.code} if here.kind is not Kind.TOWN else {here.parent}
    shapes = tuple(
        Shape(
            d=path(area.outline, frame),
            code=area.code,
            name=area.name,
            kind=area.kind,
            url=area.get_absolute_url(),
            is_here=area.code in marked,
        )
        # What is marked comes last, so that its border lies over those of its neighbours.
        for area in sorted(drawn, key=lambda area: area.code in marked)
    )
    return Map(frame, shapes, _dot(here, frame))


def _dot(here: PlaceValue, frame: Frame) -> Dot | None:
    if here.kind is not Kind.TOWN or here.point is None:
        return None
    x, y = frame.point(here.point)
    return Dot(x, y, here.name)
