"""The Mapping Museums list: every museum of the United Kingdom since 1960, open or closed."""

from __future__ import annotations

import re
from datetime import date

from counterpoint.domain.interchange.publications import MUSEUMS
from counterpoint.domain.interchange.readers.reader import Reader
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    Address,
    Identifier,
    OrganisationRecord,
    RecordKind,
)

YEARS = re.compile(r"(?:(\d{4})[-:])?(\d{4})")
LEVEL = re.compile(r"\s*\(([^()]*)\)$")
MUSEUM_ID = "mapping-museums"


class Museums(Reader):
    code = "mapping-museums"
    title = "Mapping Museums"
    kind = RecordKind.ORGANISATION
    publication = MUSEUMS
    needs = frozenset({"musname", "muse id", "governance", "closing date", "admin area"})
    uses = frozenset({"town", "postcode", "accreditation", "subject matter", "size"})

    def record(self, reading: RowReading) -> OrganisationRecord | None:
        name = reading.required_line("musname")
        number = reading.required_line("muse id")
        if reading.is_refused:
            return None
        nation, area = _area(reading.line("admin area"))
        return OrganisationRecord(
            name=name,
            kind="museum",
            external_id=number,
            identifiers=(Identifier(MUSEUM_ID, number),),
            description=_described(reading),
            address=Address(
                town=reading.line("town"),
                postcode=reading.postcode("postcode"),
                area=area,
                nation=nation,
            ),
            closed_on=_closed_on(reading.line("closing date")),
        )


def _described(reading: RowReading) -> str:
    """What the list says, as a sentence for a reader: its own words, colons made readable."""
    subject = reading.line("subject matter").replace(":", ", ").casefold()
    parts = [f"A museum of {subject}." if subject and subject != "mixed" else ""]
    if reading.line("accreditation").casefold() == "accredited":
        parts.append("Accredited.")
    governance = reading.line("governance").replace(":", ", ").casefold()
    if governance and "unknown" not in governance:
        parts.append(f"Run as: {governance}.")
    return " ".join(part for part in parts if part)


def _closed_on(written: str) -> date | None:
    """'Still open', a year, or a span of years within which it closed: the end of it is sure."""
    found = YEARS.fullmatch(written)
    return date(int(found[2]), 12, 31) if found else None


def _area(path: str) -> tuple[str, str]:
    """The nation and the smallest area of '/England/London (English Region)/Camden (London Borough)'."""
    parts = [LEVEL.sub("", part) for part in path.strip("/").split("/") if part]
    return (parts[0], parts[-1]) if parts else ("", "")
