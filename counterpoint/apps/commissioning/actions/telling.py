"""What every action on a call leaves behind: a history line, and a notice where it is public."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import Call, Notice
from counterpoint.apps.commissioning.queries.snapshots import snapshot
from counterpoint.apps.history import actions as history
from counterpoint.apps.history import changes
from counterpoint.domain.commissioning.calls.standing import Act, check_may


def record(
    kind: str,
    subject: models.Model,
    by: Person | None,
    at: datetime,
    detail: Mapping[str, Any] | None = None,
) -> None:
    history.record(kind=kind, subject=subject, by=by, at=at, detail=detail)


def note(call: Call, at: datetime) -> None:
    """Search is told that the public face of the call may have changed."""
    changes.note("call", [call.pk], at=at)


def publish_notice(call: Call, kind: str, text: str, at: datetime) -> Notice:
    """The next number, with the whole call as it stands after the change."""
    call.version += 1
    call.updated_at = at
    call.save(update_fields=["version", "updated_at"])
    note(call, at)
    return Notice.objects.create(
        call=call, number=call.version, kind=kind, text=text, at=at, snapshot=snapshot(call)
    )


def move_on(call: Call, act: Act, at: datetime) -> None:
    """The call's state after the act; refused where the act cannot be done."""
    to = check_may(act, call.standing(at))
    if to is not None:
        call.state = to
