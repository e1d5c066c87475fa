"""The workbook in which Arts Council England publishes a National Portfolio, any edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from counterpoint.domain.interchange.faults import TOTAL_DIFFERS
from counterpoint.domain.interchange.publications import (
    ARTS_COUNCIL_ENGLAND,
    NATIONAL_PORTFOLIO,
)
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.readers.reader import Reader, Surroundings
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    Address,
    AwardRecord,
    OrganisationRecord,
    RecordKind,
)
from counterpoint.domain.interchange.values.money import read_amount

TOTAL = re.compile(r"total portfolio grant (\d\d)/(\d\d) - £")
YEAR = re.compile(r"portfolio grant \d\d/\d\d - £")
# Sums of yearly figures that were themselves rounded may miss the total by this much.
ROUNDING = Decimal(5)


class NationalPortfolio(Reader):
    """One row is one grant for the whole period; an organisation may have several."""

    code = "ace-national-portfolio"
    title = "National Portfolio of Arts Council England"
    kind = RecordKind.AWARD
    publication = NATIONAL_PORTFOLIO
    needs = frozenset({"applicant name", "local authority", "discipline"})
    uses = frozenset({"alternative name", "funding band", "notes", "web address", "area"})

    @classmethod
    def fits(cls, keys: frozenset[str]) -> bool:
        return cls.needs <= keys and any(TOTAL.fullmatch(key) for key in keys)

    def __init__(self, keys: Sequence[str], around: Surroundings) -> None:
        super().__init__(keys, around)
        self.total, found = next((key, m) for key in keys if (m := TOTAL.fullmatch(key)))
        self.years = [key for key in keys if YEAR.fullmatch(key)]
        self.uses = self.uses | {self.total, *self.years}
        # Financial years: the first begins in April of its first half.
        self.starts_on = date(2000 + int(found[1]), 4, 1)
        self.ends_on = date(2000 + int(found[2]), 3, 31)
        self.programme = f"National Portfolio {self.starts_on.year} to {self.ends_on.year}"

    def record(self, reading: RowReading) -> AwardRecord | None:
        name = reading.required_line("applicant name")
        amount = reading.required_amount(self.total)
        if reading.is_refused:
            return None
        self._check_the_years(reading, amount)
        band = reading.line("funding band")
        return AwardRecord(
            title=f"{self.programme}: {name}",
            description=reading.text("notes"),
            amount=amount,
            currency="GBP",
            funder=ARTS_COUNCIL_ENGLAND,
            recipient=self._recipient(name, reading),
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            programme=self.programme,
            art_forms=_discipline(reading),
            known_by=(
                self.programme,
                name,
                band,
                reading.line("area"),
                reading.line("discipline"),
            ),
        )

    def _recipient(self, name: str, reading: RowReading) -> OrganisationRecord:
        other = reading.line("alternative name")
        return OrganisationRecord(
            name=name,
            kind=kind_by_name(name, "cultural"),
            other_names=(other,) if other not in ("", "-", name) else (),
            website=reading.web_address("web address"),
            address=Address(area=reading.line("local authority")),
            art_forms=_discipline(reading),
        )

    def _check_the_years(self, reading: RowReading, total: Decimal) -> None:
        found = sum(
            (read_amount(reading.row.cells.get(key)) or Decimal(0) for key in self.years),
            Decimal(0),
        )
        if self.years and abs(found - total) > ROUNDING:
            reading.warn(
                TOTAL_DIFFERS, self.total, self.total, said=str(total), found=str(found)
            )


def _discipline(reading: RowReading) -> tuple[str, ...]:
    return tuple(
        word for word in [reading.line("discipline")] if word.casefold() not in NO_ART_FORM
    )


NO_ART_FORM = frozenset({"", "not discipline specific", "other/not known"})
