"""From the broken seal to reasons for everybody."""

from decimal import Decimal

import pytest
from django.core import mail
from django.db import connection, transaction
from django.db.utils import DatabaseError

from counterpoint.apps.commissioning.actions import (
    assessing,
    choosing,
    deciding,
    drafting,
    publishing,
)
from counterpoint.apps.commissioning.actions.logging import first_broken
from counterpoint.apps.commissioning.models import Bid, LogLine, Reading
from counterpoint.apps.commissioning.permissions import NotOnThePanel, StillSealed
from counterpoint.apps.commissioning.queries.calls import admitted_to
from counterpoint.apps.commissioning.queries.ranking import round_of
from counterpoint.apps.directory.actions.saving import NotComplete
from counterpoint.apps.history import guards
from counterpoint.domain.commissioning.calls.standing import WrongTime
from counterpoint.domain.commissioning.deciding.allocation import NotEnoughAssessors
from counterpoint.domain.commissioning.deciding.awards import OverThePot
from counterpoint.domain.commissioning.deciding.scores import NotOnTheScale
from tests.factories import accounts, calls, directory
from tests.factories.calls import AFTER, CLOSES
from tests.factories.directory import AT

pytestmark = pytest.mark.django_db


def round_with(*prices, **more):
    made = calls.call(**more)
    for price in prices:
        calls.application(made, price=price)
    return made


def bids(call):
    return list(Bid.objects.filter(application__call=call).order_by("pk"))


def decide(bid, outcome="award", amount=None, **more):
    said = {"reason": "By rank.", "by": None, "at": AFTER, **more}
    money = Decimal(amount if amount is not None else 0)
    return deciding.decide_bid(bid=bid, outcome=outcome, amount=money, **said)


class TestTheSeal:
    def test_it_is_broken_once_and_after_the_deadline(self):
        made = round_with(5_000)
        with pytest.raises(WrongTime):
            assessing.open_applications(call=made, by=None, at=CLOSES)
        assert assessing.open_applications(call=made, by=None, at=AFTER) == 1
        with pytest.raises(WrongTime):
            assessing.open_applications(call=made, by=None, at=AFTER)

    def test_nothing_to_open(self):
        with pytest.raises(assessing.NobodySent):
            assessing.open_applications(call=calls.call(), by=None, at=AFTER)

    def test_before_it_nobody_decides_anything(self):
        made = round_with(5_000)
        with pytest.raises(StillSealed):
            choosing.exclude(application=made.applications.get(), why="No.", by=None, at=AFTER)

    def test_what_was_never_sent_is_not_in_the_round(self):
        made = round_with(5_000)
        calls.application(made, is_sent=False)
        assert assessing.open_applications(call=made, by=None, at=AFTER) == 1


class TestInterests:
    def test_nothing_is_shared_out_before_everybody_declared(self):
        made = round_with(5_000)
        calls.panel(made)
        assessing.give_seat(
            call=made, person=accounts.person(), role="assessor", by=None, at=AFTER
        )
        with pytest.raises(assessing.AllDeclareFirst):
            assessing.share_out(call=made, by=None, at=AFTER)

    def test_a_member_of_the_applicant_is_found_and_barred(self):
        made = round_with(5_000, 4_000)
        calls.panel(made)
        first = made.applications.order_by("pk").first()
        insider = calls.editor(first.organisation)
        seat = assessing.give_seat(
            call=made, person=insider, role="assessor", by=None, at=AFTER
        )
        assessing.declare(call=made, interests={}, by=insider, at=AFTER)
        found = seat.interests.get()
        assert found.is_detected
        assert found.application == first
        assessing.share_out(call=made, by=None, at=AFTER)
        assert not seat.readings.filter(application=first).exists()

    @pytest.mark.parametrize("way", ["funder", "recipient"])
    def test_an_award_between_their_organisations_is_found(self, way):
        made = round_with(5_000)
        calls.panel(made)
        applicant = made.applications.get().organisation
        house = directory.organisation()
        funder, recipient = (house, applicant) if way == "funder" else (applicant, house)
        directory.award(funder=funder, recipient=recipient)
        person = calls.editor(house)
        seat = assessing.give_seat(
            call=made, person=person, role="assessor", by=None, at=AFTER
        )
        assessing.declare(call=made, interests={}, by=person, at=AFTER)
        assert "award" in seat.interests.get().why

    def test_declared_later_it_takes_the_reading_away(self):
        made = round_with(5_000)
        first, *_others = calls.panel(made, 3)
        assessing.share_out(call=made, by=None, at=AFTER)
        seat = Reading.objects.first().seat
        application = made.applications.get()
        assessing.declare(
            call=made, interests={application.pk: "A cousin."}, by=seat.person, at=AFTER
        )
        assert not seat.readings.exists()
        assert first

    def test_too_few_without_an_interest(self):
        made = round_with(5_000)
        calls.panel(made, 1)
        with pytest.raises(NotEnoughAssessors):
            assessing.share_out(call=made, by=None, at=AFTER)

    def test_only_the_panel_declares(self):
        made = round_with(5_000)
        calls.panel(made)
        with pytest.raises(NotOnThePanel):
            assessing.declare(call=made, interests={}, by=accounts.person(), at=AFTER)


