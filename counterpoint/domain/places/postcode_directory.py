"""Rows of the ONS Postcode Directory and the National Statistics Postcode Lookup.

Column names by edition: `oslaua` until 2024, `laua` in the lookup, `lad23cd`, `lad24cd` and so on
since; `pcds` is the postcode with one space in all of them. A row without a grid reference has
latitude 99.999999 (ONSPD user guide, "Grid reference positional quality indicator").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterpoint.domain.places.points import Point
from counterpoint.domain.refusals import Invalid

_POSTCODE_COLUMNS = ("pcds", "pcd2", "pcd", "pcd7", "pcd8")
_DISTRICT_COLUMNS = ("oslaua", "ladcd", "laua", "lad")
_DISTRICT_OF_A_YEAR = re.compile(r"lad(?P<year>\d{2})cd")
_ENDED_COLUMNS = ("doterm",)
_NO_GRID_REFERENCE = 99.0
_COMPACT = re.compile(r"[A-Z0-9]{5,7}")


class NotAPostcodeDirectory(Invalid):
    """The columns are not those of any edition that we know."""


class MalformedRow(ValueError):
    """What is wrong with one row, for the person who loads the file."""


@dataclass(frozen=True, slots=True)
class Columns:
    postcode: int
    latitude: int
    longitude: int
    district: int
    ended: int | None


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    postcode: str  # without the space
    point: Point | None
    district: str
    ended_on: date | None


def columns_of(header: Sequence[str]) -> Columns:
    places = {
        name.strip().lower().lstrip("\ufeff"): index for index, name in enumerate(header)
    }
    postcode = _first(places, _POSTCODE_COLUMNS)
    latitude, longitude = places.get("lat"), places.get("long", places.get("lon"))
    district = _district_column(places)
    if postcode is None or latitude is None or longitude is None or district is None:
        missing = [
            wanted
            for wanted, found in (
                ("pcds", postcode),
                ("lat", latitude),
                ("long", longitude),
                ("oslaua or lad25cd", district),
            )
            if found is None
        ]
        raise NotAPostcodeDirectory(
            f"The file has no column {', '.join(missing)}.",
            "Give the ONS Postcode Directory, or the National Statistics Postcode Lookup, "
            "as the CSV or the zip that ONS publishes.",
        )
    return Columns(postcode, latitude, longitude, district, _first(places, _ENDED_COLUMNS))


def read_row(row: Sequence[str], columns: Columns) -> DirectoryRow:
    try:
        latitude, longitude = float(row[columns.latitude]), float(row[columns.longitude])
        postcode = row[columns.postcode].replace(" ", "").upper()
        ended = row[columns.ended] if columns.ended is not None else ""
        district = row[columns.district].strip()
    except (IndexError, ValueError) as error:
        raise MalformedRow(str(error)) from None
    if not _COMPACT.fullmatch(postcode):
        raise MalformedRow(f"“{postcode}” is no postcode")
    has_place = abs(latitude) < _NO_GRID_REFERENCE
    return DirectoryRow(
        postcode,
        Point(latitude, longitude) if has_place else None,
        district,
        _month(ended),
    )


def _month(written: str) -> date | None:
    """Ends are given as a month, 'yyyymm'; its first day is kept."""
    digits = written.strip().replace("-", "")
    if not digits:
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), 1)
    except ValueError:
        raise MalformedRow(f"“{written}” is no month") from None


def _first(places: Mapping[str, int], names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if name in places), None)


def _district_column(places: Mapping[str, int]) -> int | None:
    years = {
        match["year"]: index
        for name, index in places.items()
        if (match := _DISTRICT_OF_A_YEAR.fullmatch(name))
    }
    return years[max(years)] if years else _first(places, _DISTRICT_COLUMNS)
