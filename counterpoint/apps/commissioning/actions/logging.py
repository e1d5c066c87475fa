"""The decision log of a call: a chain in which no line can be changed without it showing."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import Call, LogLine


def log(
    call: Call,
    what: str,
    about: str,
    detail: Mapping[str, Any],
    by: Person | None,
    at: datetime,
) -> LogLine:
    """Within the transaction of what it tells of; the call's row is the lock that orders lines."""
    Call.objects.select_for_update().filter(pk=call.pk).first()
    last = call.log.order_by("-number").first()
    number, before = (last.number + 1, last.sha256) if last else (1, "")
    return LogLine.objects.create(
        call=call,
        number=number,
        at=at,
        by=by,
        what=what,
        about=about[:300],
        detail=dict(detail),
        before=before,
        sha256=line_hash(number, at, what, about[:300], detail, before),
    )


def line_hash(
    number: int, at: datetime, what: str, about: str, detail: Mapping[str, Any], before: str
) -> str:
    written = json.dumps(
        [number, at.isoformat(), what, about, dict(detail), before],
        sort_keys=True,
        ensure_ascii=False,
    )
    return hashlib.sha256(written.encode()).hexdigest()


def first_broken(call: Call) -> int | None:
    """The number of the first line that is not what it was when it was written."""
    before = ""
    for line in call.log.order_by("number"):
        right = line_hash(line.number, line.at, line.what, line.about, line.detail, before)
        if line.before != before or line.sha256 != right:
            return int(line.number)
        before = line.sha256
    return None
