"""What a row of a file says, in our words and before anything is stored.

`page` is the address of the record's page, by which a directory knows its own records again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class RecordKind(StrEnum):
    ORGANISATION = "organisations"
    AWARD = "awards"
    OFFER = "offers"
    NEED = "needs"
    VENUE = "venues"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in a register, by the list codes of org-id.guide: GB-CHC, GB-COH and so on."""

    scheme: str
    value: str

    @property
    def org_id(self) -> str:
        return f"{self.scheme}-{self.value}"


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is, as far as the source says. `area` is a place by name, `area_code` by code."""

    street: str = ""
    town: str = ""
    postcode: str = ""
    area: str = ""
    area_code: str = ""
    nation: str = ""
    latitude: float | None = None
    longitude: float | None = None


NOWHERE = Address()


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation as one source describes it. `kind` is a word of the directory, or several
    with semicolons between them."""

    name: str
    kind: str = ""
    external_id: str = ""
    identifiers: tuple[Identifier, ...] = ()
    other_names: tuple[str, ...] = ()
    description: str = ""
    website: str = ""
    address: Address = NOWHERE
    art_forms: tuple[str, ...] = ()
    founded_on: date | None = None
    closed_on: date | None = None
    page: str = ""
    # A name in a column beside something else: the place there is where that happens, which helps
    # to find the organisation and is not where it is based.
    is_only_named: bool = False


@dataclass(frozen=True, slots=True)
class AwardRecord:
    """A sum that was granted. Without a recipient it went to a private person."""

    title: str
    amount: Decimal
    currency: str
    funder: OrganisationRecord
    recipient: OrganisationRecord | None
    external_id: str = ""
    description: str = ""
    awarded_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    programme: str = ""
    art_forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place_codes: tuple[str, ...] = ()
    page: str = ""
    # What tells it from others where identifiers do not, as the file has it. May name a person, so
    # it is only ever kept as a keyed mark.
    known_by: tuple[str, ...] = ()

    @property
    def is_to_an_individual(self) -> bool:
        return self.recipient is None


@dataclass(frozen=True, slots=True)
class OfferRecord:
    """What somebody says they can do, in their own words."""

    title: str
    external_id: str = ""
    description: str = ""
    place: str = ""
    organisation: OrganisationRecord | None = None
    price: str = ""
    capacity: str = ""
    travel_km: int | None = None
    is_online: bool = False
    safeguarding: str = ""
    insurance: str = ""
    accessibility: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class NeedRecord:
    """What somebody says should change for whom, in their own words."""

    words: str
    external_id: str = ""
    title: str = ""
    place: str = ""
    organisation: OrganisationRecord | None = None
    people: int | None = None
    budget: Decimal | None = None
    currency: str = "GBP"
    wanted_by: date | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class VenueRecord:
    """A building or a vehicle in which an organisation works."""

    name: str
    kind: str
    operator: OrganisationRecord
    external_id: str = ""
    address: Address = NOWHERE
    opening_hours: str = ""
    website: str = ""
    shares_with: tuple[str, ...] = ()


Record = OrganisationRecord | AwardRecord | OfferRecord | NeedRecord | VenueRecord
