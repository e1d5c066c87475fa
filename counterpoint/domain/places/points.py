from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

# Mean radius of the International Union of Geodesy and Geophysics, in kilometres.
EARTH_RADIUS_KM = 6371.0088


class NotOnEarth(ValueError):
    """A latitude beyond the poles or a longitude beyond the date line."""


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, WGS 84."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise NotOnEarth(self.latitude, self.longitude)


def distance_km(a: Point, b: Point) -> float:
    """The great-circle distance by the haversine formula (Sinnott, Sky and Telescope, 1984).

    A sphere is within 0.6 % of the ellipsoid, which is far less than the difference between the
    middle of a district and the room in which somebody sings.
    """
    latitudes = radians(a.latitude), radians(b.latitude)
    across = radians(b.longitude - a.longitude)
    half = (
        sin((latitudes[1] - latitudes[0]) / 2) ** 2
        + cos(latitudes[0]) * cos(latitudes[1]) * sin(across / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))
