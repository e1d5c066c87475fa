"""An agreement from the award to its end."""

from datetime import date
from decimal import Decimal

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from counterpoint.apps.agreements.actions import drafting, running, signing
from counterpoint.apps.agreements.models import Agreement, Payment
from counterpoint.apps.agreements.permissions import NotOfThisSide
from counterpoint.apps.commissioning.actions import deciding
from counterpoint.apps.commissioning.models import Bid, Decision
from counterpoint.apps.directory.actions.saving import NotComplete
from counterpoint.apps.directory.permissions import NotAMember
from counterpoint.domain.commissioning.agreement import AgreementElsewhere
from tests.at_once import at_once, fresh
from tests.factories import accounts, agreements, calls, directory
from tests.factories.agreements import BEGINS, ENDS
from tests.factories.calls import AFTER

DUE = date(2027, 2, 1)


@pytest.fixture
def decided(db):
    made = calls.call()
    calls.application(made, price=6_000)
    calls.scored(made, (5, 5))
    deciding.decide_bid(
        bid=Bid.objects.get(),
        outcome="award",
        amount=Decimal(6_000),
        conditions="Open to all.",
        by=None,
        at=AFTER,
    )
    return made


def from_decision(amount=6_000):
    details = {
        "title": "Song",
        "kind": "grant",
        "amount": Decimal(amount),
        "begins": BEGINS,
        "ends": ENDS,
    }
    return drafting.draft_from_decision(
        decision=Decision.objects.get(), details=details, by=None, at=AFTER
    )


class TestFromAnAward:
    def test_only_a_decided_award_and_only_once(self, decided):
        with pytest.raises(drafting.NotAwarded):
            from_decision()
        deciding.decide_call(call=decided, by=None, at=AFTER)
        made = from_decision()
        assert (made.funder, made.provider) == (
            decided.organisation,
            decided.applications.get().organisation,
        )
        with pytest.raises(drafting.AlreadyDrafted):
            from_decision()

    def test_for_no_more_than_was_awarded_even_later(self, decided, at):
        deciding.decide_call(call=decided, by=None, at=AFTER)
        with pytest.raises(drafting.MoreThanAwarded):
            from_decision(6_001)
        made = from_decision(5_000)
        with pytest.raises(drafting.MoreThanAwarded):
            drafting.edit(agreement=made, details={"amount": Decimal(6_001)}, by=None, at=at)


@pytest.mark.django_db
class TestDrafting:
    def test_payments_never_exceed_the_amount(self):
        made = agreements.draft(amount=1_000)
        first = agreements.add(made, "payment", what="First", amount=Decimal(600), due_on=DUE)
        with pytest.raises(drafting.PaymentsAboveAmount, match="400"):
            agreements.add(made, "payment", what="More", amount=Decimal(401), due_on=DUE)
        drafting.remove_part(part=first, by=None, at=agreements.AT)
        agreements.add(made, "payment", what="All", amount=Decimal(1_000), due_on=DUE)
        with pytest.raises(drafting.PaymentsAboveAmount):
            drafting.edit(
                agreement=made, details={"amount": Decimal(999)}, by=None, at=agreements.AT
            )

    def test_the_database_keeps_them_within_it(self):
        made = agreements.draft(amount=1_000)
        for field in ("scheduled", "subgranted"):
            with pytest.raises(IntegrityError), transaction.atomic():
                Agreement.objects.filter(pk=made.pk).update(**{field: Decimal("1000.01")})

    def test_returns_are_proposed_by_size(self, at):
        made = agreements.draft(amount=35_000)
        assert drafting.take_proposed_duties(agreement=made, by=None, at=at) == 4
        assert drafting.take_proposed_duties(agreement=made, by=None, at=at) == 4
        assert made.duties.count() == 4

    def test_a_stranger_writes_nothing(self, at):
        with pytest.raises(NotAMember):
            drafting.edit(
                agreement=agreements.draft(),
                details={"title": "Mine"},
                by=accounts.person(),
                at=at,
            )

    def test_nobody_agrees_with_itself_or_backwards(self):
        house = directory.organisation()
        with pytest.raises(drafting.WithOneself):
            agreements.draft(house, house)
        with pytest.raises(drafting.EndsBeforeItBegins):
            agreements.draft(begins=ENDS, ends=BEGINS)


