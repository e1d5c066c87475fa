from dataclasses import dataclass
from math import cos, radians

from django.db.models import QuerySet

from counterpoint.apps.places.models import Place
from counterpoint.domain.places.points import Point, distance_km

# Looked for in boxes of growing reach, so that the index of positions need not be a spatial one.
_REACHES_KM = (30.0, 120.0, 1_500.0)
_KM_TO_A_DEGREE = 111.2  # of latitude, on the sphere that distances are reckoned on
_NARROWEST = 0.2  # no place here is so far north that a degree of longitude is narrower


@dataclass(frozen=True)
class Near:
    place: Place
    km: float


def nearby(point: Point, *, kind: str, limit: int, besides: int | None = None) -> list[Near]:
    """The nearest places of a kind that there are today, by the distance of their middles."""
    near: list[Near] = []
    for reach_km in _REACHES_KM:
        found = _within_a_box(point, kind, reach_km).exclude(pk=besides or 0)
        near = sorted(
            (Near(place, _distance(point, place)) for place in found), key=lambda near: near.km
        )
        # In the corners of the box others may be missing that are just as near.
        sure = [one for one in near if one.km <= reach_km]
        if len(sure) >= limit:
            return sure[:limit]
    return near[:limit]


def _within_a_box(point: Point, kind: str, reach_km: float) -> QuerySet[Place]:
    up = reach_km / _KM_TO_A_DEGREE
    across = up / max(cos(radians(point.latitude)), _NARROWEST)
    return Place.objects.defer("outline").filter(
        kind=kind,
        valid_to=None,
        latitude__range=(point.latitude - up, point.latitude + up),
        longitude__range=(point.longitude - across, point.longitude + across),
    )


def _distance(point: Point, place: Place) -> float:
    assert place.latitude is not None
    assert place.longitude is not None
    return distance_km(point, Point(place.latitude, place.longitude))
