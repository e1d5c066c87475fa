"""How far an import is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.utils.translation import gettext as _

from counterpoint.apps.imports.actions.holding import SILENT_FOR
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.presenters.summaries import duration

# The pace is measured while somebody looks: an import that was broken off for a night and went on
# would otherwise seem to take another night.
PACE_KEPT_SECONDS = 3_600
SECONDS_TO_MEASURE = 3


@dataclass(frozen=True)
class Progress:
    share: float
    percent: int
    rows: int
    left: str
    is_waiting: bool
    is_silent: bool


def progress_of(run: ImportRun, at: datetime) -> Progress:
    return Progress(
        share=run.share_done,
        percent=round(run.share_done * 100),
        rows=run.counts.get("rows", 0),
        left=_time_left(run, at) if run.stage == Stage.RUNNING else "",
        is_waiting=run.stage == Stage.WAITING,
        is_silent=is_silent(run, at),
    )


def is_silent(run: ImportRun, at: datetime) -> bool:
    """Broken off, or nobody works on it: it can be gone on with."""
    if run.stage == Stage.WAITING and run.trouble:
        return True
    return run.is_going_on and at - run.beat_at >= SILENT_FOR


def _time_left(run: ImportRun, at: datetime) -> str:
    since, share = cache.get_or_set(
        f"import-pace:{run.pk}:{run.worker}", (at, run.share_done), PACE_KEPT_SECONDS
    ) or (at, run.share_done)
    passed, done = (at - since).total_seconds(), run.share_done - share
    if done <= 0 or passed < SECONDS_TO_MEASURE:
        return ""
    left = duration(passed * (1 - run.share_done) / done)
    return _("about {time} left").format(time=left)
