from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.commissioning.agreement import (
    RULES,
    SENTENCES,
    Act,
    AgreementElsewhere,
    Reported,
    State,
    check_may,
    duties_for,
    rolled_up,
)

BEGINS, ENDS = date(2027, 1, 4), date(2027, 12, 31)


class TestStates:
    def test_every_act_has_its_rule_and_sentence(self):
        assert set(RULES) == set(SENTENCES) == set(Act)

    @pytest.mark.parametrize("act", Act)
    def test_an_act_elsewhere_is_refused(self, act):
        at, to = RULES[act]
        for state in State:
            if state in at:
                assert check_may(act, state) is to
            else:
                with pytest.raises(AgreementElsewhere, match=SENTENCES[act][:20]):
                    check_may(act, state)


class TestReturnsInProportion:
    """Job C12: up to £5,000 one short return; £35,000 bears quarterly ones with measures."""

    def test_a_small_award_bears_one_at_the_end(self):
        (only,) = duties_for(Decimal(5_000), BEGINS, ENDS)
        assert only.due_on == ENDS

    def test_a_lot_of_35_000_bears_four_in_a_year(self):
        found = duties_for(Decimal(35_000), BEGINS, ENDS)
        assert [one.due_on for one in found] == [
            date(2027, 4, 4),
            date(2027, 7, 4),
            date(2027, 10, 4),
            ENDS,
        ]
        assert all("measures" in one.title for one in found)

    @given(
        st.decimals(1, 10**6, places=2),
        st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        st.integers(0, 1_500),
    )
    def test_the_last_is_due_at_the_end_and_all_in_order(self, award, begins, days):
        ends = date.fromordinal(begins.toordinal() + days)
        found = [one.due_on for one in duties_for(award, begins, ends)]
        assert found[-1] == ends
        assert found == sorted(set(found))


class TestRollingUp:
    """Job C16: what can be added on one set is added; a mean is not."""

    def test_people_add_up_and_a_mean_does_not(self):
        reported = [
            Reported(1, 10, Decimal(40)),
            Reported(1, 11, Decimal(60)),
            Reported(2, 10, Decimal("7.2")),
        ]
        found = rolled_up(reported, {1: True, 2: False, 3: True})
        assert (found[1].value, found[1].agreements) == (Decimal(100), 2)
        assert found[2].value is None
        assert (found[3].value, found[3].agreements) == (Decimal(0), 0)
