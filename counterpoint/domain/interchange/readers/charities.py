"""Charities of the three registers with their own words about what they do, as UK-CAT gathers them."""

from __future__ import annotations

from counterpoint.domain.interchange.faults import CLOSED, MISSING, UNKNOWN_PREFIX
from counterpoint.domain.interchange.publications import CHARITIES
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.readers.reader import Reader
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    Address,
    Identifier,
    OrganisationRecord,
    RecordKind,
)

# Classes of ICNP/TSO under culture and arts; https://charityclassification.org.uk
ARTS_CLASSES = ("A10", "A11", "A12", "A19", "A90")


class Charities(Reader):
    code = "ukcat-charities"
    title = "Charities with UK-CAT classes"
    kind = RecordKind.ORGANISATION
    publication = CHARITIES
    needs = frozenset({"org id", "reg number", "name", "activities", "objects"})
    uses = frozenset(
        {"postcode", "active", "date registered", "web", "company number", "icnptso"}
    )

    def record(self, reading: RowReading) -> OrganisationRecord | None:
        number = reading.org_id("org id")
        name = reading.required_line("name")
        if number is None and not reading.is_refused:
            has_a_fault = any(finding.fault is UNKNOWN_PREFIX for finding in reading.findings)
            reading.refuse(
                UNKNOWN_PREFIX if has_a_fault else MISSING, "org id", reading.line("org id")
            )
        if number is None or reading.is_refused:
            return None
        if reading.line("active").casefold() == "false":
            reading.warn(CLOSED, "active", "no longer on the register")
            return None
        company = reading.company_number("company number")
        return OrganisationRecord(
            name=name,
            kind=self._kind(name, reading),
            external_id=number.org_id,
            identifiers=(number, *([company] if company else [])),
            description=reading.text("activities") or reading.text("objects"),
            website=reading.web_address("web"),
            address=Address(postcode=reading.postcode("postcode"), nation=_nation(number)),
            founded_on=reading.date("date registered"),
        )

    def _kind(self, name: str, reading: RowReading) -> str:
        is_arts = reading.line("icnptso").startswith(ARTS_CLASSES)
        return kind_by_name(name, "cultural" if is_arts else "voluntary")


def _nation(number: Identifier) -> str:
    return {"GB-SC": "Scotland", "GB-NIC": "Northern Ireland"}.get(number.scheme, "")
