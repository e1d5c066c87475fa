"""One process works on an import at a time, and a killed one is told from a busy one."""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.domain.refusals import Conflict

# A worker on another machine that was not heard of for so long is taken for dead.
SILENT_FOR = timedelta(minutes=2)


class AlreadyGoingOn(Conflict):
    sentence = _("Another process is importing this file.")
    advice = _("Wait for it to finish; its progress is on the page of the import.")


class TakenOver(Conflict):
    sentence = _("Another process went on with this import.")


@transaction.atomic
def take(run: ImportRun, at: datetime) -> None:
    held = ImportRun.objects.select_for_update().get(pk=run.pk)
    if held.stage == Stage.RUNNING and _is_alive(held, at):
        raise AlreadyGoingOn
    run.refresh_from_db()
    run.stage, run.worker, run.beat_at = Stage.RUNNING, this_worker(), at
    run.save(update_fields=["stage", "worker", "beat_at"])


def check_still_ours(run: ImportRun) -> None:
    """Within the transaction that stores a batch: nobody else has stored it meanwhile."""
    held = ImportRun.objects.select_for_update().values("checkpoint", "worker").get(pk=run.pk)
    if held["checkpoint"] != run.checkpoint or held["worker"] != run.worker:
        raise TakenOver


def this_worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"[:120]


def _is_alive(run: ImportRun, at: datetime) -> bool:
    host, _colon, number = run.worker.rpartition(":")
    if run.worker == this_worker():
        return False
    if host == socket.gethostname() and number.isdecimal():
        return _process_exists(int(number))
    return at - run.beat_at < SILENT_FOR


def _process_exists(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
