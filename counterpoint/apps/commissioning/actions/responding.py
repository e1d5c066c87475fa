"""When too few answered: advertise again, split a lot, give a grant instead."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.drafting import start_from
from counterpoint.apps.commissioning.actions.publishing import SayWhatChanged, extend_call
from counterpoint.apps.commissioning.actions.telling import move_on, publish_notice, record
from counterpoint.apps.commissioning.models import Call, Lot, Notice
from counterpoint.apps.commissioning.permissions import check_can_write_call
from counterpoint.apps.commissioning.words import CallKind
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.calls.standing import Act
from counterpoint.domain.refusals import Invalid


class PartsDoNotAddUp(Invalid):
    sentence = gettext_lazy("The parts must make the ceiling of the lot together.")


@transaction.atomic
def readvertise(
    *, call: Call, why: str, as_grant: bool = False, by: Person | None, at: datetime
) -> Call:
    """The next round as a draft, linked to this one. What was sent to this one stays readable to
    whoever sent it, and can be used again in the next."""
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.READVERTISE, at)
    if not why.strip():
        raise SayWhatChanged
    later = start_from(
        earlier=call, organisation=call.organisation, is_readvertised=True, by=by, at=at
    )
    later.lessons = why
    if as_grant:
        later.kind, later.route, later.route_reason = CallKind.GRANT, "", ""
    later.save(update_fields=["lessons", "kind", "route", "route_reason"])
    call.state_reason = why
    call.save(update_fields=["state", "state_reason"])
    publish_notice(call, Notice.Kind.READVERTISED, why, at)
    record("call.readvertised", call, by, at, {"next": later.reference})
    return later


@transaction.atomic
def split_lot(
    *,
    lot: Lot,
    parts: Sequence[tuple[str, Decimal]],
    closes_at: datetime,
    why: str,
    by: Person | None,
    at: datetime,
) -> Notice:
    """The lot becomes the first of the parts, and the call opens again for all of them."""
    call = lot.call
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.SPLIT, at)
    if not why.strip():
        raise SayWhatChanged
    ceiling = lot.ceiling or Decimal(0)
    if len(parts) < 2 or sum(money for _title, money in parts) != ceiling:
        raise PartsDoNotAddUp(
            advice=_("The lot's ceiling is £{sum:,.2f}.").format(sum=ceiling)
        )
    was = lot.title
    (lot.title, lot.ceiling), *others = parts
    lot.save(update_fields=["title", "ceiling"])
    last = call.lots.order_by("number").last()
    for number, (title, ceiling) in enumerate(others, start=last.number + 1 if last else 1):
        Lot.objects.create(
            call=call, number=number, title=title, ceiling=ceiling, place=lot.place
        )
    record("call.split", call, by, at, {"name": was})
    # A bid above the new, lower ceiling has to be thought over by whoever made it.
    lot.bids.filter(price__gt=lot.ceiling).update(price=None)
    publish_notice(call, Notice.Kind.SPLIT, why, at)
    return extend_call(call=call, closes_at=closes_at, why=why, by=by, at=at)
