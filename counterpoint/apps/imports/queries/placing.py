"""Where the addresses of a file are: places, positions, and what lies within what.

The gazetteer is in memory; what a file repeats is worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from counterpoint.apps.places.models import Postcode
from counterpoint.apps.places.queries import gazetteer, locate
from counterpoint.apps.places.queries.in_force import in_force
from counterpoint.domain.interchange.records import Address
from counterpoint.domain.places.place import Kind, Place
from counterpoint.domain.places.points import Point

# Wider places say nothing about whether two records are of one organisation.
NARROW = frozenset({Kind.COUNTY, Kind.DISTRICT, Kind.AUTHORITY, Kind.TOWN})
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Position:
    place_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_online: bool = False

    @property
    def is_known(self) -> bool:
        return self.place_id is not None or self.latitude is not None or self.is_online


NOWHERE = Position()


class Placing:
    def __init__(self) -> None:
        self.known = gazetteer()
        self.ids = in_force().ids
        self.codes = {pk: code for code, pk in self.ids.items()}
        self.has_whole_postcodes = Postcode.objects.exists()
        self.position_of = lru_cache(maxsize=REMEMBERED)(self._position_of)
        self.of_words = lru_cache(maxsize=REMEMBERED)(self._of_words)
        self.named = lru_cache(maxsize=REMEMBERED)(self._place_id)
        self.around = lru_cache(maxsize=REMEMBERED)(self._around)

    def _position_of(self, address: Address) -> Position:
        """The place by code, name or postcode; the position as given, or that of the postcode."""
        by_postcode, point = self._postcode(address.postcode)
        place = self.known.names.by_code.get(address.area_code.casefold())
        place = place or self._said(address, by_postcode)
        if address.latitude is not None:
            return Position(self._id(place), address.latitude, address.longitude)
        return self._position(place, point)

    def _place_id(self, name: str, code: str) -> int | None:
        return self.position_of(Address(area=name, area_code=code)).place_id

    def _said(self, address: Address, by_postcode: Place | None) -> Place | None:
        """The area by name; its district by the postcode where the name is of something wider."""
        area = self._first_named(address.area)
        if area is None:
            return (
                by_postcode
                or self._first_named(address.town)
                or self._first_named(address.nation)
            )
        is_wide = area.kind is not Kind.DISTRICT
        if (
            is_wide
            and by_postcode
            and self.known.containment.contains(area.code, by_postcode.code)
        ):
            return by_postcode
        return area

    def _first_named(self, name: str) -> Place | None:
        found = self.known.names.named(name) if name else ()
        return found[0] if found else None

    def _postcode(self, postcode: str) -> tuple[Place | None, Point | None]:
        if not postcode:
            return None, None
        if self.has_whole_postcodes:
            whole = Postcode.objects.filter(pk=postcode.replace(" ", "")).first()
            if whole:
                place = self.known.place(self.codes.get(whole.district_id or 0, ""))
                return place, Point(whole.latitude, whole.longitude)
        area = self.known.postcode_areas.get(postcode.split(" ")[0])
        return (self.known.place(area.district or ""), area.point) if area else (None, None)

    def _of_words(self, words: str) -> Position:
        """A place as somebody typed it into one cell; nowhere if it could be several."""
        located = locate(words)
        if located.is_online:
            return Position(is_online=True)
        return self._position(located.place, located.point) if located.is_found else NOWHERE

    def _position(self, place: Place | None, point: Point | None) -> Position:
        if point is None and place is not None:
            point = self.known.containment.point_of(place.code)
        if point is None:
            return Position(self._id(place))
        return Position(self._id(place), point.latitude, point.longitude)

    def _id(self, place: Place | None) -> int | None:
        return self.ids.get(place.code) if place else None

    def _around(self, place_id: int | None) -> frozenset[object]:
        """The districts and counties that hold this place, itself included."""
        code = self.codes.get(place_id or 0)
        if code is None:
            return frozenset()
        holders = {code, *self.known.containment.ancestors(code)}
        places = (self.known.place(holder) for holder in holders)
        return frozenset(
            self.ids[place.code] for place in places if place and place.kind in NARROW
        )
