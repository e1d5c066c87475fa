"""Place and travel: does what is offered reach where it is needed?"""

from dataclasses import dataclass

from counterpoint.domain.matching.matches import How, Said
from counterpoint.domain.matching.statement import Locality, Reach
from counterpoint.domain.places.place import Kind
from counterpoint.domain.places.points import Point, distance_km

# Where an offer does not say how far it travels. People cross a county for work, not a region.
USUAL_TRAVEL_KM = 30
# What a shared area is worth when neither distance nor service area is known.
SHARE_OF_ONLINE = 0.6
SHARE_OF_NEXT_AREA = 0.5
# A need anywhere in England is near everybody in England: that says less than a shared district.
SHARE_OF_WIDE: dict[str, float] = {Kind.COUNTRY: 0.5, Kind.NATION: 0.5, Kind.REGION: 0.7}


@dataclass(frozen=True, slots=True)
class Nearness:
    share: float  # 1: there; 0: out of range, or nothing is known
    how: How | None = None
    needed: Said | None = None
    offered: Said | None = None
    km: float | None = None

    @property
    def is_out_of_range(self) -> bool:
        return not self.share and self.needed is not None and self.offered is not None


UNKNOWN = Nearness(0.0)


def nearness(
    needed: tuple[Locality, ...], offered: tuple[Locality, ...], reach: Reach
) -> Nearness:
    """The best of all pairs of places: where it is needed, where it is offered."""
    pairs = [
        _pair(place, other, reach) for place in needed for other in (*offered, *reach.covers)
    ]
    best = max(pairs, key=lambda near: (near.share, -(near.km or 0.0)), default=UNKNOWN)
    if reach.is_online and best.share < SHARE_OF_ONLINE and needed:
        return Nearness(SHARE_OF_ONLINE, How.ONLINE, _said(needed[0]))
    return best


def _pair(needed: Locality, offered: Locality, reach: Reach) -> Nearness:
    ends = _said(needed), _said(offered)
    if needed.code == offered.code:
        return Nearness(1.0, How.SAME, *ends)
    if needed.code in offered.within:
        return Nearness(SHARE_OF_WIDE.get(needed.kind, 1.0), How.INSIDE, *ends)
    if offered.code in needed.within:
        return Nearness(1.0, How.INSIDE, *ends)
    km = _distance(needed, offered)
    if km is not None:
        return _by_distance(km, reach, ends)
    if needed.within and offered.within and needed.within[0] == offered.within[0]:
        return Nearness(SHARE_OF_NEXT_AREA, How.SAME_AREA, *ends)
    return Nearness(0.0, None, *ends)


def _by_distance(km: float, reach: Reach, ends: tuple[Said, Said]) -> Nearness:
    """Full within half the way that they travel, then less, nothing beyond."""
    furthest = USUAL_TRAVEL_KM if reach.travel_km is None else reach.travel_km
    if km > furthest:
        return Nearness(0.0, None, *ends, km)
    return Nearness(min(1.0, 1.5 - km / furthest), How.NEAR, *ends, km)


def _distance(one: Locality, other: Locality) -> float | None:
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    return distance_km(
        Point(one.latitude, one.longitude), Point(other.latitude, other.longitude)
    )


def _said(place: Locality) -> Said:
    return Said(place.code, place.name)
