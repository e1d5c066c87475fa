"""Draft, published, withdrawn: the stages that organisations, offers and needs share.

         publish                withdraw
draft ------------> published ------------> withdrawn
                        ^                       |
                        +-------- publish ------+
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import (
    check_allowed,
    check_complete,
    hold,
    note,
    save,
)
from counterpoint.apps.directory.actions.terms import check_all_decided
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.queries.owners import owner_of
from counterpoint.apps.history import actions as history
from counterpoint.domain.refusals import Conflict

Record = Organisation | Offer | Need


class AlreadyPublished(Conflict):
    sentence = _("This is already published.")
    advice = _("Edit it: what you save is public at once.")


class NotPublished(Conflict):
    sentence = _("Only something published can be withdrawn.")
    advice = _("A draft can be thrown away instead.")


class NotADraft(Conflict):
    sentence = _("Only a draft can be thrown away.")
    advice = _("Withdraw it instead: its page then says so.")


@transaction.atomic
def publish(
    *, record: Record, needed: Collection[str], by: Person | None, at: datetime
) -> None:
    """Whoever publishes has looked at it, so it counts as checked by them."""
    check_allowed(by, owner_of(record))
    hold(record)
    if record.stage == Stage.PUBLISHED:
        raise AlreadyPublished
    check_complete(record, needed)
    check_all_decided(record)
    record.stage, record.withdrawn_at = Stage.PUBLISHED, None
    record.published_at = record.published_at or at
    if by is not None:
        record.verified_at, record.verified_by = at, by
    record.reminded_at, record.reminders_sent = None, 0
    save(record, [*STAGE_FIELDS, "verified_at", "verified_by", *REMINDER_FIELDS], at)
    history.record(kind=_kind(record, "published"), subject=record, by=by, at=at)
    note(record, at)


@transaction.atomic
def withdraw(*, record: Record, reason: str = "", by: Person | None, at: datetime) -> None:
    check_allowed(by, owner_of(record))
    hold(record)
    if record.stage != Stage.PUBLISHED:
        raise NotPublished
    record.stage, record.withdrawn_at = Stage.WITHDRAWN, at
    save(record, STAGE_FIELDS, at)
    detail = {"reason": reason}
    history.record(
        kind=_kind(record, "withdrawn"), subject=record, by=by, at=at, detail=detail
    )
    note(record, at)


@transaction.atomic
def discard_draft(*, record: Record, by: Person | None, at: datetime) -> None:
    """The draft is gone; that there was one stays in history."""
    check_allowed(by, owner_of(record))
    hold(record)
    if record.stage != Stage.DRAFT:
        raise NotADraft
    history.record(kind=_kind(record, "discarded"), subject=record, by=by, at=at)
    record.delete()


STAGE_FIELDS = ("stage", "published_at", "withdrawn_at")
REMINDER_FIELDS = ("reminded_at", "reminders_sent")


def _kind(record: Record, verb: str) -> str:
    return f"{record._meta.model_name}.{verb}"
