"""What the panel agrees, provisional awards within the pot, the decision, and answers about it."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.assessing import moderation_has_begun
from counterpoint.apps.commissioning.actions.logging import log
from counterpoint.apps.commissioning.actions.telling import move_on, publish_notice, record
from counterpoint.apps.commissioning.emails import applications as emails
from counterpoint.apps.commissioning.models import (
    AgreedPoints,
    Application,
    Bid,
    Call,
    Criterion,
    Decision,
    FeedbackQuestion,
    Lot,
    Notice,
)
from counterpoint.apps.commissioning.permissions import (
    check_can_write_application,
    check_can_write_call,
    check_may_read_submissions,
)
from counterpoint.apps.commissioning.queries.proposals import proposals
from counterpoint.apps.commissioning.queries.ranking import Round, round_of
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.calls.applying import State
from counterpoint.domain.commissioning.calls.standing import Act, Standing, check_may
from counterpoint.domain.commissioning.deciding.awards import OverThePot
from counterpoint.domain.commissioning.deciding.scores import NotOnTheScale
from counterpoint.domain.refusals import Conflict, Forbidden, Invalid

AWARDS, ADMIT = ("award", "part"), "admit"
TAKEN = (*AWARDS, ADMIT)


class StillReading(Conflict):
    sentence = gettext_lazy("Scores are moderated when everybody has finished reading.")


class SayWhy(Invalid):
    sentence = gettext_lazy("Say why: it goes into the log, and the applicant reads it.")


class NotAnAmount(Invalid):
    sentence = gettext_lazy(
        "An award needs an amount above nothing and at most what was asked."
    )


class ListOrMoney(Invalid):
    sentence = gettext_lazy("A framework admits to a list, any other call awards money.")


class NotInTheRound(Conflict):
    sentence = gettext_lazy("This application is not in the round.")


class BelowMinimum(Conflict):
    sentence = gettext_lazy("This application stays under a minimum of the call: no award.")


class NotAllDecided(Conflict):
    sentence = gettext_lazy("Every bid needs its decision before the call is decided.")


class NotDecidedYet(Forbidden):
    sentence = gettext_lazy("The call is not decided yet.")


@transaction.atomic
def agree(
    *,
    application: Application,
    criterion: Criterion,
    points: Decimal,
    reason: str,
    by: Person | None,
    at: datetime,
) -> AgreedPoints:
    call = application.call
    check_can_write_call(by, call)
    hold(call)
    check_may(Act.AWARD, call.standing(at))
    if not moderation_has_begun(call):
        raise StillReading
    if not reason.strip():
        raise SayWhy
    if not 0 <= points <= criterion.most:
        raise NotOnTheScale
    made, _is_new = AgreedPoints.objects.update_or_create(
        application=application,
        criterion=criterion,
        defaults={"points": points, "reason": reason.strip(), "at": at, "by": by},
    )
    detail = {"criterion": criterion.title, "points": str(points), "reason": reason.strip()}
    log(call, "agreed", str(application.organisation), detail, by, at)
    record("call.agreed", call, by, at)
    return made


@transaction.atomic
def decide_bid(
    *,
    bid: Bid,
    outcome: str,
    amount: Decimal = Decimal(0),
    reason: str = "",
    conditions: str = "",
    by: Person | None,
    at: datetime,
    scored: Round | None = None,
) -> Decision:
    """`scored` is the round as it was read in the same transaction, where many are decided at once.

    Provisional until the call is decided. The pot and the lot's ceiling hold whatever happens at
    the same time: both running totals are locked, and the database refuses what goes above."""
    call, lot = bid.application.call, bid.lot
    check_may_read_submissions(by, call, at)
    hold(call)
    check_may(Act.AWARD, call.standing(at))
    _check_decidable(scored or round_of(call), bid, outcome, amount, reason)
    hold(lot)
    earlier = Decision.objects.filter(bid=bid).first()
    change = amount - (earlier.amount if earlier else Decimal(0))
    _take_from(call, lot, change)
    made, _is_new = Decision.objects.update_or_create(
        bid=bid,
        defaults={
            "outcome": outcome,
            "amount": amount,
            "reason": reason.strip(),
            "conditions": conditions.strip(),
            "at": at,
            "by": by,
        },
    )
    detail = {
        "lot": lot.number,
        "outcome": outcome,
        "amount": str(amount),
        "reason": made.reason,
    }
    log(call, "provisional", str(bid.application.organisation), detail, by, at)
    record("call.awarded", call, by, at)
    return made


@transaction.atomic
def propose_by_rank(*, call: Call, by: Person | None, at: datetime) -> int:
    """A provisional decision for every bid that has none: down the ranking of each lot within what
    is left, the others on the reserve list, those under a minimum without an award. How many."""
    check_may_read_submissions(by, call, at)
    hold(call)
    check_may(Act.AWARD, call.standing(at))
    scored = round_of(call)
    if not scored.is_all_read:
        raise StillReading
    count = 0
    for lot in call.lots.all():
        for bid, outcome, amount, reason in proposals(scored, lot):
            decide_bid(
                bid=bid,
                outcome=outcome,
                amount=amount,
                reason=reason,
                by=by,
                at=at,
                scored=scored,
            )
            count += 1
    return count


@transaction.atomic
def decide_call(*, call: Call, by: Person | None, at: datetime) -> Notice:
    """What was provisional stands. Every applicant is told, and can read scores and reasons."""
    check_may_read_submissions(by, call, at)
    hold(call)
    move_on(call, Act.DECIDE, at)
    bids = Bid.objects.filter(application__in=_standing_applications(call))
    if bids.filter(decision=None).exists():
        raise NotAllDecided(advice=_("Those without one stand first in the table."))
    call.decided_at = at
    call.save(update_fields=["state", "decided_at"])
    detail = {"awarded": str(call.awarded), "pot": str(call.pot)}
    log(call, "decided", call.title, detail, by, at)
    notice = publish_notice(call, Notice.Kind.DECIDED, "", at)
    record("call.decided", call, by, at)
    for application in call.applications.exclude(submitted_at=None):
        emails.tell_outcome(application, at)
    return notice


@transaction.atomic
def ask_back(
    *, application: Application, text: str, by: Person, at: datetime
) -> FeedbackQuestion:
    check_can_write_application(by, application)
    if application.call.standing(at) is not Standing.DECIDED:
        raise NotDecidedYet
    if not text.strip():
        raise SayWhy(_("Write the question."))
    asked = FeedbackQuestion.objects.create(
        application=application, text=text.strip(), asked_at=at, asked_by=by
    )
    record("application.asked_back", application, by, at)
    return asked


@transaction.atomic
def answer_back(
    *, asked: FeedbackQuestion, text: str, by: Person | None, at: datetime
) -> None:
    check_can_write_call(by, asked.application.call)
    hold(asked)
    if not text.strip():
        raise SayWhy(_("Write the answer."))
    asked.answer, asked.answered_at = text.strip(), at
    asked.save(update_fields=["answer", "answered_at"])
    record("application.answered_back", asked.application, by, at)
    emails.tell_outcome(asked.application, at)


def _check_decidable(
    made: Round, bid: Bid, outcome: str, amount: Decimal, reason: str
) -> None:
    standing = made.standings.get(bid.application_id)
    if standing is None:
        raise NotInTheRound
    if not made.is_all_read:
        raise StillReading
    if (outcome == ADMIT) != (made.call.is_framework and outcome in TAKEN):
        raise ListOrMoney
    if outcome in TAKEN and standing.below:
        raise BelowMinimum
    if outcome == "decline" and not reason.strip():
        raise SayWhy
    _check_amount(bid, outcome, amount)


def _check_amount(bid: Bid, outcome: str, amount: Decimal) -> None:
    if outcome in AWARDS:
        if not Decimal(0) < amount <= (bid.price or Decimal(0)):
            raise NotAnAmount
    elif amount:
        raise NotAnAmount(_("Only an award has an amount."))


def _take_from(call: Call, lot: Lot, change: Decimal) -> None:
    if not change:
        return
    if call.pot is None or call.awarded + change > call.pot:
        left = (call.pot or Decimal(0)) - call.awarded
        raise OverThePot(advice=_("£{left:,.2f} of the pot is left.").format(left=left))
    if lot.ceiling is not None and lot.awarded + change > lot.ceiling:
        left = lot.ceiling - lot.awarded
        raise OverThePot(
            _("This comes to more than the lot holds."),
            _("£{left:,.2f} of the lot is left.").format(left=left),
        )
    Call.objects.filter(pk=call.pk).update(awarded=F("awarded") + change)
    Lot.objects.filter(pk=lot.pk).update(awarded=F("awarded") + change)
    call.refresh_from_db(fields=["awarded"])
    lot.refresh_from_db(fields=["awarded"])


def _standing_applications(call: Call) -> "list[int]":
    found = Application.objects.in_the_round().filter(call=call, state=State.SUBMITTED)
    return list(found.values_list("pk", flat=True))
