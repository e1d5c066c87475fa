"""The results on a map: a numbered point each, over the outlines of nations and regions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterpoint.apps.matching.presenters.results import Result
from counterpoint.apps.places import queries as places
from counterpoint.apps.places.models import Place
from counterpoint.domain.matching.matches import Match
from counterpoint.domain.places.drawing import Frame, frame_around, path
from counterpoint.domain.places.gazetteer import Gazetteer
from counterpoint.domain.places.points import Point

WIDTH, TALLEST = 320, 480
_ENGLAND = "E92000001"


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    rank: int
    title: str
    place: str
    url: str


@dataclass(frozen=True)
class Drawing:
    frame: Frame
    paths: tuple[str, ...]
    dots: tuple[Dot, ...]


def drawing(matches: Sequence[Match], results: Sequence[Result]) -> Drawing | None:
    by_key = {match.candidate.key: match for match in matches}
    ground = _ground(places.gazetteer())
    if ground is None:
        return None
    frame, paths = ground
    dots = [dot for one in results if (dot := _dot(one, by_key[one.key], frame))]
    return Drawing(frame, paths, tuple(dots)) if dots else None


def _dot(result: Result, match: Match, frame: Frame) -> Dot | None:
    for place in match.candidate.localities:
        if place.latitude is not None and place.longitude is not None:
            x, y = frame.point(Point(place.latitude, place.longitude))
            return Dot(x, y, result.rank, result.card.title, place.name, result.card.url)
    return None


@lru_cache(maxsize=1)
def _ground(gazetteer: Gazetteer) -> tuple[Frame, tuple[str, ...]] | None:
    """Drawn once for each release of the places, of which there is one gazetteer."""
    kinds = (Place.Kind.REGION, Place.Kind.NATION)
    drawn = Place.objects.filter(kind__in=kinds, valid_to=None).exclude(code=_ENGLAND)
    outlines = [outline for outline in drawn.values_list("outline", flat=True) if outline]
    frame = frame_around(outlines, width=WIDTH, tallest=TALLEST)
    return (frame, tuple(path(outline, frame) for outline in outlines)) if frame else None
