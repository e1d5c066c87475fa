"""Dates as exactly as known, the pipeline of Torbay and York, money that is not added up."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.programmes.figures import Figure, by_question
from counterpoint.domain.programmes.money import (
    ADDS_UP,
    DoesNotAddUp,
    KindsOfMoneyMixed,
    Money,
    MoneyKind,
    totals,
)
from counterpoint.domain.programmes.pipeline import (
    AlreadyEnded,
    Move,
    State,
    check_may_move,
    in_time,
    is_stalled,
    now_at,
)
from counterpoint.domain.programmes.when import NotADate, When, might_be_before, read_when


class TestWhen:
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("2015", date(2015, 1, 1), date(2015, 12, 31)),
            ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
            ("2015-09-04", date(2015, 9, 4), date(2015, 9, 4)),
        ],
    )
    def test_what_is_not_known_is_a_span(self, text, first, last):
        when = read_when(text)
        assert (when.first_day, when.last_day) == (first, last)

    @pytest.mark.parametrize("text", ["", "15", "2015-13", "2015-02-30", "0000", "May 2015"])
    def test_what_is_no_date_is_refused(self, text):
        with pytest.raises(NotADate):
            read_when(text)

    def test_within_one_year_either_may_come_first(self):
        year, june = When(2015), When(2015, 6)
        assert might_be_before(year, june)
        assert might_be_before(june, year)
        assert not might_be_before(When(2016), june)

    @given(st.dates())
    def test_a_day_comes_back_as_it_was_written(self, day):
        assert str(read_when(day.isoformat())) == day.isoformat()


class TestPipeline:
    YORK = [
        Move(State.PARTNERSHIP, When(2021, 8)),
        Move(State.RESEARCH, None),
        Move(State.CONVERSATION, None),
    ]
    TORBAY = [Move(State.SECOND_FUNDER, When(2017)), Move(State.PLAN, None)]

    def test_what_has_no_date_stands_before_what_is_further(self):
        assert [one.state for one in in_time(self.YORK)] == [
            State.RESEARCH,
            State.CONVERSATION,
            State.PARTNERSHIP,
        ]

    def test_the_chain_of_torbay_ends_with_a_direct_commission(self):
        commissioned = [*self.TORBAY, Move(State.COMMISSION, None), Move(State.SEAT, None)]
        assert [one.state.value for one in in_time(commissioned)] == [
            "seat",
            "plan",
            "second-funder",
            "commission",
        ]
        assert now_at(commissioned) is State.COMMISSION

    def test_where_it_stands_is_the_last_step(self):
        assert now_at(self.YORK) is State.PARTNERSHIP
        assert now_at([Move(State.SEAT, None), Move(State.RESEARCH, None)]) is State.SEAT
        assert now_at([]) is None

    def test_it_may_come_back_from_being_at_risk(self):
        at_risk = Move(State.AT_RISK, When(2018))
        assert now_at([Move(State.PILOT, When(2019)), at_risk]) is State.PILOT

    @given(
        st.lists(
            st.builds(
                Move,
                st.sampled_from(list(State)),
                st.none() | st.builds(When, st.integers(2010, 2020)),
            )
        )
    )
    def test_ordering_loses_nothing_and_keeps_dates_in_order(self, moves):
        ordered = in_time(moves)
        assert Counter(ordered) == Counter(moves)
        dates = [one.on.first_day for one in ordered if one.on]
        assert dates == sorted(dates)

    def test_it_is_quiet_after_eighteen_months_and_not_before(self):
        assert not is_stalled(self.TORBAY, date(2019, 7, 1))
        assert is_stalled(self.TORBAY, date(2019, 7, 4))

    def test_a_partnership_and_an_end_are_not_stalled(self):
        assert not is_stalled(self.YORK, date(2030, 1, 1))
        assert not is_stalled([Move(State.ENDED, When(2016))], date(2030, 1, 1))

    def test_nothing_follows_an_end_but_it_may_be_recorded_late(self):
        ended = [Move(State.ENDED, When(2016))]
        check_may_move(ended, Move(State.PILOT, When(2015)))
        for on in (None, When(2017)):
            with pytest.raises(AlreadyEnded):
                check_may_move(ended, Move(State.PILOT, on))


class TestMoney:
    KENT = [
        Money(MoneyKind.CEILING, Decimal(210_000)),
        Money(MoneyKind.CONTRACT, Decimal(4_000_000)),
        Money(MoneyKind.CONTRACT, Decimal(8_000_000)),
        Money(MoneyKind.CONTRACT, Decimal(50_000_000)),
    ]

    def test_there_is_no_total_invested_in_arts(self):
        """Sixty-two million pounds of contracts say nothing of the arts' share."""
        budget = Money(MoneyKind.BUDGET, Decimal(895_000))
        assert totals([*self.KENT, budget]) == [budget]
        with pytest.raises(DoesNotAddUp):
            self.KENT[1] + self.KENT[2]
        with pytest.raises(KindsOfMoneyMixed):
            budget + self.KENT[1]

    def test_pounds_and_euros_are_not_added(self):
        pounds = Money(MoneyKind.GRANT, Decimal(1))
        with pytest.raises(KindsOfMoneyMixed):
            pounds + Money(MoneyKind.GRANT, Decimal(1), "EUR")

    @given(
        st.lists(
            st.builds(
                Money, st.sampled_from(list(MoneyKind)), st.integers(1, 10**9).map(Decimal)
            )
        )
    )
    def test_totals_are_what_plain_sums_of_one_kind_are(self, lines):
        plain = {
            kind: sum(one.amount for one in lines if one.kind is kind)
            for kind in ADDS_UP
            if any(one.kind is kind for one in lines)
        }
        assert {one.kind: one.amount for one in totals(lines)} == plain


class TestFigures:
    def test_nine_and_twelve_stand_side_by_side(self):
        nine, twelve = Figure("How many?", "nine"), Figure("How many?", "twelve")
        (question,) = by_question([nine, twelve])
        assert question.is_disputed
        assert question.figures == (nine, twelve)

    def test_sources_that_agree_do_not_differ(self):
        (question,) = by_question([Figure("How many?", "Nine"), Figure("How many?", "nine")])
        assert not question.is_disputed
