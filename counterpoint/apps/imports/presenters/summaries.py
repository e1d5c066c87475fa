"""What the command line says while it works and when it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.imports.models import ImportRun, Stage

SECONDS_BETWEEN_LINES = 2.0
ROWS_SHOWN = 5


class ProgressLine:
    """A line every few seconds: share, rows, time left by the pace so far."""

    def __init__(self, run: ImportRun, stream: Any, at: datetime) -> None:
        self.stream = stream
        self.begun_at = self.told_at = at
        self.begun_share = run.share_done
        if run.counts:
            self.stream.write(
                _("%(file)s: going on after row %(row)s")
                % {"file": run.file_name, "row": run.checkpoint.get("row", 0)}
            )

    def tell(self, run: ImportRun) -> None:
        if (run.beat_at - self.told_at).total_seconds() >= SECONDS_BETWEEN_LINES:
            self.told_at = run.beat_at
            self.stream.write(self._line(run))

    def _line(self, run: ImportRun) -> str:
        passed = (run.beat_at - self.begun_at).total_seconds()
        done = run.share_done - self.begun_share
        left = passed * (1 - run.share_done) / done if done > 0 else 0
        return _("%(file)s: %(share)s, %(rows)s rows, about %(left)s left") % {
            "file": run.file_name,
            "share": f"{run.share_done:.0%}",
            "rows": f"{run.counts.get('rows', 0):,}",
            "left": duration(left),
        }


def duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 90:
        return ngettext("%(count)s second", "%(count)s seconds", whole) % {"count": whole}
    minutes = round(whole / 60)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def summary(report: dict[str, Any]) -> str:
    if report["stage"] != Stage.FINISHED:
        return f"{report['file']}: {report['trouble']}"
    return "\n".join(_lines(report))


def _lines(report: dict[str, Any]) -> Iterator[str]:
    rehearsal = f" ({_('nothing was stored')})" if report["dry_run"] else ""
    yield f"{report['file']}: {report['source'] or report['format']}{rehearsal}"
    yield "  " + _(
        "%(rows)s rows: %(added)s added, %(changed)s changed, %(unchanged)s unchanged, "
        "%(duplicate)s repeated, %(left_out)s left out, %(refused)s refused"
    ) % {name: f"{value:,}" for name, value in report.items() if isinstance(value, int)}
    for currency, amount in report["totals"].items():
        yield f"  {currency} {Decimal(amount):,.2f}"
    for row in report["refused_rows"][:ROWS_SHOWN]:
        yield f"  {_('refused')}: {_place(row)} {row['reason']} {row['advice']}"
    for warning in report["warnings"]:
        yield f"  {warning['count']:,} × {warning['reason']} {warning['advice']}".rstrip()


def _place(row: dict[str, Any]) -> str:
    sheet = f"{row['sheet']}, " if row["sheet"] else ""
    return _("%(sheet)srow %(row)s:") % {"sheet": sheet, "row": row["row"]}
