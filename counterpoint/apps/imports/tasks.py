"""Imports in the background: whoever started one may leave the page."""

from __future__ import annotations

import logging
from functools import partial

from django.core.management import call_command, get_commands
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from counterpoint.apps.imports.actions.continuing import break_off
from counterpoint.apps.imports.actions.holding import AlreadyGoingOn, TakenOver
from counterpoint.apps.imports.actions.running import run_to_end
from counterpoint.apps.imports.models import ImportRun, Stage

INDEXING = "index"
log = logging.getLogger(__name__)


def import_soon(run: ImportRun) -> None:
    transaction.on_commit(partial(import_file.enqueue, run.pk))


@task()
def import_file(run_id: int) -> None:
    """Asked for twice, it is done once: a run that is over or in other hands is left alone."""
    run = ImportRun.objects.unfinished().filter(pk=run_id).first()
    if run is None:
        return
    try:
        run_to_end(run=run, clock=timezone.now)
    except (AlreadyGoingOn, TakenOver):
        return
    except Exception:
        break_off(run=run, at=timezone.now())
        raise
    if run.stage == Stage.FINISHED and not run.is_dry_run:
        refresh_search()


def refresh_search() -> None:
    """What was imported can be found at once. If that fails, the indexer makes up for it later."""
    if INDEXING not in get_commands():
        return
    try:
        call_command(INDEXING)
    except Exception:
        log.exception("search was not refreshed after an import")
