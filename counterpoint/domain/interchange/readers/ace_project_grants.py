"""The workbooks in which Arts Council England publishes project grants, lottery and others.

A front page and two title rows stand before the headings. Companies and people share a column.
"""

from __future__ import annotations

from datetime import date

from counterpoint.domain.interchange.faults import MISSING, NAME_WITHHELD, NOT_A_DATE
from counterpoint.domain.interchange.people.recognising import reads_as_a_person
from counterpoint.domain.interchange.people.withholding import without_the_name
from counterpoint.domain.interchange.publications import (
    ARTS_COUNCIL_ENGLAND,
    GRANTS_FOR_THE_ARTS,
    PROJECT_GRANTS,
    Publication,
)
from counterpoint.domain.interchange.readers.ace_portfolio import NO_ART_FORM
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.readers.reader import Reader
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    Address,
    AwardRecord,
    OrganisationRecord,
    RecordKind,
)


class ProjectGrants(Reader):
    code = "ace-project-grants"
    title = "National Lottery Project Grants of Arts Council England"
    kind = RecordKind.AWARD
    publication: Publication | None = PROJECT_GRANTS
    needs = frozenset({"recipient", "activity name", "award amount", "award date", "ace area"})
    uses = frozenset({"local authority", "main discipline", "main artform"})
    programme = "National Lottery Project Grants"

    def record(self, reading: RowReading) -> AwardRecord | None:
        name = reading.required_line("recipient")
        written = title = reading.line("activity name")
        amount = reading.required_amount("award amount")
        awarded_on = self._day(reading)
        if reading.is_refused:
            return None
        is_person = reads_as_a_person(name, self.around.known_organisations)
        if is_person:
            reading.warn(NAME_WITHHELD, "recipient")
            title = without_the_name(title, name)
        area, art_forms = reading.line("local authority"), self._art_forms(reading)
        return AwardRecord(
            title=title or self.programme,
            amount=amount,
            currency="GBP",
            funder=ARTS_COUNCIL_ENGLAND,
            recipient=None if is_person else _recipient(name, area, art_forms),
            awarded_on=awarded_on,
            programme=self.programme,
            art_forms=art_forms,
            places=(area,) if area else (),
            known_by=(self.programme, name, written, str(awarded_on), area),
        )

    def _day(self, reading: RowReading) -> date | None:
        day = reading.date("award date")
        if day is None and not any(
            finding.fault is NOT_A_DATE for finding in reading.findings
        ):
            reading.warn(MISSING, "award date")
        return day

    def _art_forms(self, reading: RowReading) -> tuple[str, ...]:
        discipline = reading.line("main discipline") or reading.line("main artform")
        return () if discipline.casefold() in NO_ART_FORM else (discipline,)


class GrantsForTheArts(ProjectGrants):
    """The same list under the name it had until 2018."""

    code = "ace-grants-for-the-arts"
    title = "Grants for the arts of Arts Council England"
    publication = GRANTS_FOR_THE_ARTS
    needs = frozenset({"recipient", "activity name", "award amount", "award date", "area"})
    programme = "Grants for the arts"


def _recipient(name: str, area: str, art_forms: tuple[str, ...]) -> OrganisationRecord:
    return OrganisationRecord(
        name=name,
        kind=kind_by_name(name, "cultural"),
        address=Address(area=area),
        art_forms=art_forms,
    )
