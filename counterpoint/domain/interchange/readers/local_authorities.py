"""The councils of the United Kingdom as GOV.UK links to them: the commissioners of public services."""

from __future__ import annotations

from counterpoint.domain.interchange.publications import LOCAL_AUTHORITIES
from counterpoint.domain.interchange.readers.reader import Reader
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    Address,
    Identifier,
    OrganisationRecord,
    RecordKind,
)
from counterpoint.domain.interchange.values.identifiers import AREA, read_area_code


class LocalAuthorities(Reader):
    code = "govuk-local-authorities"
    title = "Local authorities on GOV.UK"
    kind = RecordKind.ORGANISATION
    publication = LOCAL_AUTHORITIES
    needs = frozenset({"gss", "slug", "tier id", "name", "homepage url"})
    uses = frozenset({"country name"})

    def record(self, reading: RowReading) -> OrganisationRecord | None:
        name = reading.required_line("name")
        code = read_area_code(reading.line("gss"))
        if reading.is_refused:
            return None
        return OrganisationRecord(
            name=name,
            kind="commissioner",
            external_id=reading.line("slug"),
            identifiers=(Identifier(AREA, code),) if code else (),
            website=reading.web_address("homepage url"),
            address=Address(area_code=code, nation=reading.line("country name")),
        )
