"""Outlines as SVG paths: projected, thinned to what can be seen, in whole tenths of a unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from counterpoint.domain.places.outlines import Outline, Ring
from counterpoint.domain.places.points import Point

# Drawn units, which are pixels at the picture's own size.
SMALLEST_STEP = 1.0
SMALLEST_ISLAND = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Equirectangular, true to scale along its middle latitude: right for one country at a time."""

    west: float
    north: float
    scale: float  # units to a degree of latitude
    narrowing: float  # a degree of longitude as a part of a degree of latitude
    width: float
    height: float

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width:g} {self.height:g}"

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (
            (longitude - self.west) * self.narrowing * self.scale,
            (self.north - latitude) * self.scale,
        )

    def point(self, point: Point) -> tuple[float, float]:
        x, y = self.place(point.longitude, point.latitude)
        return round(x, 1), round(y, 1)


def frame_around(
    outlines: Iterable[Outline], *, width: float, tallest: float, margin: float = 8
) -> Frame | None:
    """The frame that holds all of it with a margin, as wide as asked unless that is too tall."""
    positions = [position for outline in outlines for ring in outline for position in ring]
    if not positions:
        return None
    west, east = min(p[0] for p in positions), max(p[0] for p in positions)
    south, north = min(p[1] for p in positions), max(p[1] for p in positions)
    narrowing = cos(radians((south + north) / 2))
    across, up = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
    scale = min((width - 2 * margin) / across, (tallest - 2 * margin) / up)
    return Frame(
        west=west - margin / scale / narrowing,
        north=north + margin / scale,
        scale=scale,
        narrowing=narrowing,
        width=round(across * scale + 2 * margin, 1),
        height=round(up * scale + 2 * margin, 1),
    )


def path(outline: Outline, frame: Frame) -> str:
    """The `d` of one path; islands too small to be seen are left out, the biggest never."""
    rings = [_thinned(ring, frame) for ring in outline]
    seen = [ring for ring in rings if _spread(ring) >= SMALLEST_ISLAND]
    return "".join(_drawn(ring) for ring in seen or sorted(rings, key=_spread)[-1:])


_Step = tuple[int, int]  # tenths of a unit


def _thinned(ring: Ring, frame: Frame) -> list[_Step]:
    kept: list[_Step] = []
    least = round(SMALLEST_STEP * 10)
    for longitude, latitude in ring:
        x, y = frame.place(longitude, latitude)
        step = (round(x * 10), round(y * 10))
        if not kept or abs(step[0] - kept[-1][0]) + abs(step[1] - kept[-1][1]) >= least:
            kept.append(step)
    return kept


def _spread(ring: Sequence[_Step]) -> float:
    across = [x for x, _ in ring]
    up = [y for _, y in ring]
    return max(max(across) - min(across), max(up) - min(up)) / 10 if ring else 0.0


def _drawn(ring: Sequence[_Step]) -> str:
    first, *rest = ring
    parts = [f"M{_tenths(first[0])} {_tenths(first[1])}l"]
    before = first
    for step in rest:
        parts.append(f"{_tenths(step[0] - before[0])} {_tenths(step[1] - before[1])} ")
        before = step
    return "".join(parts).rstrip() + "z"


def _tenths(number: int) -> str:
    whole = f"{number / 10:g}"
    return whole.replace("0.", ".", 1) if whole.startswith(("0.", "-0.")) else whole
