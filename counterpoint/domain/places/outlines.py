"""Outlines of areas: read from TopoJSON, put together into wider areas, and their middles.

TopoJSON keeps each stretch of border once, as an arc that both neighbours name. The outline of a
county is therefore made of the arcs that exactly one of its districts names; nothing is computed
with coordinates and nothing is left between neighbours.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Any

from counterpoint.domain.places.points import Point

Ring = list[list[float]]  # [longitude, latitude] each; the last equals the first
Outline = list[Ring]
_Arc = list[list[float]]

DECIMALS = 4  # about ten metres


class Topology:
    def __init__(self, document: Mapping[str, Any]) -> None:
        self._arcs = [_decoded(arc, document["transform"]) for arc in document["arcs"]]
        (collection,) = document["objects"].values()
        self._rings = {
            geometry["id"]: list(_arc_numbers(geometry))
            for geometry in collection["geometries"]
        }

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._rings)

    def outline(self, code: str) -> Outline:
        return [self._ring(numbers) for numbers in self._rings[code]]

    def together(self, codes: Iterable[str]) -> Outline:
        """One outline around all of these areas, without the borders between them."""
        numbers = [number for code in codes for ring in self._rings[code] for number in ring]
        times = Counter(_plain(number) for number in numbers)
        outer = [number for number in numbers if times[_plain(number)] == 1]
        return [self._ring(ring) for ring in self._stitched(outer)]

    def _ring(self, numbers: Iterable[int]) -> Ring:
        ring: Ring = []
        for number in numbers:
            arc = self._directed(number)
            ring.extend(arc[1:] if ring else arc)
        return ring

    def _directed(self, number: int) -> _Arc:
        return self._arcs[number] if number >= 0 else self._arcs[~number][::-1]

    def _stitched(self, numbers: list[int]) -> Iterable[list[int]]:
        beginning: dict[tuple[float, ...], list[int]] = defaultdict(list)
        for number in numbers:
            beginning[tuple(self._directed(number)[0])].append(number)
        left = set(numbers)
        for first in numbers:
            if first not in left:
                continue
            ring, number = [], first
            while number in left:
                left.discard(number)
                ring.append(number)
                end = tuple(self._directed(number)[-1])
                number = next((n for n in beginning[end] if n in left), first)
            yield ring


def _plain(number: int) -> int:
    return number if number >= 0 else ~number


def _arc_numbers(geometry: Mapping[str, Any]) -> Iterable[list[int]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def _decoded(arc: list[list[int]], transform: Mapping[str, Any]) -> _Arc:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    across = accumulate(step[0] for step in arc)
    up = accumulate(step[1] for step in arc)
    return [
        [round(x * scale_x + move_x, DECIMALS), round(y * scale_y + move_y, DECIMALS)]
        for x, y in zip(across, up, strict=True)
    ]


def signed_area(ring: Ring) -> float:
    """In square degrees; the sign tells which way round it runs, and so holes from land."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def middle(outline: Outline) -> Point | None:
    """The centre of area, holes taken out. In a hollow area it may lie outside."""
    area = across = up = 0.0
    for ring in outline:
        area += signed_area(ring)
        for (x1, y1), (x2, y2) in pairwise(ring):
            cross = x1 * y2 - x2 * y1
            across += (x1 + x2) * cross
            up += (y1 + y2) * cross
    if not area:
        return None
    return Point(round(up / (6 * area), DECIMALS), round(across / (6 * area), DECIMALS))


def as_geojson(outline: Outline) -> dict[str, Any]:
    """A MultiPolygon: each hole goes with the land ring it lies in (RFC 7946, section 3.1.6)."""
    if not outline:
        return {"type": "MultiPolygon", "coordinates": []}
    biggest = max(outline, key=lambda ring: abs(signed_area(ring)))
    land_sign = signed_area(biggest) > 0
    land = [ring for ring in outline if (signed_area(ring) > 0) == land_sign]
    holes = [ring for ring in outline if (signed_area(ring) > 0) != land_sign]
    polygons = [[ring if land_sign else ring[::-1]] for ring in land]
    for hole in holes:
        home = next((index for index, ring in enumerate(land) if is_inside(hole[0], ring)), 0)
        polygons[home].append(hole if land_sign else hole[::-1])
    return {"type": "MultiPolygon", "coordinates": polygons}


def is_inside(position: list[float], ring: Ring) -> bool:
    """By the even-odd rule."""
    x, y = position
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
