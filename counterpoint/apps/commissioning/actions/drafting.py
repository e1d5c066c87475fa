"""Calls while they are drafts: begun from a preset or an earlier round, and put together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.models import (
    Call,
    CallStep,
    Criterion,
    EligibilityRule,
    Lot,
    Question,
)
from counterpoint.apps.commissioning.permissions import can_see_call, check_can_write_call
from counterpoint.apps.directory.actions.saving import hold, write
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.domain.commissioning.calls import steps as step_rules
from counterpoint.domain.commissioning.calls.deadline import check_grace
from counterpoint.domain.commissioning.calls.standing import Act, check_may
from counterpoint.domain.refusals import Invalid

PARTS: dict[str, type[models.Model]] = {
    "lot": Lot,
    "step": CallStep,
    "rule": EligibilityRule,
    "criterion": Criterion,
    "question": Question,
}
COPIED = (
    "need",
    "title",
    "kind",
    "purpose",
    "what_is_wanted",
    "place",
    "currency",
    "pot",
    "grace_minutes",
    "forms",
    "route",
    "route_reason",
    "route_advice",
    "standstill_days",
    "readers_each",
    "lived_each",
)
TITLES = dict(words.STEP_KINDS)


class NotYours(Invalid):
    sentence = _("You cannot start from a call that you may not read.")


class OverBeforeItBegins(Invalid):
    sentence = _("The work cannot end before it begins.")


@transaction.atomic
def create_call(
    *,
    organisation: Organisation,
    details: Mapping[str, Any],
    preset: str = "one-stage",
    is_example: bool = False,
    by: Person | None,
    at: datetime,
) -> Call:
    """A draft with the steps of the preset; their times are still to be set."""
    if by is not None:
        check_can_edit(by, organisation)
    call = Call(organisation=organisation, is_example=is_example, created_at=at, updated_at=at)
    write(call, details)
    _check(call)
    call.save()
    # An early notice buys nothing, so nothing has to happen by any day.
    kinds = () if call.kind == words.CallKind.ENGAGEMENT else step_rules.PRESETS[preset]
    CallStep.objects.bulk_create(
        CallStep(call=call, order=n, kind=kind, title=str(TITLES[kind.value]))
        for n, kind in enumerate(kinds, start=1)
    )
    record("call.started", call, by, at)
    return call


@transaction.atomic
def start_from(
    *,
    earlier: Call,
    organisation: Organisation,
    is_readvertised: bool = False,
    by: Person | None,
    at: datetime,
) -> Call:
    """A new draft with everything of an earlier call but its times (job C15)."""
    if by is not None:
        check_can_edit(by, organisation)
        if not can_see_call(by, earlier):
            raise NotYours
    call = Call(
        organisation=organisation,
        earlier=earlier,
        is_readvertised=is_readvertised,
        is_example=earlier.is_example,
        created_at=at,
        updated_at=at,
        **{name: getattr(earlier, name) for name in COPIED},
    )
    call.save()
    _copy_parts(earlier, call)
    record("call.started", call, by, at, {"from": earlier.reference})
    return call


@transaction.atomic
def edit_call(
    *,
    call: Call,
    details: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> list[str]:
    check_can_write_call(by, call)
    hold(call, seen_at)
    check_may(Act.EDIT, call.standing(at))
    changed = write(call, details)
    if changed:
        _check(call)
        _save(call, changed, at)
        record("call.edited", call, by, at, {"fields": changed})
    return changed


@transaction.atomic
def add_part(
    *, call: Call, what: str, details: Mapping[str, Any], by: Person | None, at: datetime
) -> models.Model:
    _hold_draft(call, by, at)
    part = PARTS[what](call=call)
    write(part, details)
    _place_last(call, part)
    part.save()
    _after_change(call, at)
    record("call.part_added", call, by, at, {"name": str(part), "what": what})
    return part


@transaction.atomic
def edit_part(
    *, part: Any, details: Mapping[str, Any], by: Person | None, at: datetime
) -> list[str]:
    _hold_draft(part.call, by, at)
    changed = write(part, details)
    if changed:
        part.save(update_fields=changed)
        _after_change(part.call, at)
        detail = {"name": str(part), "fields": changed}
        record("call.part_edited", part.call, by, at, detail)
    return changed


@transaction.atomic
def remove_part(*, part: Any, by: Person | None, at: datetime) -> None:
    call = part.call
    _hold_draft(call, by, at)
    record("call.part_removed", call, by, at, {"name": str(part)})
    part.delete()
    _after_change(call, at)


@transaction.atomic
def move_part(*, part: Any, up: bool, by: Person | None, at: datetime) -> None:
    """One place up or down among its like; at the end it stays where it is."""
    call = part.call
    _hold_draft(call, by, at)
    field = "number" if isinstance(part, Lot) else "order"
    rows = list(type(part).objects.filter(call=call).order_by(field, "pk"))
    now = rows.index(part)
    to = now - 1 if up else now + 1
    if not 0 <= to < len(rows):
        return
    rows[now], rows[to] = rows[to], rows[now]
    # Out of the way first: no two may have one number even for a moment.
    for offset in (1_000, 1):
        for n, one in enumerate(rows):
            setattr(one, field, n + offset)
            one.save(update_fields=[field])
    record("call.part_edited", call, by, at, {"name": str(part), "fields": [field]})


def _copy_parts(earlier: Call, call: Call) -> None:
    criteria: dict[int, Criterion] = {}
    for one in earlier.criteria.all():
        criteria[one.pk] = _copy(one, call)
    for part in (*earlier.steps.all(), *earlier.rules.all()):
        _copy(part, call, by=None) if isinstance(part, CallStep) else _copy(part, call)
    for lot in earlier.lots.all():
        _copy(lot, call, awarded=0)
    for question in earlier.questions.all():
        criterion = criteria.get(question.criterion_id or 0)
        _copy(question, call, criterion=criterion)


def _copy(part: Any, call: Call, **more: Any) -> Any:
    names = [one.name for one in part._meta.concrete_fields if one.name not in ("id", "call")]
    values = {name: getattr(part, name) for name in names} | more
    return type(part).objects.create(call=call, **values)


def _place_last(call: Call, part: models.Model) -> None:
    if isinstance(part, Lot):
        part.number = _last(call.lots, "number") + 1
    elif isinstance(part, CallStep | Question):
        rows = call.steps if isinstance(part, CallStep) else call.questions
        part.order = _last(rows, "order") + 1


def _last(rows: Any, field: str) -> int:
    return rows.aggregate(last=models.Max(field))["last"] or 0


def _hold_draft(call: Call, by: Person | None, at: datetime) -> None:
    check_can_write_call(by, call)
    hold(call)
    check_may(Act.EDIT, call.standing(at))


def _after_change(call: Call, at: datetime) -> None:
    follow_steps(call)
    _save(call, ["closes_at", "expressions_close_at"], at)


def follow_steps(call: Call) -> None:
    """The deadlines that everything else asks the call for are those of its steps."""
    times = dict(call.steps.values_list("kind", "by"))
    call.closes_at = times.get(step_rules.Kind.APPLICATION)
    call.expressions_close_at = times.get(step_rules.Kind.EXPRESSION)


def _check(call: Call) -> None:
    check_grace(call.grace)
    if call.delivery_from and call.delivery_to and call.delivery_to < call.delivery_from:
        raise OverBeforeItBegins


def _save(call: Call, changed: list[str], at: datetime) -> None:
    call.updated_at = at
    call.save(update_fields=[*changed, "updated_at"])
