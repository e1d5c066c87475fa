"""A 360Giving grant as a record of ours."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Any

from counterpoint.domain.interchange.faults import (
    AGAINST_THE_STANDARD,
    NAME_WITHHELD,
    PUBLISHER_PREFIX,
)
from counterpoint.domain.interchange.people.recognising import reads_as_a_person
from counterpoint.domain.interchange.people.withholding import without_the_name
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import AwardRecord, OrganisationRecord
from counterpoint.domain.interchange.rows import Row, one_line
from counterpoint.domain.interchange.threesixty.organisations import organisation
from counterpoint.domain.interchange.threesixty.repairing import first, repair
from counterpoint.domain.interchange.threesixty.validation import Standard

SAYS_INDIVIDUALS = re.compile(r"\bindividuals?\b|\bSIAP\b|\bbursar(?:y|ies)\b", re.IGNORECASE)
IN_A_REGISTER = frozenset({"id", "charityNumber", "companyNumber"})
SAYS_ORGANISATIONS = re.compile(r"\borganisations?\b", re.IGNORECASE)


class Grants:
    """Reads one grant after another; what repeats in every grant is read once."""

    def __init__(
        self,
        standard: Standard,
        *,
        known_organisations: Container[str] = frozenset(),
        texts_are_normal: bool = False,
    ) -> None:
        self.standard = standard
        self.known_organisations = known_organisations
        self.texts_are_normal = texts_are_normal
        self.funders: dict[tuple[str, str], OrganisationRecord] = {}

    def award(self, grant: dict[str, Any], reading: RowReading) -> AwardRecord | None:
        repair(grant, reading, texts_are_normal=self.texts_are_normal)
        for fault in self.standard.faults(grant):
            reading.warn(AGAINST_THE_STANDARD, fault.place, problem=fault.problem)
        return self._record(grant, RowReading(Row(reading.row.number, grant)), reading)

    def _record(
        self, grant: dict[str, Any], values: RowReading, reading: RowReading
    ) -> AwardRecord | None:
        """`values` reads the mended grant; what it finds joins what was found before."""
        amount = values.required_amount("amountAwarded")
        currency = values.currency("currency")
        name = one_line(first(grant.get("recipientOrganization")).get("name"))
        programme = one_line(first(grant.get("grantProgramme")).get("title"))
        is_person = self._is_a_person(grant, name, programme)
        if not is_person and not name:
            values.required_line("recipientOrganization/0/name")
        identifier = values.line("id")
        if identifier and not identifier.startswith("360G-"):
            values.warn(PUBLISHER_PREFIX, "id", identifier)
        funder = self._funder(grant, values)
        title, description = values.line("title"), values.text("description")
        written = (title, description)
        if is_person:
            values.warn(NAME_WITHHELD, "recipientOrganization")
            hidden = name or one_line(_individual(grant).get("name"))
            title, description = (
                without_the_name(title, hidden),
                without_the_name(description, hidden),
            )
        recipient = None if is_person else organisation(grant, "recipientOrganization", values)
        reading.findings += values.findings
        reading.is_refused = reading.is_refused or values.is_refused
        if reading.is_refused or funder is None:
            return None
        period = first(grant.get("plannedDates"))
        places = [
            place
            for place in grant.get("beneficiaryLocation") or ()
            if isinstance(place, dict)
        ]
        awarded_on = values.date("awardDate")
        return AwardRecord(
            title=title or description.split("\n")[0] or identifier,
            external_id=identifier,
            description=description,
            amount=amount,
            currency=currency,
            funder=funder,
            recipient=recipient,
            awarded_on=awarded_on,
            starts_on=_day(period, "startDate"),
            ends_on=_day(period, "endDate"),
            programme=programme,
            places=tuple(
                words for place in places if (words := place_name(place.get("name")))
            ),
            place_codes=tuple(
                str(place["geoCode"]) for place in places if place.get("geoCode")
            ),
            known_by=(funder.name, name, *written, programme, str(awarded_on)),
            page=str(grant.get("url") or ""),
        )

    def _is_a_person(self, grant: Mapping[str, Any], name: str, programme: str) -> bool:
        """Said by the standard, by the programme, or by a name for which no register vouches."""
        if _individual(grant):
            return True
        recipient = first(grant.get("recipientOrganization"))
        if SAYS_INDIVIDUALS.search(programme) and not recipient.get("id"):
            return True
        if recipient.keys() & IN_A_REGISTER or SAYS_ORGANISATIONS.search(programme):
            return False
        return bool(name) and reads_as_a_person(name, self.known_organisations)

    def _funder(
        self, grant: Mapping[str, Any], values: RowReading
    ) -> OrganisationRecord | None:
        said = first(grant.get("fundingOrganization"))
        key = (str(said.get("id") or ""), str(said.get("name") or ""))
        if key not in self.funders:
            found = organisation(grant, "fundingOrganization", values)
            if found is None:
                return None
            self.funders[key] = found
        return self.funders[key]


def _individual(grant: Mapping[str, Any]) -> Mapping[str, Any]:
    said = grant.get("recipientIndividual")
    return said if isinstance(said, dict) else {}


def _day(period: Mapping[str, Any], name: str) -> Any:
    reading = RowReading(Row(0, period))
    return reading.date(name)


def place_name(written: object) -> str:
    r"""The smallest place of a path: 'South Wales Central\Vale of Glamorgan' is the Vale of Glamorgan."""
    return one_line(written).replace("/", "\\").split("\\")[-1].strip()
