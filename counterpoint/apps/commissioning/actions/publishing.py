"""A call before the public: published, amended, its deadline moved, withdrawn."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.drafting import follow_steps
from counterpoint.apps.commissioning.actions.telling import move_on, publish_notice, record
from counterpoint.apps.commissioning.models import Call, Notice
from counterpoint.apps.commissioning.permissions import check_can_write_call
from counterpoint.apps.commissioning.queries.readiness import missing
from counterpoint.apps.directory.actions.saving import NotComplete, hold, write
from counterpoint.domain.commissioning.calls import steps as step_rules
from counterpoint.domain.commissioning.calls.deadline import check_moves_forward
from counterpoint.domain.commissioning.calls.lots import Lot, total_ceiling
from counterpoint.domain.commissioning.calls.standing import Act
from counterpoint.domain.refusals import Invalid

# What may be put otherwise while people are writing; who may apply and how it is decided may not.
AMENDABLE = ("title", "purpose", "what_is_wanted", "delivery_from", "delivery_to")


class SayWhatChanged(Invalid):
    sentence = gettext_lazy(
        "Say what changed and why: everybody who follows the call reads it."
    )


class PotAboveCeilings(Invalid):
    sentence = gettext_lazy("The pot cannot hold more than the ceilings of all lots together.")


class NothingChanged(Invalid):
    sentence = gettext_lazy("Nothing of the call would be different.")


@transaction.atomic
def publish_call(*, call: Call, by: Person | None, at: datetime) -> Notice:
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.PUBLISH, at)
    follow_steps(call)
    lacking = missing(call, at)
    if lacking:
        raise NotComplete(lacking)
    call.pot = _pot(call)
    call.opens_at = call.opens_at or at
    call.published_at = at
    call.save()
    notice = publish_notice(call, Notice.Kind.PUBLISHED, "", at)
    record("call.published", call, by, at)
    return notice


@transaction.atomic
def amend_call(
    *,
    call: Call,
    details: Mapping[str, Any],
    why: str,
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> Notice:
    check_can_write_call(by, call)
    hold(call, seen_at)
    move_on(call, Act.AMEND, at)
    if not why.strip():
        raise SayWhatChanged
    changed = write(call, {name: details[name] for name in AMENDABLE if name in details})
    if not changed:
        raise NothingChanged
    call.save(update_fields=changed)
    notice = publish_notice(call, Notice.Kind.AMENDED, why, at)
    record("call.amended", call, by, at, {"fields": changed})
    return notice


@transaction.atomic
def extend_call(
    *, call: Call, closes_at: datetime, why: str, by: Person | None, at: datetime
) -> Notice:
    """The deadline of the application, moved for everybody. Later steps move by as much."""
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.EXTEND, at)
    if not why.strip():
        raise SayWhatChanged
    assert call.closes_at is not None  # a published call has its deadline
    check_moves_forward(call.closes_at, closes_at, at)
    by_how_much = closes_at - call.closes_at
    later = call.steps.exclude(kind=step_rules.Kind.EXPRESSION)
    later.update(by=F("by") + by_how_much)
    follow_steps(call)
    call.closing_noted_at = None
    call.save(update_fields=["closes_at", "expressions_close_at", "closing_noted_at"])
    call.applications.update(reminded_at=None)
    notice = publish_notice(call, Notice.Kind.EXTENDED, why, at)
    record("call.extended", call, by, at, {"to": closes_at.isoformat()})
    return notice


@transaction.atomic
def withdraw_call(*, call: Call, why: str, by: Person | None, at: datetime) -> Notice:
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.WITHDRAW, at)
    if not why.strip():
        raise SayWhatChanged
    call.state_reason = why
    call.save(update_fields=["state", "state_reason"])
    notice = publish_notice(call, Notice.Kind.WITHDRAWN, why, at)
    record("call.withdrawn", call, by, at)
    return notice


def _pot(call: Call) -> Decimal | None:
    """None where neither pot nor ceilings are said: nothing can be awarded before one is."""
    lots = [Lot(one.number, one.title, one.ceiling) for one in call.lots.all()]
    ceiling = total_ceiling(lots)
    if call.pot is None:
        return ceiling or None
    if all(one.ceiling is not None for one in lots) and call.pot > ceiling:
        raise PotAboveCeilings(advice=_("They come to £{sum:,.2f}.").format(sum=ceiling))
    return call.pot
