"""Deadlines, lots, steps, questions, eligibility, consortia and thin responses."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.commissioning.calls import consortium, eligibility, lots, steps, thin
from counterpoint.domain.commissioning.calls.deadline import (
    Deadline,
    NotForward,
    TooLate,
    TooMuchGrace,
    check_grace,
    check_moves_forward,
)
from counterpoint.domain.commissioning.calls.questions import (
    Kind,
    Question,
    is_empty,
    money_total,
    progress,
    troubles_of,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class TestTheDeadline:
    def test_the_moment_itself_counts_and_the_next_does_not(self):
        assert Deadline(NOON).late_by(NOON) == timedelta(0)
        with pytest.raises(TooLate):
            Deadline(NOON).late_by(NOON + timedelta(microseconds=1))

    def test_grace_is_for_everybody_and_says_how_late(self):
        deadline = Deadline(NOON, timedelta(minutes=10))
        assert deadline.late_by(NOON - DAY) == timedelta(0)
        assert deadline.late_by(NOON + timedelta(minutes=10)) == timedelta(minutes=10)
        with pytest.raises(TooLate):
            deadline.late_by(NOON + timedelta(minutes=11))

    def test_more_than_an_hour_of_grace_is_a_later_deadline(self):
        check_grace(timedelta(minutes=60))
        with pytest.raises(TooMuchGrace):
            check_grace(timedelta(minutes=61))

    @pytest.mark.parametrize("new", [NOON, NOON - DAY])
    def test_it_moves_forward_only(self, new):
        with pytest.raises(NotForward):
            check_moves_forward(NOON, new, NOON - DAY)

    def test_it_is_not_moved_to_what_is_past(self):
        with pytest.raises(NotForward):
            check_moves_forward(NOON, NOON + DAY, NOON + 2 * DAY)
        check_moves_forward(NOON, NOON + 3 * DAY, NOON + 2 * DAY)


class TestLots:
    """Job C6: the Kent specification of 10 February 2014 had six lots of at most £35,000."""

    districts = ("Dartford", "Gravesham", "Swale", "Maidstone", "Thanet", "Shepway")
    six = tuple(lots.Lot(n, name, Decimal(35_000)) for n, name in enumerate(districts, 1))

    def test_six_lots_make_210_000(self):
        assert lots.total_ceiling(self.six) == Decimal(210_000)

    def test_a_bid_may_be_for_one_or_all(self):
        lots.check_prices({5: Decimal(35_000)}, self.six)
        lots.check_prices({lot.number: Decimal(34_999) for lot in self.six}, self.six)

    def test_a_penny_over_is_over(self):
        with pytest.raises(lots.OverTheCeiling, match="Lot 5, Thanet"):
            lots.check_prices({5: Decimal("35000.01")}, self.six)

    @pytest.mark.parametrize("prices", [{}, {1: None}, {1: Decimal(0)}])
    def test_a_bid_without_a_price_is_none(self, prices):
        with pytest.raises(lots.NoLotChosen):
            lots.check_prices(prices, self.six)


def made_steps(*kinds, first=NOON):
    return [steps.Step(kind, kind.value, first + n * DAY) for n, kind in enumerate(kinds)]


class TestSteps:
    @pytest.mark.parametrize("preset", steps.PRESETS.values(), ids=steps.PRESETS)
    def test_every_preset_fits_together(self, preset):
        steps.check(made_steps(*preset))

    @pytest.mark.parametrize(
        ("kinds", "says"),
        [
            ("assessment decision", "application itself"),
            ("application decision", "assessed"),
            ("application assessment moderation", "decision"),
            ("assessment application decision", "in this order"),
            ("expression expression application assessment decision", "one expression"),
        ],
    )
    def test_what_does_not_fit_says_why(self, kinds, says):
        with pytest.raises(steps.StepsDoNotFit, match=says):
            steps.check(made_steps(*map(steps.Kind, kinds.split())))

    def test_a_step_ends_after_the_one_before_it(self):
        found = made_steps(*steps.PRESETS["light"])
        late = steps.Step(steps.Kind.APPLICATION, "Apply", NOON + 9 * DAY)
        with pytest.raises(steps.StepsDoNotFit, match="Apply"):
            steps.check([late, *found[1:]])

    def test_an_intake_has_a_deadline(self):
        bare = [steps.Step(kind, kind.value) for kind in steps.PRESETS["light"]]
        with pytest.raises(steps.StepsDoNotFit, match="needs a deadline"):
            steps.check(bare)

    def test_a_whole_application_walks_to_the_end(self):
        passes = list(
            steps.walked(made_steps(*steps.PRESETS["one-stage"]), steps.Walk(assessors=3))
        )
        assert [one.step.kind for one in passes] == list(steps.PRESETS["one-stage"])
        assert all(one.goes_on for one in passes)

    @pytest.mark.parametrize(
        ("walk", "stopped_at", "says"),
        [
            (
                steps.Walk(required_questions=("Who?",), left_empty=("Who?",)),
                "application",
                "“Who?” has no answer.",
            ),
            (steps.Walk(failed_rules=("Not in Kent.",)), "application", "Not in Kent."),
            (steps.Walk(assessors=1), "assessment", "the panel has 1"),
            (
                steps.Walk(assessors=2, lacks_lived_experience=True),
                "assessment",
                "lived experience",
            ),
            (steps.Walk(assessors=2, below_thresholds=("Quality",)), "decision", "Quality"),
        ],
    )
    def test_the_walk_stops_where_it_would_and_says_why(self, walk, stopped_at, says):
        *_before, last = steps.walked(made_steps(*steps.PRESETS["one-stage"]), walk)
        assert last.step.kind == stopped_at
        assert says in " ".join(last.stops)


def asked(kind=Kind.LONG, **more):
    return Question(**{"key": "q", "kind": kind, "text": "What?", **more})


class TestQuestions:
    @pytest.mark.parametrize(
        ("question", "value", "says"),
        [
            (asked(), "", "needs an answer"),
            (asked(), "   ", "needs an answer"),
            (asked(most_words=3), "one two three four", "At most 3 words; this has 4."),
            (asked(Kind.SHORT), "a" * 301, "At most 300 letters"),
            (asked(Kind.NUMBER), "many", "must be a number"),
            (asked(Kind.NUMBER), "NaN", "must be a number"),
            (asked(Kind.CHOICE, choices=("Yes", "No")), "Maybe", "Choose one"),
            (asked(Kind.CHOICES, choices=("A", "B")), ["A", "C"], "Choose among"),
            (asked(Kind.MONEY), [{"what": "", "amount": "5"}], "say what it is for"),
            (asked(Kind.MONEY), [{"what": "Hall", "amount": "lots"}], "not a sum"),
            (asked(Kind.MEASURES), [{"outcome": "Less alone", "measure": ""}], "Row 1"),
        ],
    )
    def test_what_cannot_be_sent_says_why(self, question, value, says):
        assert says in " ".join(troubles_of(question, value))

    @pytest.mark.parametrize(
        ("question", "value"),
        [
            (asked(is_required=False), ""),
            (asked(most_words=4), "one two three four"),
            (asked(Kind.NUMBER), "1,200"),
            (asked(Kind.CHOICE, choices=("Yes", "No")), "No"),
            (
                asked(Kind.MONEY),
                [{"what": "Hall", "amount": "£1,200.50"}, {"what": "", "amount": ""}],
            ),
            (asked(Kind.MEASURES), [{"outcome": "Less alone", "measure": "UCLA-3"}]),
            (asked(Kind.FILE), 2),
        ],
    )
    def test_what_can_be_sent(self, question, value):
        assert troubles_of(question, value) == []

    def test_progress_counts_what_is_answered_even_where_it_is_wrong(self):
        questions = [
            asked(key="a"),
            asked(key="b", most_words=1),
            asked(key="c", is_required=False),
        ]
        made = progress(questions, {"b": "two words"})
        assert (made.answered, made.of) == (1, 3)
        assert [one.key for one in made.troubles] == ["a", "b"]

    def test_money_adds_up_what_can_be_read(self):
        rows = [{"amount": "£1,000"}, {"amount": "0.50"}, {"amount": "?"}, {"amount": ""}]
        assert money_total(rows) == Decimal("1000.50")

    @given(
        st.recursive(st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one))
    )
    def test_whatever_is_sent_can_be_judged(self, value):
        is_empty(value)


class TestEligibility:
    rules = (
        eligibility.Rule("open", eligibility.Check.DECLARED, "You have a bank account."),
        eligibility.Rule("kent", eligibility.Check.BASED_IN, "You are in Kent.", "E10000016"),
        eligibility.Rule("most", eligibility.Check.MOST_MONEY, "At most £5,000.", "5000"),
    )

    def test_a_freelancer_without_a_company_number_may_apply(self):
        """Job A11: no rule asks for a number unless the call says so."""
        one_person = eligibility.Applicant(
            places=frozenset({"E07000114", "E10000016"}),
            asks_for=Decimal(5_000),
            declared=frozenset({"open"}),
        )
        assert eligibility.failed(self.rules, one_person) == ()

    def test_each_rule_that_fails_says_why(self):
        found = eligibility.failed(self.rules, eligibility.Applicant(asks_for=Decimal(5_001)))
        assert [one.rule.key for one in found] == ["open", "kent", "most"]
        assert "£5,001.00" in found[-1].why

    @pytest.mark.parametrize(
        ("check", "value", "fits", "fails"),
        [
            ("role", "cultural", {"roles": {"cultural"}}, {"roles": {"funder"}}),
            ("form", "lead-provider", {"form": "lead-provider"}, {"form": "hub-and-spoke"}),
            ("registered", "", {"is_registered": True}, {}),
            ("on-list", "ABC", {"lists": {"ABC"}}, {"lists": {"DEF"}}),
        ],
    )
    def test_what_the_record_shows_is_checked(self, check, value, fits, fails):
        rule = eligibility.Rule("r", eligibility.Check(check), "Rule.", value)
        assert not eligibility.failed([rule], eligibility.Applicant(**fits))
        assert eligibility.failed([rule], eligibility.Applicant(**fails))

    def test_every_check_can_be_made(self):
        assert set(eligibility.CHECKS) == set(eligibility.Check)


def member(name="Example Band", share="40", **more):
    words = {"signs": False, "reports": False, "is_confirmed": True, **more}
    return consortium.Member(name, Decimal(share) if share else None, **words)


class TestConsortia:
    def test_shares_make_a_hundred(self):
        assert consortium.troubles(consortium.Form.LEAD, Decimal(60), [member()]) == []
        said = consortium.troubles(consortium.Form.LEAD, Decimal(50), [member()])
        assert said == ["The shares make 90 of 100 per cent."]

    def test_shares_may_be_left_open_by_everybody(self):
        assert consortium.troubles(consortium.Form.NETWORK, None, [member(share="")]) == []

    def test_each_partner_confirms(self):
        waiting = member(is_confirmed=False)
        declined = member("Example Trio", is_confirmed=False, is_declined=True, share="0")
        said = consortium.troubles(consortium.Form.HUB, Decimal(60), [waiting, declined])
        assert said == [
            "Example Trio has declined: take them off.",
            "Example Band has not confirmed yet.",
        ]

    def test_alone_means_alone(self):
        assert consortium.troubles(consortium.Form.ALONE, None, [member()])
        assert consortium.troubles(consortium.Form.LEAD, None, []) == [
            "Name at least one partner, or apply alone."
        ]


class TestThinResponses:
    """Job C8: both pilots of the worked example had to advertise twice."""

    def test_fewer_than_two_eligible_bids_is_thin(self):
        found = thin.responses(
            {1: "Dartford", 2: "Thanet"}, [(1, True), (1, True), (2, False), (2, True)]
        )
        assert [(one.lot, one.eligible, one.in_all, one.is_thin) for one in found] == [
            (1, 2, 2, False),
            (2, 1, 2, True),
        ]

    def test_a_lot_without_any_bid_is_thin_too(self):
        (only,) = thin.responses({1: "Dartford"}, [])
        assert only.is_thin
        assert thin.Way.GO_ON not in thin.ways(only, is_grant=False, is_sealed=True)

    def test_nothing_is_extended_or_split_once_opened(self):
        (only,) = thin.responses({1: "Dartford"}, [(1, True)])
        sealed = thin.ways(only, is_grant=False, is_sealed=True)
        opened = thin.ways(only, is_grant=True, is_sealed=False)
        assert set(sealed) == set(thin.Way)
        assert opened == (thin.Way.READVERTISE, thin.Way.GO_ON)

    def test_a_lot_with_enough_has_no_question(self):
        (only,) = thin.responses({1: "Dartford"}, [(1, True)] * 2)
        assert thin.ways(only, is_grant=False, is_sealed=True) == ()
