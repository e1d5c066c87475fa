"""Awards as grants of the 360Giving Data Standard, for others to read.

A private person is never named: the standard asks for a name there, and gets the word for one.
"""

from __future__ import annotations

from typing import Any

from counterpoint.domain.interchange.records import AwardRecord, Identifier, OrganisationRecord

# The lists by which others are likeliest to know an organisation, the likeliest first.
PREFERRED_LISTS = ("GB-CHC", "GB-SC", "GB-NIC", "GB-COH")
PUBLISHER_MADE = "360G"
UNNAMED = "Individual"


def grant_of(award: AwardRecord, publisher: str) -> dict[str, Any] | None:
    """`publisher` makes identifiers where an award or an organisation has none of its own.

    None for an award without a day: the standard has no way to leave it out.
    """
    if award.awarded_on is None:
        return None
    identifier = award.external_id
    if not identifier.startswith("360G-"):
        identifier = f"360G-{publisher}-{identifier}"
    grant: dict[str, Any] = {
        "id": identifier,
        "title": award.title,
        "description": award.description or award.title,
        "currency": award.currency,
        "amountAwarded": float(award.amount),
        "awardDate": award.awarded_on.isoformat(),
        "fundingOrganization": [_organisation(award.funder, publisher)],
    }
    if award.recipient is None:
        grant["recipientIndividual"] = {"id": f"{identifier}-individual", "name": UNNAMED}
    else:
        grant["recipientOrganization"] = [_organisation(award.recipient, publisher)]
    return grant | _what_is_known(award)


def _what_is_known(award: AwardRecord) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if award.programme:
        known["grantProgramme"] = [{"title": award.programme}]
    days = {"startDate": award.starts_on, "endDate": award.ends_on}
    planned = {name: day.isoformat() for name, day in days.items() if day}
    if planned:
        known["plannedDates"] = [planned]
    if award.page:
        known["url"] = award.page
    if award.places:
        known["beneficiaryLocation"] = [{"name": name} for name in award.places]
    return known


def _organisation(organisation: OrganisationRecord, publisher: str) -> dict[str, Any]:
    numbers = {number.scheme: number for number in organisation.identifiers}
    written: dict[str, Any] = {
        "id": _identifier(organisation, numbers, publisher),
        "name": organisation.name,
    }
    charity = next((numbers[one] for one in PREFERRED_LISTS[:3] if one in numbers), None)
    if charity:
        written["charityNumber"] = charity.value
    if "GB-COH" in numbers:
        written["companyNumber"] = numbers["GB-COH"].value
    if organisation.website:
        written["url"] = organisation.website
    if organisation.address.postcode:
        written["postalCode"] = organisation.address.postcode
    return written


def _identifier(
    organisation: OrganisationRecord, numbers: dict[str, Identifier], publisher: str
) -> str:
    for scheme in (*PREFERRED_LISTS, *numbers):
        if scheme in numbers:
            return numbers[scheme].org_id
    return f"{PUBLISHER_MADE}-{publisher}:ORG:{organisation.external_id}"
