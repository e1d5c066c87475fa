"""What is said at the end of an import, when the whole file has gone by."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.imports.actions.walking import Walk, not_read_finding
from counterpoint.apps.imports.models import ImportRun
from counterpoint.domain.interchange.faults import TOTAL_DIFFERS
from counterpoint.domain.interchange.findings import Finding, warned
from counterpoint.domain.refusals import Conflict


class NothingToRead(Conflict):
    advice = gettext_lazy("If it is a list of your own, say on its page which column is what.")


def closing_remarks(run: ImportRun, walk: Walk) -> list[tuple[str, Finding]]:
    """Columns and sheets that were left out. A sheet of totals is no list: it checks the others."""
    remarks = list(walk.remarks)
    if walk.said:
        return remarks + _checked_totals(run, walk)
    return remarks + [
        (sheet, not_read_finding(sheet, found)) for sheet, found in walk.not_read
    ]


def check_something_was_read(run: ImportRun, walk: Walk) -> None:
    """Files that only travel with lists are no mistake; of others the headings stay with the run,
    so that a person can say what the columns are."""
    if walk.not_read and all(found.is_companion for _sheet, found in walk.not_read):
        return
    for _sheet, found in walk.not_read:
        if found.headings:
            run.checkpoint = {
                "headings": list(found.headings.keys),
                "written": list(found.headings.written),
            }
    reasons = " ".join(
        f"“{sheet}”: {_(found.why)}" if sheet else _(found.why)
        for sheet, found in walk.not_read
    )
    raise NothingToRead(reasons or _("There are no sheets in it."))


def _checked_totals(run: ImportRun, walk: Walk) -> list[tuple[str, Finding]]:
    """What a headline sheet says against what the other sheets make."""
    found = {Decimal(sums.get("GBP", "0")) for sums in run.totals.values()}
    sums = ", ".join(f"{amount:,}" for amount in sorted(found)) or "0"
    return [
        (
            said.of,
            warned(TOTAL_DIFFERS, row=0, value=said.of, said=f"{said.amount:,}", found=sums),
        )
        for said in walk.said
        if said.amount not in found
    ]
