"""A run as programs and the command line print it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from counterpoint.apps.imports.models import Finding, ImportRun
from counterpoint.domain.interchange.faults import FAULTS

MOST_LISTED = 10_000
COUNTS = (
    "rows",
    "added",
    "changed",
    "unchanged",
    "duplicate",
    "left_out",
    "refused",
    "doubtful",
)


def report(run: ImportRun) -> dict[str, Any]:
    """Everything about one file: what was read, what became of it, what was wrong with it."""
    return {
        "file": run.file_name,
        "run": run.pk,
        "stage": run.stage,
        "dry_run": run.is_dry_run,
        "trouble": run.trouble,
        "format": run.reader,
        "kind": run.kind,
        "source": run.source.name if run.source else "",
        "publisher": run.source.publisher if run.source else "",
        "licence": run.source.licence if run.source else "",
        "sha256": run.sha256,
        **{name: run.counts.get(name, 0) for name in COUNTS},
        "organisations_added": run.counts.get("organisations_added", 0),
        "totals": overall_totals(run),
        "refused_rows": list(_refused(run)),
        "warnings": [warning(tally) for tally in run.tallies if not tally["is_refusal"]],
        "changes": list(_changes(run)),
    }


def overall_totals(run: ImportRun) -> dict[str, str]:
    """Sums by currency over all sheets."""
    sums: dict[str, Decimal] = {}
    for by_currency in run.totals.values():
        for currency, amount in by_currency.items():
            sums[currency] = sums.get(currency, Decimal(0)) + Decimal(amount)
    return {currency: str(amount) for currency, amount in sorted(sums.items())}


def reason_and_advice(code: str, words: Mapping[str, Any]) -> tuple[str, str]:
    """The sentences of a fault in the reader's language, with the words of the case put in."""
    fault = FAULTS[code]
    translated = {
        name: _(value) if name == "why" and value else value for name, value in words.items()
    }
    advice = _(fault.advice).format_map(translated) if fault.advice else ""
    return _(fault.reason).format_map(translated), advice


def warning(tally: Mapping[str, Any]) -> dict[str, Any]:
    words = {"column": tally["column"], "value": tally["value"], **tally["more"]}
    reason, advice = reason_and_advice(tally["code"], words)
    return {
        "code": tally["code"],
        "sheet": tally["sheet"],
        "column": tally["column"],
        "count": tally["count"],
        "first_rows": tally["rows"],
        "value": tally["value"],
        "reason": reason,
        "advice": advice,
    }


def finding_words(finding: Finding) -> dict[str, Any]:
    words = {"column": finding.column, "value": finding.value, **finding.more}
    reason, advice = reason_and_advice(finding.code, words)
    return {
        "file": finding.run.file_name,
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "reason": reason,
        "advice": advice,
    }


def _refused(run: ImportRun) -> Iterator[dict[str, Any]]:
    refused = run.findings.filter(is_refusal=True).select_related("run")
    return (finding_words(finding) for finding in refused[:MOST_LISTED])


def _changes(run: ImportRun) -> Iterator[dict[str, Any]]:
    for change in run.changes.all()[:MOST_LISTED]:
        yield {
            "record": f"{change.record_type} {change.record_id}",
            "name": change.record_name,
            "row": change.row,
            "before": change.before,
            "after": change.after,
        }
