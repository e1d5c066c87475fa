"""Words for kinds and stages of imports."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.web.components import Flag, FlagKind

KIND_NAMES: dict[str, str | Promise] = {
    RecordKind.ORGANISATION: gettext_lazy("Organisations"),
    RecordKind.VENUE: gettext_lazy("Venues"),
    RecordKind.AWARD: gettext_lazy("Awards"),
    RecordKind.OFFER: gettext_lazy("Offers"),
    RecordKind.NEED: gettext_lazy("Needs"),
}
STAGE_FLAGS: dict[str, FlagKind] = {
    Stage.WAITING: "info",
    Stage.RUNNING: "info",
    Stage.FINISHED: "success",
    Stage.FAILED: "danger",
    Stage.UNDONE: "warning",
}


def kind_name(kind: str) -> str:
    return str(KIND_NAMES.get(kind, ""))


def stage_flag(run: ImportRun) -> Flag:
    if run.stage == Stage.FAILED and "headings" in run.checkpoint:
        return Flag(_("Waits for its columns"), "warning")
    trial = _("trial run, nothing was stored") if run.is_dry_run else ""
    return Flag(run.get_stage_display(), STAGE_FLAGS[run.stage], trial)


def megabytes(size: int) -> str:
    if size < 1_000_000:
        return _("{size} kB").format(size=f"{max(1, round(size / 1_000)):,}")
    return _("{size} MB").format(size=f"{size / 1_000_000:,.1f}")
