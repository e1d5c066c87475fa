"""Which places lie in which, on a day or at any time.

  England                     parent: wholly in, one only
     |
South East   Kent and Medway  overlap: a share of it, several at once
     |        /      |
   Kent      /       |
     |      /        |
  Thanet --'      Medway
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from counterpoint.domain.places.place import How, Link, Place
from counterpoint.domain.places.points import Point, distance_km

# Of the 310 pairs of district and integrated care board (ONS, 2024) six are under this: nobody
# would look for the one neighbourhood of Cherwell that belongs to Northamptonshire.
LEAST_SHARE = 0.1
HELD_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Step:
    code: str
    share: float
    # Still on the place's own line of parents and successors: only there does an ended place
    # lead on to what followed it. What merely overlapped it has its own links to today's areas.
    is_own_line: bool


class Containment:
    def __init__(self, places: Iterable[Place], links: Iterable[Link] = ()) -> None:
        self._places = {place.code: place for place in places}
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._successors: dict[str, list[str]] = defaultdict(list)
        for link in links:
            if link.how is How.OVERLAPS:
                self._holders[link.place].append((link.other, link.share or 0.0))
            else:
                self._successors[link.place].append(link.other)
        self._known: dict[tuple[str, date | None], dict[str, float]] = {}

    def shares(self, code: str, on: date | None = None) -> dict[str, float]:
        """Each place that holds this one, with the share of it that it holds."""
        key = (code, on)
        if key not in self._known:
            self._known[key] = self._walk(code, on)
        return self._known[key]

    def ancestors(self, code: str, on: date | None = None) -> frozenset[str]:
        """What to file a record of this place under; with a day, only what existed on it."""
        shares = self.shares(code, on)
        return frozenset(holder for holder, share in shares.items() if share >= LEAST_SHARE)

    def contains(self, outer: str, inner: str, on: date | None = None) -> bool:
        return outer == inner or self.shares(inner, on).get(outer, 0.0) >= HELD_SHARE

    def successors(self, code: str) -> tuple[str, ...]:
        return tuple(self._successors.get(code, ()))

    def point_of(self, code: str) -> Point | None:
        """Its own middle, or that of the first of what followed it or holds it which has one."""
        place = self._places.get(code)
        if place is None or place.point is not None:
            return place.point if place else None
        for later in self._successors.get(code, ()):
            if point := self.point_of(later):
                return point
        return self.point_of(place.parent) if place.parent else None

    def distance_km(self, a: str, b: str) -> float | None:
        """0 where one holds the other; else from middle to middle; None where one is unknown."""
        if self.contains(a, b) or self.contains(b, a):
            return 0.0
        first, second = self.point_of(a), self.point_of(b)
        return distance_km(first, second) if first and second else None

    def _walk(self, code: str, on: date | None) -> dict[str, float]:
        found: dict[str, float] = {}
        ahead = list(self._steps_from(_Step(code, 1.0, is_own_line=True), on))
        while ahead:
            step = ahead.pop()
            if step.code == code or found.get(step.code, 0.0) >= step.share:
                continue
            found[step.code] = step.share
            ahead.extend(self._steps_from(step, on))
        return {holder: share for holder, share in found.items() if self._existed(holder, on)}

    def _steps_from(self, step: _Step, on: date | None) -> Iterator[_Step]:
        place = self._places.get(step.code)
        if place is None:
            return
        if place.parent:
            yield _Step(place.parent, step.share, step.is_own_line)
        for holder, share in self._holders.get(step.code, ()):
            if self._existed(holder, on):
                yield _Step(holder, step.share * share, is_own_line=False)
        if step.is_own_line:
            for later in self._successors.get(step.code, ()):
                yield _Step(later, step.share, is_own_line=True)

    def _existed(self, code: str, on: date | None) -> bool:
        place = self._places.get(code)
        return place is not None and (on is None or place.existed_on(on))
