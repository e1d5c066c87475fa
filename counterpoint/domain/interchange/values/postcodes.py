"""Postcodes and positions as people write them in tables."""

from __future__ import annotations

from functools import lru_cache

from counterpoint.domain.interchange.faults import NOT_A_POSITION, NOT_A_POSTCODE
from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.places.postcodes import MalformedPostcode, parse

NOTHING_WRITTEN = frozenset({"", "-", "n/a", "na", "none", "unknown"})


def read_postcode(value: object) -> str:
    """In capitals with one blank, or nothing for an empty cell. A letter O for a nought is mended."""
    return _read(str(value or ""))


# A file of a million rows has some tens of thousands of postcodes.
@lru_cache(maxsize=20_000)
def _read(written: str) -> str:
    text = written.replace("\xa0", " ").strip()
    if text.casefold() in NOTHING_WRITTEN:
        return ""
    try:
        postcode = parse(text)
    except MalformedPostcode as malformed:
        if malformed.meant:
            return malformed.meant
        raise ValueRefused(NOT_A_POSTCODE, text) from None
    if not postcode.is_whole:
        raise ValueRefused(NOT_A_POSTCODE, text)
    return str(postcode)


def read_position(latitude: object, longitude: object) -> tuple[float, float] | None:
    """Degrees, or nothing if one of the two is missing. 0, 0 is the sea off Ghana: nobody means it."""
    if latitude in (None, "") or longitude in (None, ""):
        return None
    written = f"{latitude}, {longitude}"
    try:
        north, east = float(str(latitude)), float(str(longitude))
    except ValueError:
        raise ValueRefused(NOT_A_POSITION, written) from None
    if not (-90 <= north <= 90 and -180 <= east <= 180) or (north == 0 and east == 0):
        raise ValueRefused(NOT_A_POSITION, written)
    return north, east
