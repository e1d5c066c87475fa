"""Agreements while they are drafts: begun alone, from a decision, or below another."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.agreements.actions.recording import hold_for, record, save
from counterpoint.apps.agreements.models import (
    Agreement,
    Duty,
    Indicator,
    Milestone,
    Outcome,
    Payment,
)
from counterpoint.apps.agreements.permissions import check_can_write
from counterpoint.apps.commissioning.models import Decision
from counterpoint.apps.directory.actions.saving import write
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.domain.commissioning.agreement import Act, duties_for
from counterpoint.domain.commissioning.calls.standing import State as CallState
from counterpoint.domain.refusals import Conflict, Invalid

PARTS: dict[str, type[models.Model]] = {
    "outcome": Outcome,
    "milestone": Milestone,
    "payment": Payment,
    "duty": Duty,
    "indicator": Indicator,
}
DETAILS = ("title", "kind", "amount", "place", "begins", "ends", "terms")


class NotAwarded(Conflict):
    sentence = gettext_lazy("Only a decided award becomes an agreement.")


class AlreadyDrafted(Conflict):
    sentence = gettext_lazy("This award has its agreement already.")


class MoreThanAwarded(Invalid):
    sentence = gettext_lazy("The agreement cannot be for more than was awarded.")


class EndsBeforeItBegins(Invalid):
    sentence = gettext_lazy("It cannot end before it begins.")


class WithOneself(Invalid):
    sentence = gettext_lazy("Funder and provider are two organisations.")


class PaymentsAboveAmount(Invalid):
    sentence = gettext_lazy("The payments come to more than the agreement is worth.")


class AboveThePrime(Invalid):
    sentence = gettext_lazy(
        "The sub-grants come to more than the agreement above them is worth."
    )


class OneLevelOnly(Invalid):
    sentence = gettext_lazy("A sub-grant has no sub-grants of its own.")


class IndicatorsOfThePrime(Invalid):
    sentence = gettext_lazy("A sub-grant reports on the indicators of the agreement above it.")


@transaction.atomic
def draft(
    *,
    funder: Organisation,
    provider: Organisation,
    details: Mapping[str, Any],
    is_example: bool = False,
    by: Person | None,
    at: datetime,
) -> Agreement:
    if by is not None:
        check_can_edit(by, funder)
    return _drafted(Agreement(funder=funder, provider=provider), details, is_example, by, at)


@transaction.atomic
def draft_from_decision(
    *, decision: Decision, details: Mapping[str, Any], by: Person | None, at: datetime
) -> Agreement:
    """For no more than was awarded; the conditions of the decision go into its terms."""
    call = decision.bid.application.call
    if by is not None:
        check_can_edit(by, call.organisation)
    if call.state != CallState.DECIDED or not decision.amount:
        raise NotAwarded
    if Agreement.objects.filter(decision=decision).exists():
        raise AlreadyDrafted
    if details["amount"] > decision.amount:
        raise MoreThanAwarded
    made = Agreement(
        funder=call.organisation,
        provider=decision.bid.application.organisation,
        decision=decision,
        place=decision.bid.lot.place or call.place,
    )
    return _drafted(made, details, call.is_example, by, at)


@transaction.atomic
def subgrant(
    *,
    prime: Agreement,
    provider: Organisation,
    details: Mapping[str, Any],
    by: Person | None,
    at: datetime,
) -> Agreement:
    """By the provider of the prime agreement, which is the funder of those below it."""
    if by is not None:
        check_can_edit(by, prime.provider)
    hold_for(prime, Act.SUBGRANT)
    if prime.prime_id is not None:
        raise OneLevelOnly
    amount = details["amount"]
    if prime.subgranted + amount > prime.amount:
        left = prime.amount - prime.subgranted
        raise AboveThePrime(advice=_("£{left:,.2f} of it is left.").format(left=left))
    Agreement.objects.filter(pk=prime.pk).update(subgranted=F("subgranted") + amount)
    prime.refresh_from_db(fields=["subgranted"])
    made = Agreement(funder=prime.provider, provider=provider, prime=prime)
    _drafted(made, details, prime.is_example, by, at)
    record("subgranted", prime, by, at, {"name": provider.name})
    return made


@transaction.atomic
def edit(
    *,
    agreement: Agreement,
    details: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> list[str]:
    check_can_write(by, agreement)
    hold_for(agreement, Act.EDIT, seen_at)
    amount = details.get("amount", agreement.amount)
    if amount < agreement.scheduled:
        raise PaymentsAboveAmount
    if agreement.decision is not None and amount > agreement.decision.amount:
        raise MoreThanAwarded
    _change_above(agreement, amount - agreement.amount)
    changed = write(agreement, {name: details[name] for name in DETAILS if name in details})
    if changed:
        _check(agreement)
        save(agreement, at, *changed)
        record("edited", agreement, by, at, {"fields": changed})
    return changed


@transaction.atomic
def add_part(
    *,
    agreement: Agreement,
    what: str,
    details: Mapping[str, Any],
    by: Person | None,
    at: datetime,
) -> models.Model:
    check_can_write(by, agreement)
    hold_for(agreement, Act.EDIT)
    if what == "indicator" and agreement.prime_id is not None:
        raise IndicatorsOfThePrime
    part = PARTS[what](agreement=agreement)
    write(part, details)
    if isinstance(part, Payment):
        _schedule(agreement, part.amount)
    part.save()
    save(agreement, at)
    record("part_added", agreement, by, at, {"name": str(part), "what": what})
    return part


@transaction.atomic
def remove_part(*, part: Any, by: Person | None, at: datetime) -> None:
    agreement: Agreement = part.agreement
    check_can_write(by, agreement)
    hold_for(agreement, Act.EDIT)
    record("part_removed", agreement, by, at, {"name": str(part)})
    if isinstance(part, Payment):
        _schedule(agreement, -part.amount)
    part.delete()
    save(agreement, at)


@transaction.atomic
def take_proposed_duties(*, agreement: Agreement, by: Person | None, at: datetime) -> int:
    """The returns that an award of this size bears, in place of those that stand there."""
    check_can_write(by, agreement)
    hold_for(agreement, Act.EDIT)
    agreement.duties.all().delete()
    proposed = duties_for(agreement.amount, agreement.begins, agreement.ends)
    Duty.objects.bulk_create(
        Duty(agreement=agreement, title=one.title, due_on=one.due_on, hours=one.hours)
        for one in proposed
    )
    save(agreement, at)
    record("duties_proposed", agreement, by, at, {"count": len(proposed)})
    return len(proposed)


def _drafted(
    agreement: Agreement,
    details: Mapping[str, Any],
    is_example: bool,
    by: Person | None,
    at: datetime,
) -> Agreement:
    agreement.created_at = agreement.updated_at = at
    agreement.is_example = is_example
    given = {name: details[name] for name in DETAILS if name in details}
    if given.get("place") is None:
        given.pop("place", None)
    write(agreement, given)
    _check(agreement)
    agreement.save()
    record("drafted", agreement, by, at)
    return agreement


def _check(agreement: Agreement) -> None:
    if agreement.funder_id == agreement.provider_id:
        raise WithOneself
    if agreement.ends < agreement.begins:
        raise EndsBeforeItBegins


def _schedule(agreement: Agreement, change: Decimal) -> None:
    """Held by the caller; the database refuses what a race would let through."""
    if agreement.scheduled + change > agreement.amount:
        left = agreement.amount - agreement.scheduled
        raise PaymentsAboveAmount(advice=_("£{left:,.2f} is left.").format(left=left))
    Agreement.objects.filter(pk=agreement.pk).update(scheduled=F("scheduled") + change)
    agreement.refresh_from_db(fields=["scheduled"])


def _change_above(agreement: Agreement, change: Decimal) -> None:
    if agreement.prime is None or not change:
        return
    prime = Agreement.objects.select_for_update().get(pk=agreement.prime.pk)
    if prime.subgranted + change > prime.amount:
        raise AboveThePrime
    Agreement.objects.filter(pk=prime.pk).update(subgranted=F("subgranted") + change)
