"""The workbook in which Arts Council England published the awards of the Culture Recovery Fund.

Each strand has its sheet; a headline sheet gives their totals, which are used to check the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from counterpoint.domain.interchange.publications import ARTS_COUNCIL_ENGLAND, RECOVERY_FUND
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
from counterpoint.domain.interchange.rows import heading_key, one_line


class RecoveryFund(Reader):
    """Rows have no dates: the strand says which round it was, and no more is known."""

    code = "ace-recovery-fund"
    title = "Culture Recovery Fund of Arts Council England"
    kind = RecordKind.AWARD
    publication = RECOVERY_FUND
    needs = frozenset({"organisation", "£ awarded", "discipline", "local authority"})
    uses = frozenset({"strand"})

    def record(self, reading: RowReading) -> AwardRecord | None:
        name = reading.required_line("organisation")
        amount = reading.required_amount("£ awarded")
        if reading.is_refused:
            return None
        strand = reading.line("strand") or one_line(self.around.sheet)
        area, discipline = reading.line("local authority"), reading.line("discipline")
        art_forms = () if discipline.casefold() in NO_ART_FORM else (discipline,)
        return AwardRecord(
            title=f"Culture Recovery Fund, {strand}: {name}",
            amount=amount,
            currency="GBP",
            funder=ARTS_COUNCIL_ENGLAND,
            recipient=OrganisationRecord(
                name=name,
                kind=kind_by_name(name, "cultural"),
                address=Address(area=area),
                art_forms=art_forms,
            ),
            programme=f"Culture Recovery Fund: {strand}",
            art_forms=art_forms,
            known_by=("Culture Recovery Fund", strand, name, area, discipline),
        )


@dataclass(frozen=True, slots=True)
class SaidTotal:
    """What a headline sheet says of one strand."""

    of: str
    rows: int
    amount: Decimal


def said_totals(rows: Iterable[Sequence[object]]) -> list[SaidTotal]:
    """The strands of a headline sheet: a title, then how many organisations and how much."""
    found: list[SaidTotal] = []
    title, count = "", 0
    for row in rows:
        first, second = (one_line(row[0]), row[1]) if len(row) > 1 else ("", "")
        key = heading_key(first)
        if key == "total awarded organisations" and isinstance(second, int | float):
            count = int(second)
        elif key == "total amount awarded" and isinstance(second, int | float):
            found.append(
                SaidTotal(title, count, Decimal(str(second)).quantize(Decimal("0.01")))
            )
        elif first and second in ("", None):
            title = first
    return found