class TestReading:
    def test_scores_are_saved_as_far_as_they_go_and_finished_whole(self):
        made = round_with(5_000)
        calls.panel(made)
        assessing.share_out(call=made, by=None, at=AFTER)
        reading = Reading.objects.first()
        quality = made.criteria.first()
        mine = {"reading": reading, "by": reading.seat.person, "at": AFTER}
        assessing.save_reading(**mine, points={quality.pk: 4}, comments={quality.pk: "Clear."})
        assert reading.scores.get().points == 4
        with pytest.raises(assessing.NotAllScored):
            assessing.save_reading(
                **mine, points={quality.pk: 5}, comments={quality.pk: "x"}, finish=True
            )
        with pytest.raises(NotOnTheScale):
            assessing.save_reading(**mine, points={quality.pk: 6}, comments={})

    def test_nobody_scores_for_somebody_else(self):
        made = round_with(5_000)
        calls.panel(made)
        assessing.share_out(call=made, by=None, at=AFTER)
        one, other = Reading.objects.all()
        with pytest.raises(NotOnThePanel):
            assessing.save_reading(
                reading=one, points={}, comments={}, by=other.seat.person, at=AFTER
            )

    def test_it_can_be_taken_up_again_until_everybody_has_finished(self):
        made = round_with(5_000)
        calls.panel(made)
        assessing.share_out(call=made, by=None, at=AFTER)
        one, other = Reading.objects.all()
        calls.read(one, 4, 4)
        assessing.take_up_again(reading=one, by=one.seat.person, at=AFTER)
        calls.read(one, 5, 4)
        calls.read(other, 3, 4)
        with pytest.raises(assessing.ModerationBegun):
            assessing.take_up_again(reading=one, by=one.seat.person, at=AFTER)

    def test_what_has_begun_stays_when_shared_out_again(self):
        made = round_with(5_000, 4_000)
        calls.panel(made)
        assessing.share_out(call=made, by=None, at=AFTER)
        reading = Reading.objects.first()
        calls.read(reading, 3, 3)
        assessing.give_seat(
            call=made, person=accounts.person(), role="chair", by=None, at=AFTER
        )
        assessing.share_out(call=made, by=None, at=AFTER)
        assert Reading.objects.filter(pk=reading.pk).exists()


class TestRanking:
    def test_weighted_means_in_order_with_ties(self):
        made = round_with(5_000, 4_000, 3_000)
        calls.scored(made, (5, 5), (3, 3), (3, 3))
        found = round_of(made)
        assert [(one.place, one.entry.score) for one in found.ranked] == [
            (1, Decimal("100.00")),
            (2, Decimal("60.00")),
            (2, Decimal("60.00")),
        ]

    def test_what_the_panel_agrees_takes_the_place_of_the_mean(self):
        made = round_with(5_000)
        calls.scored(made, (2, 2))
        application, quality = made.applications.get(), made.criteria.first()
        agree = {"application": application, "criterion": quality, "by": None, "at": AFTER}
        with pytest.raises(deciding.SayWhy):
            deciding.agree(**agree, points=Decimal(4), reason="")
        deciding.agree(**agree, points=Decimal(4), reason="Read again together.")
        assert round_of(made).ranked[0].entry.score == Decimal("64.00")

    def test_not_before_everybody_has_finished(self):
        made = round_with(5_000)
        calls.panel(made)
        assessing.share_out(call=made, by=None, at=AFTER)
        with pytest.raises(deciding.StillReading):
            deciding.agree(
                application=made.applications.get(),
                criterion=made.criteria.first(),
                points=Decimal(4),
                reason="Because.",
                by=None,
                at=AFTER,
            )

    def test_its_queries_do_not_grow(self, django_assert_num_queries):
        made = round_with(*[1_000] * 6)
        calls.scored(made, *[(4, 4)] * 6)
        with django_assert_num_queries(5):
            round_of(made)


