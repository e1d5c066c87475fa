"""UK postcodes as people write them in tables."""

from __future__ import annotations

import re

from counterpoint.domain.interchange.faults import NOT_A_POSTCODE, NOT_A_POSITION
from counterpoint.domain.interchange.findings import ValueRefused

# The letters that the Royal Mail uses in each position: BS 7666 and the PAF Programmers' Guide.
POSTCODE = re.compile(r"(GIR|[A-PR-UWYZ][A-HK-Y]?[0-9][A-HJKMNPR-Y0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})")
OVERSEAS = frozenset({"", "-", "n/a", "na", "none", "unknown"})


def read_postcode(value: object) -> str:
    """In capitals with one blank, or nothing for an empty cell."""
    text = str(value or "")
    squeezed = re.sub(r"[\s.\xa0-]+", "", text).upper()
    if squeezed.casefold() in OVERSEAS:
        return ""
    # The third sign from the end is a digit; a letter O there is a nought that was mistyped.
    if len(squeezed) > 4 and squeezed[-3] == "O":
        squeezed = f"{squeezed[:-3]}0{squeezed[-2:]}"
    found = POSTCODE.fullmatch(squeezed)
    if not found:
        raise ValueRefused(NOT_A_POSTCODE, text)
    return f"{found[1]} {found[2]}"


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
