"""Offered, signed by both sides, varied, published, ended."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.agreements.actions.drafting import (
    AboveThePrime,
    EndsBeforeItBegins,
    PaymentsAboveAmount,
)
from counterpoint.apps.agreements.actions.recording import hold_for, record, save
from counterpoint.apps.agreements.emails import agreements as emails
from counterpoint.apps.agreements.models import Agreement, Signature, Variation
from counterpoint.apps.agreements.permissions import check_acts_for, check_can_write
from counterpoint.apps.agreements.queries.wording import VARIED, wording
from counterpoint.apps.commissioning.queries.sent import sha256_of
from counterpoint.apps.directory.actions.saving import NotComplete, hold
from counterpoint.apps.directory.models import Organisation
from counterpoint.domain.commissioning.agreement import Act, State
from counterpoint.domain.refusals import Conflict, Invalid

FUNDER, PROVIDER = "funder", "provider"


class SignedAlready(Conflict):
    sentence = _("This side has signed already.")


class SaysNothingNew(Invalid):
    sentence = _("Nothing of the agreement would be different.")


class SayWhy(Invalid):
    sentence = _("Say why: it stands with the agreement from then on.")


class VariationWaits(Conflict):
    sentence = _("A variation still waits for signatures: settle it first.")


class NotPublicYet(Conflict):
    sentence = _("Only an agreement that both sides have signed is published.")


class SignsAs(Invalid):
    sentence = _("Say as what you sign, for instance: head of culture.")


@transaction.atomic
def offer(*, agreement: Agreement, by: Person | None, at: datetime) -> None:
    check_can_write(by, agreement)
    to = hold_for(agreement, Act.OFFER)
    lacking = []
    if not agreement.terms.strip():
        lacking.append(str(_("terms")))
    if not agreement.outcomes.exists():
        lacking.append(str(_("at least one outcome")))
    if lacking:
        raise NotComplete(lacking)
    agreement.state = to or agreement.state
    save(agreement, at, "state")
    record("offered", agreement, by, at)
    emails.tell_offered(agreement)


@transaction.atomic
def take_back(*, agreement: Agreement, by: Person | None, at: datetime) -> None:
    """A signature that was given falls with it: it was for words that may change now."""
    check_can_write(by, agreement)
    to = hold_for(agreement, Act.TAKE_BACK)
    agreement.signatures.filter(variation=None).delete()
    agreement.state = to or agreement.state
    save(agreement, at, "state")
    record("taken_back", agreement, by, at)


@transaction.atomic
def sign(*, agreement: Agreement, side: str, role: str, by: Person, at: datetime) -> Signature:
    """It runs from the moment at which the second side has signed."""
    check_acts_for(by, party(agreement, side))
    to = hold_for(agreement, Act.SIGN)
    made = _signed(agreement, None, side, role, by, at)
    record("signed", agreement, by, at, {"side": side})
    if agreement.signatures.filter(variation=None).count() == 2:
        agreement.state = to or agreement.state
        save(agreement, at, "state")
        record("began", agreement, None, at)
    return made


@transaction.atomic
def vary(
    *,
    agreement: Agreement,
    details: Mapping[str, Any],
    reason: str,
    by: Person | None,
    at: datetime,
) -> Variation:
    """Proposed by the funder. In force when both have signed it; until then nothing changes."""
    check_can_write(by, agreement)
    hold_for(agreement, Act.VARY)
    if not reason.strip():
        raise SayWhy
    if agreement.variations.filter(in_force_at=None).exists():
        raise VariationWaits
    new = {name: details[name] for name in VARIED if name in details}
    changed = [name for name, value in new.items() if getattr(agreement, name) != value]
    if not changed:
        raise SaysNothingNew
    _check_holds(agreement, {name: new[name] for name in changed})
    last = agreement.variations.order_by("-number").first()
    made = Variation.objects.create(
        agreement=agreement,
        number=last.number + 1 if last else 1,
        reason=reason.strip(),
        before={name: str(getattr(agreement, name)) for name in changed},
        after={name: str(new[name]) for name in changed},
        proposed_at=at,
    )
    record("varied", agreement, by, at, {"number": made.number})
    emails.tell_varied(made)
    return made


@transaction.atomic
def sign_variation(
    *, variation: Variation, side: str, role: str, by: Person, at: datetime
) -> Signature:
    agreement = variation.agreement
    check_acts_for(by, party(agreement, side))
    hold_for(agreement, Act.VARY)
    hold(variation)
    made = _signed(agreement, variation, side, role, by, at)
    record("variation_signed", agreement, by, at, {"number": variation.number})
    if variation.signatures.count() == 2:
        _bring_into_force(variation, at)
    return made


@transaction.atomic
def publish(*, agreement: Agreement, by: Person | None, at: datetime) -> None:
    check_can_write(by, agreement)
    hold(agreement)
    if agreement.state in (State.DRAFT, State.OFFERED):
        raise NotPublicYet
    agreement.published_at = agreement.published_at or at
    save(agreement, at, "published_at")
    record("published", agreement, by, at)


@transaction.atomic
def end(*, agreement: Agreement, by: Person | None, at: datetime) -> None:
    check_can_write(by, agreement)
    to = hold_for(agreement, Act.END)
    agreement.state = to or agreement.state
    save(agreement, at, "state")
    record("ended", agreement, by, at)


@transaction.atomic
def terminate(*, agreement: Agreement, why: str, by: Person | None, at: datetime) -> None:
    check_can_write(by, agreement)
    to = hold_for(agreement, Act.TERMINATE)
    if not why.strip():
        raise SayWhy
    agreement.state, agreement.state_reason = to or agreement.state, why.strip()
    save(agreement, at, "state", "state_reason")
    record("terminated", agreement, by, at)


def party(agreement: Agreement, side: str) -> Organisation:
    return agreement.funder if side == FUNDER else agreement.provider


def _signed(
    agreement: Agreement,
    variation: Variation | None,
    side: str,
    role: str,
    by: Person,
    at: datetime,
) -> Signature:
    if not role.strip():
        raise SignsAs
    if agreement.signatures.filter(variation=variation, side=side).exists():
        raise SignedAlready
    words = wording(agreement)
    if variation is not None:
        words |= {"variation": variation.number, "after": variation.after}
    return Signature.objects.create(
        agreement=agreement,
        variation=variation,
        side=side,
        person=by,
        role=role.strip(),
        sha256=sha256_of(words),
        at=at,
    )


def _check_holds(agreement: Agreement, new: Mapping[str, Any]) -> None:
    amount = new.get("amount", agreement.amount)
    if amount < agreement.scheduled:
        raise PaymentsAboveAmount
    if amount < agreement.subgranted:
        raise AboveThePrime
    if new.get("ends", agreement.ends) < new.get("begins", agreement.begins):
        raise EndsBeforeItBegins
    prime = agreement.prime
    if prime is not None and prime.subgranted + amount - agreement.amount > prime.amount:
        raise AboveThePrime


def _bring_into_force(variation: Variation, at: datetime) -> None:
    agreement = variation.agreement
    fields = {one.name: one for one in agreement._meta.concrete_fields}
    read = {name: fields[name].to_python(text) for name, text in variation.after.items()}
    # Payments or sub-grants may have been added while it waited.
    _check_holds(agreement, read)
    change = Decimal(read.get("amount", agreement.amount)) - agreement.amount
    if agreement.prime is not None and change:
        prime = Agreement.objects.select_for_update().get(pk=agreement.prime.pk)
        prime.subgranted += change
        prime.save(update_fields=["subgranted"])
    for name, value in read.items():
        setattr(agreement, name, value)
    save(agreement, at, *read)
    variation.in_force_at = at
    variation.save(update_fields=["in_force_at"])
