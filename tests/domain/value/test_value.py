"""Worked examples first: the guidance's own, and twelve people for half a year."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.refusals import Invalid
from counterpoint.domain.value.assumptions import (
    Assumptions,
    NoDeclaredMapping,
    check_is_life_satisfaction,
)
from counterpoint.domain.value.sensitivity import simulated, tornado
from counterpoint.domain.value.wellby import Range, unit_costs, worth, years
from counterpoint.domain.value.yardsticks import YARDSTICKS, PayersDoNotMix, worth_of
from tests.domain.outcomes.written import shipped

TWELVE = Assumptions()


def test_twelve_people_for_half_a_year():
    found = worth(TWELVE)
    assert found.wellbys == 3
    assert found.value == Range(Decimal(30_000), Decimal(39_000), Decimal(48_000))
    assert found.cost_per_wellby == 2000
    assert found.ratio == Range(Decimal(5), Decimal("6.5"), Decimal(8))


def test_a_fifth_of_a_point_for_two_years_is_2600_a_person_and_year():
    """Simetrica-Jacobs on the guidance; undiscounted there."""
    one = Assumptions(
        people=1,
        change=Decimal("0.2"),
        counterfactual=Decimal(0),
        months=Decimal(24),
        discount_percent=Decimal(0),
    )
    found = worth(one).value
    assert (found.low / 2, found.central / 2, found.high / 2) == (2000, 2600, 3200)


def test_a_second_year_counts_less_by_the_rate():
    two = replace(TWELVE, months=Decimal(24), discount_percent=Decimal(25))
    assert years(two) == Decimal("1.8")


def test_no_gain_has_no_cost_per_gain():
    nothing = replace(TWELVE, counterfactual=Decimal("0.8"))
    assert worth(nothing).cost_per_wellby is None
    assert worth(nothing).value.central == 0
    found = unit_costs(Decimal(600), started=12, completed=6, mean_change=Decimal(0))
    assert (found.per_participant, found.per_completer) == (50, 100)
    assert found.per_unit_of_change is None


def test_swemwbs_does_not_turn_into_wellbys():
    with pytest.raises(NoDeclaredMapping, match="declared mapping"):
        check_is_life_satisfaction(shipped()["swemwbs"], "metric")
    with pytest.raises(NoDeclaredMapping):
        check_is_life_satisfaction(shipped()["ons4"], "happy")
    check_is_life_satisfaction(shipped()["ons4"], "satisfaction")


def test_the_widest_bar_comes_first_and_each_is_recalculated():
    bars = tornado(TWELVE)
    assert [bar.swing for bar in bars] == sorted((bar.swing for bar in bars), reverse=True)
    change = next(bar for bar in bars if bar.assumption == "change")
    # 0.6 and 1.0 points instead of 0.8: 12 * 0.3 * 0.5 * 13,000 / 6,000, and with 0.7.
    assert (change.at_low, change.at_high) == (Decimal("3.9"), Decimal("9.1"))
    assert bars[0] == change


def test_the_same_assumptions_always_show_the_same_spread():
    found = simulated(TWELVE)
    assert found == simulated(TWELVE)
    assert found.ratio.low < Decimal("6.5") < found.ratio.high
    assert found.share_above_one > 0.99


def test_without_spread_only_the_price_varies():
    found = simulated(replace(TWELVE, spread_percent=Decimal(0)))
    assert Decimal(5) <= found.ratio.low <= found.ratio.high <= Decimal(8)


def test_payers_are_not_mixed():
    assert worth_of(Decimal(2), YARDSTICKS[:1]) == (40_000, 60_000)
    with pytest.raises(PayersDoNotMix):
        worth_of(Decimal(2), YARDSTICKS)


@pytest.mark.parametrize(
    "wrong",
    [{"people": 0}, {"months": Decimal(0)}, {"low": Decimal(20_000)}, {"change": Decimal(11)}],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(Invalid):
        replace(TWELVE, **wrong)


@given(st.integers(1, 500), st.decimals("0.1", "5", places=1))
def test_value_is_low_central_high_in_that_order(people, change):
    found = worth(replace(TWELVE, people=people, change=change, counterfactual=Decimal(0)))
    assert found.value.low < found.value.central < found.value.high
