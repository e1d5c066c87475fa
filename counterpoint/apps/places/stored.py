"""The rows as the values that the domain works with."""

from collections import defaultdict
from collections.abc import Iterator

from counterpoint.apps.places import models
from counterpoint.domain.places.mentions import PostcodeArea
from counterpoint.domain.places.place import How, Kind, Link, OtherName, Place, Use
from counterpoint.domain.places.points import Point

_COLUMNS = (
    "code",
    "name",
    "kind",
    "parent__code",
    "latitude",
    "longitude",
    "valid_from",
    "valid_to",
    "source",
)


def places() -> Iterator[Place]:
    names = _other_names()
    for row in models.Place.objects.order_by("pk").values_list(*_COLUMNS):
        code, name, kind, parent, latitude, longitude, valid_from, valid_to, source = row
        point = None if latitude is None or longitude is None else Point(latitude, longitude)
        yield Place(
            code=code,
            name=name,
            kind=Kind(kind),
            parent=parent,
            point=point,
            valid_from=valid_from,
            valid_to=valid_to,
            other_names=tuple(names.get(code, ())),
            source=source,
        )


def links() -> Iterator[Link]:
    rows = models.PlaceLink.objects.values_list(
        "place__code", "other__code", "how", "share", "on", "source"
    )
    for place, other, how, share, on, source in rows:
        yield Link(place, other, How(how), share, on, source)


def postcode_areas() -> dict[str, PostcodeArea]:
    rows = models.PostcodeDistrict.objects.values_list(
        "code", "latitude", "longitude", "district__code", "town"
    )
    return {
        code: PostcodeArea(code, Point(latitude, longitude), district, town)
        for code, latitude, longitude, district, town in rows
    }


def _other_names() -> dict[str, list[OtherName]]:
    names: dict[str, list[OtherName]] = defaultdict(list)
    rows = models.PlaceName.objects.order_by("pk")
    for code, name, language, use in rows.values_list(
        "place__code", "name", "language", "use"
    ):
        names[code].append(OtherName(name, language, Use(use)))
    return names
