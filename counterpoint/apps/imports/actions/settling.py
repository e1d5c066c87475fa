"""Doubtful matches decided by a person, and decided again if they were wrong."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.merging import merge, undo_merge
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.apps.history import actions as history
from counterpoint.apps.imports.models import DoubtfulMatch
from counterpoint.apps.imports.permissions import check_can_import
from counterpoint.domain.refusals import Conflict

Answer = DoubtfulMatch.Answer


class AlreadySettled(Conflict):
    sentence = _("Somebody has decided this meanwhile.")


class NotSettled(Conflict):
    sentence = _("This has not been decided.")


@transaction.atomic
def settle(
    *, doubt: DoubtfulMatch, answer: DoubtfulMatch.Answer, by: Person | None, at: datetime
) -> DoubtfulMatch:
    """The same: the newer record goes into the older one. Different: they are not asked about again."""
    if by is not None:
        check_can_import(by)
    hold(doubt)
    if doubt.settled_at is not None:
        raise AlreadySettled
    if answer == Answer.SAME:
        doubt.merge = merge(
            kept=doubt.candidate, absorbed=doubt.newcomer, reason=_reason(doubt), by=by, at=at
        )
    doubt.answer, doubt.settled_by, doubt.settled_at = answer, by, at
    doubt.save(update_fields=["answer", "settled_by", "settled_at", "merge"])
    history.record(
        kind="doubt.settled", subject=doubt.candidate, by=by, at=at,
        detail={"answer": answer.value, "other": doubt.newcomer.name},
    )  # fmt: skip
    return doubt


@transaction.atomic
def reopen(*, doubt: DoubtfulMatch, by: Person | None, at: datetime) -> DoubtfulMatch:
    """The decision taken back: records that were made one are parted again."""
    if by is not None:
        check_can_import(by)
    hold(doubt)
    if doubt.settled_at is None:
        raise NotSettled
    if doubt.merge is not None and doubt.merge.undone_at is None:
        undo_merge(merge=doubt.merge, by=by, at=at)
    doubt.answer, doubt.settled_by, doubt.settled_at, doubt.merge = "", None, None, None
    doubt.save(update_fields=["answer", "settled_by", "settled_at", "merge"])
    history.record(kind="doubt.reopened", subject=doubt.candidate, by=by, at=at)
    return doubt


def _reason(doubt: DoubtfulMatch) -> str:
    return f"import {doubt.run_id}: {', '.join(doubt.evidence)}"
