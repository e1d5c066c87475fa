"""Imports that stopped half way, and going on with them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.imports.actions.holding import SILENT_FOR, AlreadyGoingOn
from counterpoint.apps.imports.actions.starting import start
from counterpoint.apps.imports.actions.uploads import NoLongerKept
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.permissions import check_can_import
from counterpoint.domain.refusals import Conflict


class NotBrokenOff(Conflict):
    sentence = gettext_lazy("This import is over.")
    advice = gettext_lazy("To import the file once more, upload it again.")


class NotATrial(Conflict):
    sentence = gettext_lazy("Only a trial run that was finished can be made a real import.")


@transaction.atomic
def break_off(*, run: ImportRun, at: datetime) -> None:
    """After a fault of ours: whatever was stored stays, and somebody can go on with the rest."""
    held = ImportRun.objects.select_for_update().get(pk=run.pk)
    if held.stage != Stage.RUNNING or held.worker != run.worker:
        return
    held.stage, held.worker, held.beat_at = Stage.WAITING, "", at
    held.trouble = _("It was broken off by a fault of ours, which has been noted.")
    held.save(update_fields=["stage", "worker", "beat_at", "trouble"])


@transaction.atomic
def resume(*, run: ImportRun, by: Person | None, at: datetime) -> ImportRun:
    if by is not None:
        check_can_import(by)
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if not run.is_going_on:
        raise NotBrokenOff
    if run.stage == Stage.RUNNING and at - run.beat_at < SILENT_FOR:
        raise AlreadyGoingOn
    if not Path(run.path).is_file():
        raise NoLongerKept
    # A worker that was only slow finds its run taken over and stores nothing more.
    run.stage, run.worker, run.trouble, run.beat_at = Stage.WAITING, "", "", at
    run.save(update_fields=["stage", "worker", "trouble", "beat_at"])
    return run


def import_for_real(*, trial: ImportRun, by: Person | None, at: datetime) -> ImportRun:
    """The file of a trial run once more, with the same wishes, and stored this time."""
    if by is not None:
        check_can_import(by)
    if not trial.is_dry_run or trial.stage != Stage.FINISHED:
        raise NotATrial
    if not Path(trial.path).is_file():
        raise NoLongerKept
    return start(
        path=Path(trial.path),
        file_name=trial.file_name,
        options=trial.options,
        is_upload=trial.is_upload,
        by=by,
        at=at,
    )
