"""The list of public libraries in England, one row a library."""

from __future__ import annotations

from counterpoint.domain.interchange.faults import CLOSED
from counterpoint.domain.interchange.publications import LIBRARIES
from counterpoint.domain.interchange.readers.reader import Reader
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    Address,
    Identifier,
    OrganisationRecord,
    RecordKind,
    VenueRecord,
)
from counterpoint.domain.interchange.rows import Row
from counterpoint.domain.interchange.values.identifiers import AREA, read_area_code

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPENING = tuple((day, f"{day.casefold()} opening times") for day in DAYS)
SHARED = "co-located "


class Libraries(Reader):
    code = "libraries-england"
    title = "Public libraries in England"
    kind = RecordKind.VENUE
    publication = LIBRARIES
    needs = frozenset(
        {"reporting service", "reporting service code", "name", "postcode", "type"}
    )
    uses = frozenset(
        {
            *("address 1", "address 2", "address 3", "longitude", "latitude", "year closed"),
            *("upper tier local authority", "email or website", "hours open per week"),
            *("unique property reference number", *(column for _day, column in OPENING)),
        }
    )

    def record(self, reading: RowReading) -> VenueRecord | None:
        name = reading.required_line("name")
        operator = reading.required_line("reporting service")
        if reading.is_refused:
            return None
        if closed := reading.line("year closed"):
            reading.warn(CLOSED, "year closed", closed)
            return None
        latitude, longitude = reading.position("latitude", "longitude")
        return VenueRecord(
            name=name,
            kind=reading.line("type") or "Library",
            operator=self._operator(operator, reading),
            address=Address(
                street=", ".join(
                    line for part in "123" if (line := reading.line(f"address {part}"))
                ),
                postcode=reading.postcode("postcode"),
                area=reading.line("upper tier local authority"),
                latitude=latitude,
                longitude=longitude,
            ),
            opening_hours=_opening_hours(reading),
            # Half of the column are e-mail addresses, many of them of a person: left out.
            website=reading.web_address("email or website"),
            shares_with=_shares_with(reading.row),
        )

    def _operator(self, name: str, reading: RowReading) -> OrganisationRecord:
        code = read_area_code(reading.line("reporting service code"))
        return OrganisationRecord(
            name=name,
            kind="library",
            identifiers=(Identifier(AREA, code),) if code else (),
            address=Address(area=reading.line("upper tier local authority"), area_code=code),
        )


def _opening_hours(reading: RowReading) -> str:
    known = [f"{day}: {words}" for day, column in OPENING if (words := reading.line(column))]
    hours = reading.line("hours open per week")
    if hours:
        known.append(f"{hours} hours a week")
    return "; ".join(known)


def _shares_with(row: Row) -> tuple[str, ...]:
    return tuple(
        column.removeprefix(SHARED)
        for column, cell in row.cells.items()
        if column.startswith(SHARED) and str(cell).strip().casefold() == "x"
    )
