"""The organisations of a 360Giving grant as records of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import Address, Identifier, OrganisationRecord
from counterpoint.domain.interchange.rows import one_line, plain_text
from counterpoint.domain.interchange.threesixty.repairing import first
from counterpoint.domain.interchange.values.identifiers import (
    read_area_code,
    read_charity_number,
    read_company_number,
    read_org_id,
)
from counterpoint.domain.interchange.values.postcodes import read_postcode
from counterpoint.domain.interchange.values.web_addresses import read_web_address

NUMBERS = (
    ("id", read_org_id),
    ("charityNumber", read_charity_number),
    ("companyNumber", read_company_number),
)
CHARITY_LISTS = frozenset({"GB-CHC", "GB-SC", "GB-NIC"})


def organisation(
    grant: Mapping[str, Any], role: str, reading: RowReading
) -> OrganisationRecord | None:
    """The first of the organisations in this role; without a name the row is refused."""
    said = first(grant.get(role))
    name = one_line(said.get("name"))
    if not name:
        if not reading.is_refused:
            reading.required_line(f"{role}/0/name")
        return None
    numbers = _numbers(said, role, reading)
    return OrganisationRecord(
        name=name,
        kind="funder" if role == "fundingOrganization" else _kind(name, numbers, grant),
        identifiers=numbers,
        other_names=_other_name(said, name),
        description=plain_text(said.get("description")),
        website=_value(said, "url", role, read_web_address, reading) or "",
        address=_address(said, role, reading),
    )


def _numbers(
    said: Mapping[str, Any], role: str, reading: RowReading
) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    for name, read in NUMBERS:
        if said.get(name):
            number = _value(said, name, role, read, reading)
            if number and number not in found:
                found.append(number)
    return tuple(found)


def _address(said: Mapping[str, Any], role: str, reading: RowReading) -> Address:
    where = first(said.get("location"))
    return Address(
        street=one_line(said.get("streetAddress")),
        town=one_line(said.get("addressLocality")),
        postcode=_value(said, "postalCode", role, read_postcode, reading) or "",
        area=one_line(where.get("name") or said.get("addressRegion")),
        area_code=read_area_code(where.get("geoCode")),
    )


def _value(
    said: Mapping[str, Any], name: str, role: str, read: Any, reading: RowReading
) -> Any:
    try:
        return read(said.get(name))
    except ValueRefused as no:
        reading.warn(no.fault, f"{role}/0/{name}", no.value, **no.more)
        return None


def _other_name(said: Mapping[str, Any], name: str) -> tuple[str, ...]:
    other = one_line(said.get("alternateName"))
    return (other,) if other and other != name else ()


def _kind(name: str, numbers: tuple[Identifier, ...], grant: Mapping[str, Any]) -> str:
    is_charity = any(number.scheme in CHARITY_LISTS for number in numbers)
    funder = one_line(first(grant.get("fundingOrganization")).get("name")).casefold()
    if "arts council" in funder or "creative scotland" in funder:
        return kind_by_name(name, "cultural")
    return kind_by_name(name, "voluntary" if is_charity else "other")
