"""Places for other programs: JSON, GeoJSON (RFC 7946) and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from counterpoint.apps.places.models import Place, PlaceLink
from counterpoint.apps.places.queries import PlacePage
from counterpoint.domain.places.outlines import as_geojson

COLUMNS = (
    "code",
    "name",
    "kind",
    "within",
    "latitude",
    "longitude",
    "valid_from",
    "valid_to",
    "source",
)


def as_json(page: PlacePage) -> dict[str, Any]:
    return {
        **_columns(page.place),
        "other_names": [
            {"name": other.name, "language": other.language, "use": other.use}
            for other in page.other_names
        ],
        "lies_in": [
            {"code": holder.code, "name": holder.name, "share": 1.0} for holder in page.trail
        ]
        + [_overlap(link) for link in page.lies_in],
        "parts": [
            *({"code": part.code, "name": part.name, "share": 1.0} for part in page.parts),
            *(
                {"code": link.place.code, "name": link.place.name, "share": link.share}
                for link in page.partly
            ),
        ],
        "succeeded_by": [_succession(link, link.other) for link in page.successors],
        "preceded_by": [_succession(link, link.place) for link in page.predecessors],
        "postcode_districts": page.postcode_districts,
    }


def as_feature(place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": place.code,
        "properties": _columns(place),
        "geometry": _geometry(place),
    }


def csv_lines(places: Iterable[Place]) -> Iterator[str]:
    yield _line(COLUMNS)
    for place in places:
        columns = _columns(place)
        yield _line([_safe(columns[name]) for name in COLUMNS])


def _columns(place: Place) -> dict[str, Any]:
    return {
        "code": place.code,
        "name": place.name,
        "kind": place.kind,
        "within": place.parent.code if place.parent else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "valid_from": place.valid_from,
        "valid_to": place.valid_to,
        "source": place.source,
    }


def _overlap(link: PlaceLink) -> dict[str, Any]:
    return {
        "code": link.other.code,
        "name": link.other.name,
        "share": link.share,
        "valid_from": link.other.valid_from,
        "valid_to": link.other.valid_to,
    }


def _succession(link: PlaceLink, other: Place) -> dict[str, Any]:
    return {"code": other.code, "name": other.name, "on": link.on}


def _geometry(place: Place) -> dict[str, Any] | None:
    if place.outline:
        return as_geojson(place.outline)
    if place.latitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _line(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def _safe(value: object) -> object:
    """A cell that a spreadsheet would take for a formula is told not to be one."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return "" if value is None else value