@pytest.mark.django_db
class TestSigning:
    def test_it_runs_when_both_have_signed(self, at):
        made = agreements.draft()
        agreements.signed(made)
        assert made.state == "active"
        one, other = made.signatures.all()
        assert one.sha256 == other.sha256

    def test_it_is_complete_before_it_is_offered(self, at):
        made = agreements.draft(terms="")
        with pytest.raises(NotComplete, match="terms"):
            signing.offer(agreement=made, by=None, at=at)

    def test_each_side_signs_for_itself_and_once(self, at):
        made = agreements.draft()
        signing.offer(agreement=made, by=None, at=at)
        singer = calls.editor(made.provider)
        with pytest.raises(NotOfThisSide):
            signing.sign(agreement=made, side="funder", role="Me", by=singer, at=at)
        with pytest.raises(signing.SignsAs):
            signing.sign(agreement=made, side="provider", role=" ", by=singer, at=at)
        signing.sign(agreement=made, side="provider", role="Leader", by=singer, at=at)
        with pytest.raises(signing.SignedAlready):
            signing.sign(agreement=made, side="provider", role="Leader", by=singer, at=at)
        assert made.state == "offered"

    def test_what_was_offered_is_not_edited_and_taken_back_loses_its_signature(self, at):
        made = agreements.draft()
        signing.offer(agreement=made, by=None, at=at)
        singer = calls.editor(made.provider)
        signing.sign(agreement=made, side="provider", role="Leader", by=singer, at=at)
        with pytest.raises(AgreementElsewhere):
            drafting.edit(agreement=made, details={"title": "New"}, by=None, at=at)
        signing.take_back(agreement=made, by=None, at=at)
        assert not made.signatures.exists()

    def test_only_what_is_signed_is_published(self, at):
        made = agreements.draft()
        with pytest.raises(signing.NotPublicYet):
            signing.publish(agreement=made, by=None, at=at)
        agreements.signed(made)
        signing.publish(agreement=made, by=None, at=at)
        assert made.is_public


@pytest.mark.django_db
class TestVarying:
    def vary(self, made, at, **details):
        return signing.vary(agreement=made, details=details, reason="Longer.", by=None, at=at)

    def test_in_force_when_both_have_signed_and_nothing_written_over(self, at):
        made = agreements.signed(agreements.draft())
        variation = self.vary(made, at, ends=date(2028, 3, 31))
        for side, who in (("funder", made.funder), ("provider", made.provider)):
            assert made.ends == ENDS
            signing.sign_variation(
                variation=variation, side=side, role="Head", by=calls.editor(who), at=at
            )
            made.refresh_from_db()
        assert made.ends == date(2028, 3, 31)
        assert variation.before == {"ends": "2027-12-31"}

    def test_one_at_a_time_with_a_reason_and_a_difference(self, at):
        made = agreements.signed(agreements.draft())
        with pytest.raises(signing.SaysNothingNew):
            self.vary(made, at, ends=ENDS)
        with pytest.raises(signing.SayWhy):
            signing.vary(agreement=made, details={"title": "x"}, reason="", by=None, at=at)
        self.vary(made, at, title="New")
        with pytest.raises(signing.VariationWaits):
            self.vary(made, at, title="Newer")

    def test_never_below_what_is_scheduled(self, at):
        made = agreements.draft(amount=1_000)
        agreements.add(made, "payment", what="All", amount=Decimal(800), due_on=DUE)
        agreements.signed(made)
        with pytest.raises(drafting.PaymentsAboveAmount):
            self.vary(made, at, amount=Decimal(700))


@pytest.mark.django_db
class TestRunning:
    def test_two_people_answer_for_a_payment(self, at):
        made = agreements.draft()
        payment = agreements.add(
            made, "payment", what="First", amount=Decimal(500), due_on=DUE
        )
        agreements.signed(made)
        one, other = (calls.editor(made.funder) for _n in range(2))
        with pytest.raises(running.NotApproved):
            running.record_paid(payment=payment, on=DUE, by=one, at=at)
        running.approve_payment(payment=payment, by=one, at=at)
        with pytest.raises(running.SecondPersonNeeded):
            running.approve_payment(payment=payment, by=one, at=at)
        running.approve_payment(payment=payment, by=other, at=at)
        running.record_paid(payment=payment, on=DUE, by=one, at=at)
        with pytest.raises(running.PaidAlready):
            running.record_paid(payment=payment, on=DUE, by=one, at=at)
        with pytest.raises(IntegrityError), transaction.atomic():
            Payment.objects.filter(pk=payment.pk).update(seconded_by=one, approved_by=one)

    def test_a_return_goes_back_with_its_reason_and_comes_again(self, at):
        made = agreements.draft()
        duty = agreements.add(made, "duty", title="Return", due_on=DUE)
        agreements.signed(made)
        calls.editor(made.provider)
        running.send_return(duty=duty, said="Forty people came.", by=None, at=at)
        mail.outbox.clear()
        with pytest.raises(running.SayWhat):
            running.settle_return(duty=duty, accept=False, by=None, at=at)
        running.settle_return(
            duty=duty, accept=False, reason="How many stayed?", by=None, at=at
        )
        assert "How many stayed?" in mail.outbox[0].body
        running.send_return(duty=duty, said="Thirty stayed.", by=None, at=at)
        running.settle_return(duty=duty, accept=True, by=None, at=at)
        with pytest.raises(running.NotDue):
            running.settle_return(duty=duty, accept=True, by=None, at=at)

    def test_a_return_is_reminded_of_once(self, at):
        made = agreements.draft()
        agreements.add(made, "duty", title="Soon", due_on=at.date())
        agreements.add(made, "duty", title="Later", due_on=ENDS)
        agreements.signed(made)
        mail.outbox.clear()
        assert running.remind_of_returns(at=at) == 1
        assert running.remind_of_returns(at=at) == 0
        assert {message.subject for message in mail.outbox} == {"Due soon: Soon"}


