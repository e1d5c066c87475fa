"""What mail servers say of our mails, kept with the subscriber."""

from datetime import datetime

from django.db import transaction

from counterpoint.apps.history import actions as history
from counterpoint.apps.updates.models import Mailing, Subscriber
from counterpoint.domain.updates.backing_off import Standing, after_bounce
from counterpoint.domain.updates.reports import Returned, read_report


def take_report(*, raw: bytes, at: datetime) -> int:
    """How many subscribers it was about."""
    return sum(_take(returned, at) for returned in read_report(raw))


@transaction.atomic
def _take(returned: Returned, at: datetime) -> int:
    """By the mail that came back where the report quotes it: a forwarding server reports
    another address than the one that subscribed."""
    key = returned.message_id.strip("<>").partition("@")[0]
    mailing = Mailing.objects.filter(key=key).first() if key else None
    if mailing:
        subscriber: Subscriber | None = mailing.subscriber
    else:
        subscriber = Subscriber.objects.with_address(returned.address).first()
    if subscriber is None:
        return 0
    bounced(subscriber=subscriber, is_hard=returned.is_hard, at=at)
    return 1


@transaction.atomic
def bounced(*, subscriber: Subscriber, is_hard: bool, at: datetime) -> None:
    held = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    before = Standing(held.soft_bounces, held.wait_until, bool(held.stopped_at))
    if before.is_stopped:
        return
    after = after_bounce(before, is_hard=is_hard, at=at)
    if after == before:
        return
    held.soft_bounces, held.wait_until = after.soft_bounces, after.wait_until
    held.stopped_at = at if after.is_stopped else None
    held.save(update_fields=["soft_bounces", "wait_until", "stopped_at"])
    kind = "subscriber.stopped" if after.is_stopped else "subscriber.bounced"
    history.record(kind=kind, subject=held, by=None, at=at)
