"""One import as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.imports.models import Finding, ImportRun
from counterpoint.apps.imports.presenters.reports import finding_words, overall_totals, warning
from counterpoint.apps.imports.presenters.words import kind_name, megabytes
from counterpoint.web.components import Fact

REFUSED = Table(
    "refused",
    {
        name: itemgetter(name)
        for name in ("file", "sheet", "row", "column", "value", "reason", "advice")
    },
)


@dataclass(frozen=True)
class Count:
    value: str
    label: str
    note: str = ""


def counts(run: ImportRun) -> list[Count]:
    """The three that always matter, then those that are there."""
    words = {
        "rows": _("rows read"),
        "added": _("would be added") if run.is_dry_run else _("added"),
        "changed": _("would be changed") if run.is_dry_run else _("changed"),
        "unchanged": _("unchanged"),
        "duplicate": _("repeated in the file"),
        "left_out": _("left out, holding no record"),
        "refused": _("refused"),
        "doubtful": _("may be here already under another name"),
        "organisations_added": _("organisations new in the directory"),
        "kept": _("organisations kept, because others lean on them"),
    }
    always = ("rows", "added", "refused")
    return [
        Count(number_format(run.counts.get(name, 0), force_grouping=True), label)
        for name, label in words.items()
        if name in always or run.counts.get(name)
    ]


def totals(run: ImportRun) -> list[str]:
    return [
        money(Decimal(amount), currency) for currency, amount in overall_totals(run).items()
    ]


def facts(run: ImportRun) -> list[Fact]:
    return [fact for fact in _facts(run) if fact.value]


def _facts(run: ImportRun) -> Iterator[Fact]:
    yield Fact(_("What the rows are"), kind_name(run.kind))
    source = run.source
    if source is not None:
        yield Fact(_("Publication"), source.name, f"/data-sources/#source-{source.pk}")
        yield Fact(_("Publisher"), source.publisher)
        yield Fact(_("Licence"), source.licence)
    yield Fact(_("Read by the saved columns"), run.options.get("mapping", ""))
    yield Fact(_("Size"), megabytes(run.size_bytes))
    yield Fact(_("Begun"), _moment(run.started_at), note=str(run.started_by or ""))
    yield Fact(_("Ended"), _moment(run.finished_at))
    yield Fact(_("Taken back"), _moment(run.undone_at))


def _moment(at: Any) -> str:
    return date_format(localtime(at), "j F Y, H:i") if at else ""


def warnings(run: ImportRun) -> list[dict[str, Any]]:
    """The most frequent first."""
    found = [warning(tally) for tally in run.tallies if not tally["is_refusal"]]
    for one in found:
        # Row 0 stands for a remark about a whole sheet.
        one["rows"] = [row for row in one["first_rows"] if row]
    return sorted(found, key=lambda one: -one["count"])


def refused_words(finding: Finding) -> dict[str, Any]:
    return finding_words(finding)