@pytest.mark.django_db
class TestADeliveryNetwork:
    """Job C16: a strategic partner, sub-grants below it, one set of indicators."""

    def network(self, at, *amounts):
        prime = agreements.draft(amount=10_000)
        people = agreements.add(prime, "indicator", name="People", unit="people", adds_up=True)
        mean = agreements.add(prime, "indicator", name="Mean", unit="of 10", adds_up=False)
        agreements.signed(prime)
        below = [self.subgrant(prime, amount, at) for amount in amounts]
        return prime, people, mean, below

    def subgrant(self, prime, amount, at):
        details = {
            "title": "Below",
            "kind": "grant",
            "amount": Decimal(amount),
            "begins": BEGINS,
            "ends": ENDS,
            "terms": "As above.",
        }
        made = drafting.subgrant(
            prime=prime,
            provider=directory.organisation(),
            details=details,
            by=None,
            at=at,
        )
        agreements.add(made, "outcome", text="People are less lonely.")
        return agreements.signed(made)

    def test_sub_grants_stay_within_the_prime(self, at):
        prime, *_set, below = self.network(at, 6_000)
        with pytest.raises(drafting.AboveThePrime, match="4,000"):
            self.subgrant(prime, 4_001, at)
        assert below[0].funder == prime.provider
        with pytest.raises(drafting.OneLevelOnly):
            self.subgrant(below[0], 100, at)

    def test_they_report_on_the_set_above_and_on_no_other(self, at):
        _prime, people, mean, below = self.network(at, 6_000, 4_000)
        for made, count in zip(below, (40, 60), strict=True):
            running.report(
                agreement=made,
                indicator=people,
                period="2027",
                value=Decimal(count),
                by=None,
                at=at,
            )
        with pytest.raises(running.ReportedAlready):
            running.report(
                agreement=below[0],
                indicator=people,
                period="2027",
                value=Decimal(1),
                by=None,
                at=at,
            )
        other = agreements.add(agreements.draft(), "indicator", name="Other", unit="x")
        with pytest.raises(running.NotOfTheSet):
            running.report(
                agreement=below[0],
                indicator=other,
                period="2027",
                value=Decimal(1),
                by=None,
                at=at,
            )
        with pytest.raises(drafting.IndicatorsOfThePrime):
            drafting.add_part(
                agreement=self.unsigned(below[0]), what="indicator", details={}, by=None, at=at
            )
        assert mean.adds_up is False

    def unsigned(self, made):
        Agreement.objects.filter(pk=made.pk).update(state="draft")
        made.refresh_from_db()
        return made

    def test_a_grant_moves_on_with_its_reason(self, at):
        *_set, below = self.network(at, 1_000)
        with pytest.raises(running.OnlyForward):
            running.graduate(
                agreement=below[0], to="grant", on=DUE, why="Good.", by=None, at=at
            )
        running.graduate(
            agreement=below[0],
            to="network",
            on=DUE,
            why="Over twice as many came.",
            by=None,
            at=at,
        )
        assert below[0].graduation == "network"
        assert below[0].graduationmoves.get().why == "Over twice as many came."


def test_two_payments_at_once_stay_within_the_amount(several_connections):
    made = agreements.draft(amount=1_000)
    outcomes = at_once(
        *[
            lambda: drafting.add_part(
                agreement=fresh(Agreement, made.pk),
                what="payment",
                details={"what": "Half and more", "amount": Decimal(600), "due_on": DUE},
                by=None,
                at=agreements.AT,
            )
            for _time in range(2)
        ]
    )
    assert sorted(type(one).__name__ for one in outcomes) == [
        "NoneType",
        "PaymentsAboveAmount",
    ]
    made.refresh_from_db()
    assert made.scheduled == Decimal(600)
