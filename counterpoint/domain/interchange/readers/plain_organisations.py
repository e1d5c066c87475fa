"""An organisation out of the columns of a plain list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.records import Address, Identifier, OrganisationRecord
from counterpoint.domain.interchange.values.identifiers import (
    AREA,
    read_area_code,
    read_org_id,
)

if TYPE_CHECKING:
    from counterpoint.domain.interchange.readers.plain import Fields

# The words for a kind of organisation that the directory itself uses.
_ROLES = "commissioner cultural freelancer funder network voluntary museum library health education other"
ROLES = frozenset(_ROLES.split())
BETWEEN_VALUES = ";"


def organisation_of(
    fields: Fields, name: str = "", otherwise: str = "other"
) -> OrganisationRecord:
    """Without a name it is the row's own: then the row is refused if there is none."""
    is_the_row_itself = not name and "name" in fields.columns
    name = name or (fields.required("name") if is_the_row_itself else "")
    reading = fields.reading
    art_form, code = fields.line("art_form"), read_area_code(fields.line("area_code"))
    latitude, longitude = reading.position(fields.at("latitude"), fields.at("longitude"))
    return OrganisationRecord(
        name=name,
        kind=_kinds(fields, name, otherwise),
        external_id=fields.line("id") if is_the_row_itself else "",
        identifiers=_identifiers(fields, code),
        other_names=tuple(other for other in _several(fields, "other_name") if other != name),
        description=fields.text("description") if is_the_row_itself else "",
        website=reading.web_address(fields.at("website")),
        address=Address(
            street=fields.line("address"),
            postcode=reading.postcode(fields.at("postcode")),
            area=fields.line("place" if is_the_row_itself else "recipient_place"),
            area_code=code,
            latitude=latitude,
            longitude=longitude,
        ),
        art_forms=(art_form,) if art_form else (),
        founded_on=reading.date(fields.at("founded_on")),
        closed_on=reading.date(fields.at("closed_on")),
        page=fields.line("page") if is_the_row_itself else "",
    )


def _several(fields: Fields, field: str) -> list[str]:
    parts = (part.strip() for part in fields.line(field).split(BETWEEN_VALUES))
    return [part for part in parts if part]


def _kinds(fields: Fields, name: str, otherwise: str) -> str:
    said = [kind.casefold() for kind in _several(fields, "role")]
    known = [kind for kind in said if kind in ROLES]
    return BETWEEN_VALUES.join(known) or kind_by_name(name, otherwise)


def _identifiers(fields: Fields, area_code: str) -> tuple[Identifier, ...]:
    reading = fields.reading
    found = [
        reading.org_id(fields.at("org_id")),
        reading.charity_number(fields.at("charity_number")),
        reading.company_number(fields.at("company_number")),
        Identifier(AREA, area_code) if area_code else None,
        *(_listed(fields, written) for written in _several(fields, "identifiers")),
    ]
    return tuple(dict.fromkeys(number for number in found if number))


def _listed(fields: Fields, written: str) -> Identifier | None:
    try:
        return read_org_id(written)
    except ValueRefused as no:
        fields.reading.warn(no.fault, fields.at("identifiers"), no.value, **no.more)
        return None
