"""While an agreement runs: payments by two people, milestones, returns, figures, graduation."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.agreements.actions.recording import hold_for, record, save
from counterpoint.apps.agreements.emails import agreements as emails
from counterpoint.apps.agreements.models import (
    Agreement,
    Duty,
    GraduationMove,
    Indicator,
    Milestone,
    Payment,
    Reported,
)
from counterpoint.apps.agreements.permissions import check_acts_for, check_can_write
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.agreement import Act, Graduation
from counterpoint.domain.refusals import Conflict, Invalid

REMINDED_BEFORE = timedelta(days=14)
ORDER = list(Graduation)


class ApprovedAlready(Conflict):
    sentence = _("This payment was approved by two people already.")


class SecondPersonNeeded(Conflict):
    sentence = _("Somebody else has to approve it too: two people answer for each payment.")


class NotApproved(Conflict):
    sentence = _("A payment is made when two people have approved it.")


class PaidAlready(Conflict):
    sentence = _("This payment was made already.")


class NotDue(Conflict):
    sentence = _("This return is not waiting for that.")


class SayWhat(Invalid):
    sentence = _("Write what you return, or why you send it back.")


class NotOfTheSet(Invalid):
    sentence = _("This indicator is not of the set that the agreement reports on.")


class ReportedAlready(Conflict):
    sentence = _("A figure for this period was reported already.")


class OnlyForward(Invalid):
    sentence = _("A sub-grant moves on to another state, with a reason.")


@transaction.atomic
def approve_payment(*, payment: Payment, by: Person, at: datetime) -> Payment:
    """The first approval, or the second by somebody else."""
    agreement = payment.agreement
    check_acts_for(by, agreement.funder)
    hold_for(agreement, Act.PAY)
    hold(payment)
    if payment.seconded_by is not None:
        raise ApprovedAlready
    if payment.approved_by is None:
        payment.approved_by = by
    elif payment.approved_by == by:
        raise SecondPersonNeeded
    else:
        payment.seconded_by = by
    payment.save(update_fields=["approved_by", "seconded_by"])
    record("payment_approved", agreement, by, at, {"name": payment.what})
    return payment


@transaction.atomic
def record_paid(*, payment: Payment, on: date, by: Person, at: datetime) -> None:
    agreement = payment.agreement
    check_acts_for(by, agreement.funder)
    hold_for(agreement, Act.PAY)
    hold(payment)
    if payment.paid_on is not None:
        raise PaidAlready
    if payment.seconded_by is None:
        raise NotApproved
    payment.paid_on = on
    payment.save(update_fields=["paid_on"])
    record("paid", agreement, by, at, {"name": payment.what})


@transaction.atomic
def reach_milestone(
    *, milestone: Milestone, on: date, by: Person | None, at: datetime
) -> None:
    agreement = milestone.agreement
    check_acts_for(by, agreement.provider)
    hold_for(agreement, Act.REPORT)
    milestone.reached_on = on
    milestone.save(update_fields=["reached_on"])
    record("milestone_reached", agreement, by, at, {"name": milestone.title})


@transaction.atomic
def send_return(*, duty: Duty, said: str, by: Person | None, at: datetime) -> None:
    agreement = duty.agreement
    check_acts_for(by, agreement.provider)
    hold_for(agreement, Act.REPORT)
    hold(duty)
    if duty.state not in ("due", "sent-back"):
        raise NotDue
    if not said.strip():
        raise SayWhat
    duty.state, duty.said, duty.received_at = "received", said.strip(), at
    duty.save(update_fields=["state", "said", "received_at"])
    record("returned", agreement, by, at, {"name": duty.title})


@transaction.atomic
def settle_return(
    *, duty: Duty, accept: bool, reason: str = "", by: Person | None, at: datetime
) -> None:
    """Accepted, or sent back with the reason."""
    agreement = duty.agreement
    check_can_write(by, agreement)
    hold_for(agreement, Act.REPORT)
    hold(duty)
    if duty.state != "received":
        raise NotDue
    if not accept and not reason.strip():
        raise SayWhat
    duty.state, duty.reason = "accepted" if accept else "sent-back", reason.strip()
    duty.save(update_fields=["state", "reason"])
    record("accepted" if accept else "sent_back", agreement, by, at, {"name": duty.title})
    if not accept:
        emails.tell_sent_back(duty)


@transaction.atomic
def report(
    *,
    agreement: Agreement,
    indicator: Indicator,
    period: str,
    value: Decimal,
    by: Person | None,
    at: datetime,
) -> Reported:
    check_acts_for(by, agreement.provider)
    hold_for(agreement, Act.REPORT)
    if indicator.agreement_id not in (agreement.pk, agreement.prime_id):
        raise NotOfTheSet
    if agreement.reported.filter(indicator=indicator, period=period.strip()).exists():
        raise ReportedAlready
    made = Reported.objects.create(
        agreement=agreement, indicator=indicator, period=period.strip(), value=value, at=at
    )
    record("reported", agreement, by, at, {"name": indicator.name})
    return made


@transaction.atomic
def graduate(
    *, agreement: Agreement, to: str, on: date, why: str, by: Person | None, at: datetime
) -> GraduationMove:
    check_can_write(by, agreement)
    hold(agreement)
    if agreement.prime_id is None or to == agreement.graduation or not why.strip():
        raise OnlyForward
    made = GraduationMove.objects.create(agreement=agreement, to=to, on=on, why=why.strip())
    agreement.graduation = to
    save(agreement, at, "graduation")
    record("graduated", agreement, by, at, {"name": str(made)})
    return made


@transaction.atomic
def remind_of_returns(*, at: datetime) -> int:
    """Once for each return, two weeks before it is due. How many were reminded of."""
    today = at.date()
    due = Duty.objects.filter(
        state__in=("due", "sent-back"),
        reminded_at=None,
        due_on__lte=today + REMINDED_BEFORE,
        agreement__state="active",
    ).select_related("agreement__provider")
    reminded = list(due)
    for duty in reminded:
        duty.reminded_at = at
        duty.save(update_fields=["reminded_at"])
        emails.tell_due(duty)
    return len(reminded)