class TestAwards:
    def test_the_pot_holds_whatever_is_tried(self):
        made = round_with(6_000, 5_000)
        calls.scored(made, (5, 5), (4, 4))
        first, second = bids(made)
        decide(first, amount=6_000)
        with pytest.raises(OverThePot, match="4,000"):
            decide(second, amount=5_000)
        decide(second, "part", amount=4_000)
        made.refresh_from_db()
        assert made.awarded == Decimal(10_000)
        decide(first, "decline", reason="Withdrew its partner.")
        made.refresh_from_db()
        assert made.awarded == Decimal(4_000)

    def test_an_award_is_at_most_what_was_asked(self):
        made = round_with(5_000)
        calls.scored(made, (5, 5))
        for outcome, amount in (("award", 5_001), ("award", 0), ("decline", 1), ("part", -1)):
            with pytest.raises(deciding.NotAnAmount):
                decide(bids(made)[0], outcome, amount)

    def test_below_a_minimum_there_is_no_award(self):
        made = calls.draft()
        quality = made.criteria.first()
        drafting.edit_part(part=quality, details={"least": 3}, by=None, at=AT)
        publishing.publish_call(call=made, by=None, at=AT)
        calls.application(made)
        calls.scored(made, (2, 5))
        with pytest.raises(deciding.BelowMinimum):
            decide(bids(made)[0], amount=5_000)

    def test_no_award_says_why(self):
        made = round_with(5_000)
        calls.scored(made, (2, 2))
        with pytest.raises(deciding.SayWhy):
            decide(bids(made)[0], "decline", reason=" ")


class TestTheDecision:
    def decided(self):
        made = round_with(6_000, 5_000)
        calls.scored(made, (5, 5), (2, 2))
        first, second = bids(made)
        decide(first, amount=6_000)
        with pytest.raises(deciding.NotAllDecided):
            deciding.decide_call(call=made, by=None, at=AFTER)
        decide(second, "reserve", reason="Next in line.")
        mail.outbox.clear()
        deciding.decide_call(call=made, by=None, at=AFTER)
        return made

    def test_everybody_who_applied_is_told_the_same_way(self):
        made = self.decided()
        assert made.state == "decided"
        assert (
            len({message.body.split("/applications/")[0][:20] for message in mail.outbox}) == 1
        )
        assert len(mail.outbox) == 2

    def test_it_is_decided_once(self):
        made = self.decided()
        with pytest.raises(WrongTime):
            deciding.decide_call(call=made, by=None, at=AFTER)
        with pytest.raises(WrongTime):
            decide(bids(made)[1], amount=1_000)

    def test_an_applicant_asks_back_and_is_answered(self):
        """Job A12."""
        made = self.decided()
        application = made.applications.last()
        person = application.organisation.memberships.get().person
        asked = deciding.ask_back(
            application=application, text="What was missing?", by=person, at=AFTER
        )
        deciding.answer_back(asked=asked, text="Access costs.", by=None, at=AFTER)
        assert application.feedback_questions.get().answer == "Access costs."

    def test_before_the_decision_there_is_nothing_to_ask_about(self):
        made = round_with(5_000)
        application = made.applications.get()
        person = application.organisation.memberships.get().person
        with pytest.raises(deciding.NotDecidedYet):
            deciding.ask_back(application=application, text="Well?", by=person, at=AFTER)

    def test_the_log_is_a_chain_that_shows_any_change(self):
        made = self.decided()
        assert made.log.first().what == "opened"
        assert first_broken(made) is None
        line = made.log.get(number=3)
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            LogLine.objects.filter(pk=line.pk).update(about="Somebody else")
        guards.remove(connection)
        LogLine.objects.filter(pk=line.pk).update(about="Somebody else")
        guards.install(connection)
        assert first_broken(made) == 3


class TestAFramework:
    """Providers are admitted to a list; a later call may be for those on it alone."""

    def listed(self):
        made = calls.call(kind="framework")
        inside, outside = (calls.application(made, price=None) for _n in range(2))
        calls.scored(made, (4, 4), (1, 1))
        first, second = bids(made)
        with pytest.raises(deciding.ListOrMoney):
            decide(first, amount=100)
        decide(first, "admit")
        decide(second, "decline", reason="Little evidence.")
        deciding.decide_call(call=made, by=None, at=AFTER)
        return made, inside, outside

    def test_a_list_takes_no_money_and_is_shown(self):
        made, inside, _outside = self.listed()
        assert admitted_to(made) == [inside.organisation.name]
        assert made.awarded == 0

    def test_a_call_for_the_list_lets_nobody_else_send(self):
        made, inside, outside = self.listed()
        later = calls.draft()
        rule = {
            "check_code": "on-list",
            "sentence": "You are listed.",
            "value": made.reference,
        }
        calls.add(later, "rule", **rule)
        publishing.publish_call(call=later, by=None, at=AT)
        assert calls.application(later, inside.organisation).state == "submitted"
        with pytest.raises(NotComplete, match="You are listed"):
            calls.application(later, outside.organisation)

    def test_any_other_call_admits_nobody(self):
        made = round_with(5_000)
        calls.scored(made, (5, 5))
        with pytest.raises(deciding.ListOrMoney):
            decide(bids(made)[0], "admit")
