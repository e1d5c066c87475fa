"""What a record of an organisation says, as fields of the directory."""

from __future__ import annotations

from typing import Any

from counterpoint.apps.directory.models import OrganisationRole
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.domain.interchange.records import NOWHERE, OrganisationRecord

ROLES = frozenset(OrganisationRole.Role.values)


def described(record: OrganisationRecord, placing: Placing) -> dict[str, Any]:
    address = NOWHERE if record.is_only_named else record.address
    position = placing.position_of(address)
    written = ", ".join(part for part in (address.street, address.town) if part)
    return {
        "name": record.name[:255],
        "description": record.description,
        "website": record.website[:500],
        "place_id": position.place_id,
        "place_words": (address.area or address.town or address.nation)[:200],
        "address": written[:300],
        "postcode": address.postcode[:8],
        "latitude": position.latitude,
        "longitude": position.longitude,
        "opened_on": record.founded_on,
        "closed_on": _closed_on(record),
    }


def _closed_on(record: OrganisationRecord) -> Any:
    """The directory refuses a record that closes before it opens; the opening is the surer one."""
    if record.closed_on and record.founded_on and record.closed_on < record.founded_on:
        return None
    return record.closed_on


def roles(record: OrganisationRecord) -> list[str]:
    named = [kind for kind in record.kind.split(";") if kind in ROLES]
    return named or [OrganisationRole.Role.OTHER.value]
