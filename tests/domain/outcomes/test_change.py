"""The worked example of five people, published thresholds, then properties."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.outcomes.caveats import REGRESSION, Design, caveats, nesta_level
from counterpoint.domain.outcomes.change import (
    Flow,
    MorePeopleThanBefore,
    NotAnEffectBetweenGroups,
    NothingToCompare,
    TooFewForAHeadline,
    change,
    pooled_between_groups,
    sensitivity,
)
from tests.domain.outcomes.written import shipped

METRIC = shipped()["swemwbs"].series[0]
TABLE = dict(METRIC.conversion)
# Raw totals before 18, 20, 22, 24, 25 and after 21, 22, 26, 25, 28, each person converted first.
FIVE = [(TABLE[x], TABLE[y]) for x, y in ((18, 21), (20, 22), (22, 26), (24, 25), (25, 28))]


def test_five_people_change_as_calculated_by_hand():
    found = change(METRIC, FIVE)
    assert found.before == pytest.approx(19.978)
    assert found.after == pytest.approx(21.964)
    assert found.mean == pytest.approx(1.986)
    assert found.sd == pytest.approx(0.974, abs=5e-4)
    assert found.se == pytest.approx(0.436, abs=5e-4)
    assert found.t == pytest.approx(4.559, abs=5e-4)
    assert found.median == pytest.approx(1.82)
    # t with four degrees of freedom: 2.776 (any printed table).
    low, high = found.interval
    assert low == pytest.approx(1.986 - 2.776 * found.se, abs=1e-3)
    assert high == pytest.approx(1.986 + 2.776 * found.se, abs=1e-3)


def test_four_of_five_reach_the_lower_threshold_and_one_the_reliable_one():
    found = change(METRIC, FIVE).individually
    assert [(one.threshold.points, one.better, one.worse) for one in found] == [
        (1.03, 4, 0),
        (2.87, 1, 0),
    ]


def test_a_change_of_exactly_the_threshold_counts_in_spite_of_binary_fractions():
    found = change(METRIC, [(20.0, 21.03), (17.43, 18.46), (22.35, 21.32)]).individually[0]
    assert (found.better, found.worse) == (2, 1)


def test_a_headline_needs_thirty_pairs_and_the_numbers_do_not():
    with pytest.raises(TooFewForAHeadline, match="5 people"):
        change(METRIC, FIVE).headline()
    assert change(METRIC, FIVE * 6).headline() == pytest.approx(1.986)
    with pytest.raises(NothingToCompare):
        change(METRIC, FIVE[:1])


def test_d_z_does_not_enter_a_pool_of_effects_between_groups():
    found = change(METRIC, FIVE)
    assert found.d_z == pytest.approx(1.986 / 0.974, abs=1e-2)
    with pytest.raises(NotAnEffectBetweenGroups):
        pooled_between_groups([0.2, found])
    assert pooled_between_groups([0.2]) == [0.2]


def test_missing_people_who_did_not_change_shrink_the_result():
    flow = Flow(referred=20, started=10, completed=6, measured=5)
    found = sensitivity(change(METRIC, FIVE), flow)
    assert found.if_unchanged == pytest.approx(0.993)
    assert found.break_even == pytest.approx(-1.986)
    assert flow.missing == 5


def test_steps_can_only_lose_people():
    with pytest.raises(MorePeopleThanBefore):
        Flow(referred=5, started=6, completed=1, measured=1)


def test_the_design_caps_the_level_whatever_is_claimed():
    assert nesta_level(Design.BEFORE_AND_AFTER, 5) == 2
    assert nesta_level(Design.AFTER_ONLY, 4) == 1
    assert nesta_level(Design.COMPARISON, 2) == 2


def test_what_must_be_said_is_said():
    flow = Flow(referred=20, started=10, completed=6, measured=5)
    said = caveats(change(METRIC, FIVE), flow, Design.BEFORE_AND_AFTER)
    assert REGRESSION in said
    assert said[0].startswith("Only 5 people answered both times.")
    assert "completer bias" in said[2]
    assert REGRESSION not in caveats(change(METRIC, FIVE), flow, Design.COMPARISON)


pairs = st.lists(
    st.tuples(st.sampled_from(list(TABLE.values())), st.sampled_from(list(TABLE.values()))),
    min_size=2,
    max_size=50,
)


@given(pairs)
def test_turning_time_round_turns_the_sign_and_nothing_else(both):
    forward = change(METRIC, both)
    back = change(METRIC, [(after, before) for before, after in both])
    assert back.mean == pytest.approx(-forward.mean)
    assert back.sd == pytest.approx(forward.sd)
    for one, other in zip(forward.individually, back.individually, strict=True):
        assert (one.better, one.worse) == (other.worse, other.better)


@given(pairs)
def test_the_interval_holds_the_mean_in_its_middle(both):
    found = change(METRIC, both)
    low, high = found.interval
    assert math.isclose((low + high) / 2, found.mean, abs_tol=1e-9)
