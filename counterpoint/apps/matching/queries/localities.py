"""Places as matching compares them: with all that they lie in, the narrowest first."""

from dataclasses import replace
from functools import lru_cache

from counterpoint.apps.places import queries as places
from counterpoint.domain.matching.statement import Locality
from counterpoint.domain.places.gazetteer import Gazetteer
from counterpoint.domain.places.place import RANK
from counterpoint.domain.places.points import Point


class Localities:
    """Made for one release of the places; asked about the same codes again and again."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.of_code = lru_cache(maxsize=8_192)(self._of_code)

    def _of_code(self, code: str) -> Locality | None:
        place = self._gazetteer.place(code)
        if place is None:
            return None
        point = self._gazetteer.containment.point_of(code)
        return Locality(
            code=code,
            name=place.name,
            within=self._within(code),
            latitude=point.latitude if point else None,
            longitude=point.longitude if point else None,
            kind=place.kind,
        )

    def at(self, code: str, point: Point | None) -> Locality | None:
        """The place, but with the point that the record itself gives."""
        place = self.of_code(code)
        if place is None or point is None:
            return place
        return replace(place, latitude=point.latitude, longitude=point.longitude)

    def _within(self, code: str) -> tuple[str, ...]:
        holders = self._gazetteer.containment.ancestors(code)
        return tuple(sorted(holders, key=lambda holder: (-self._rank(holder), holder)))

    def _rank(self, code: str) -> int:
        place = self._gazetteer.place(code)
        return RANK[place.kind] if place else 0


_latest: tuple[Gazetteer, Localities] | None = None


def localities() -> Localities:
    global _latest
    gazetteer = places.gazetteer()
    known = _latest
    if known is None or known[0] is not gazetteer:
        known = _latest = gazetteer, Localities(gazetteer)
    return known[1]
