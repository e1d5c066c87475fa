"""Effect sizes against worked examples, and pooling where few agree."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.evidence import effects as e
from counterpoint.domain.evidence import from_print
from counterpoint.domain.evidence.distributions import t_tail
from counterpoint.domain.evidence.effects import Counts, Group, Measure
from counterpoint.domain.evidence.looking_closer import cumulative, leave_one_out, subgroups
from counterpoint.domain.evidence.pooling import Interval, Method, TooFewToPool, pool
from counterpoint.domain.evidence.small_studies import TooFewToTest, egger, trim_and_fill


def test_hedges_g_of_borenstein_2009_chapter_4():
    # Means 103 and 100, SDs 5.5 and 4.5, 50 in each arm: d 0.5970, J 0.9923, g 0.5924.
    found = e.standardised_mean_difference(Group(103, 5.5, 50), Group(100, 4.5, 50))
    assert found.estimate == pytest.approx(0.5924, abs=5e-5)
    assert found.variance == pytest.approx(0.0411 + 0.0006, abs=5e-4)


def test_mean_difference_of_the_same_example():
    found = e.mean_difference(Group(103, 5.5, 50), Group(100, 4.5, 50))
    assert found.estimate == 3
    assert found.variance == pytest.approx(1.0100, abs=5e-5)


def test_ratios_and_difference_of_borenstein_2009_chapter_5():
    # 5 of 100 against 10 of 100 died.
    treated, control = Counts(5, 100), Counts(10, 100)
    risk, odds = e.log_risk_ratio(treated, control), e.log_odds_ratio(treated, control)
    assert (risk.estimate, risk.variance) == pytest.approx((-0.6931, 0.2800), abs=5e-5)
    assert (odds.estimate, odds.variance) == pytest.approx((-0.7472, 0.3216), abs=5e-5)
    difference = e.risk_difference(treated, control)
    assert (difference.estimate, difference.variance) == pytest.approx(
        (-0.0500, 0.001375), abs=5e-6
    )


def test_correlation_of_borenstein_2009_chapter_6():
    found = e.correlation(0.5, 100)
    assert (found.estimate, found.variance) == pytest.approx((0.5493, 0.0103), abs=5e-5)
    assert e.as_printed(Measure.COR, found.estimate) == pytest.approx(0.5)


def test_an_empty_cell_gets_half_a_person():
    found = e.log_odds_ratio(Counts(0, 10), Counts(2, 10))
    assert found.estimate == pytest.approx(log(0.5 * 8.5 / (10.5 * 2.5)))


def test_a_singing_trial_from_its_interval():
    found = from_print.from_interval(Measure.MD, 2.35, 0.06, 4.76)
    assert found.estimate == 2.35
    assert found.standard_error == pytest.approx(1.1990, abs=1e-4)


def test_the_limits_of_a_ratio_are_read_as_logarithms():
    found = from_print.from_interval(Measure.HR, 0.69, 0.59, 0.80)
    assert exp(found.estimate) == pytest.approx(0.69)
    assert found.standard_error == pytest.approx(0.0777, abs=1e-4)


def test_the_change_of_arts_on_referral_is_large_and_says_that_it_is_a_change():
    found = from_print.change_from_paired_t(-19.29, 523)
    assert found.measure == Measure.CHANGE
    assert found.estimate == pytest.approx(0.84, abs=0.005)


@given(st.floats(-3, 3), st.integers(4, 400), st.integers(4, 400))
def test_t_f_and_p_tell_the_same(t, treated, control):
    by_t = from_print.from_t(t, treated, control)
    by_f = from_print.from_f(t * t, treated, control, t >= 0)
    assert by_f.estimate == pytest.approx(by_t.estimate, abs=1e-9)
    p = t_tail(t, treated + control - 2)
    by_p = from_print.from_p(p, treated, control, t >= 0)
    assert by_p.estimate == pytest.approx(by_t.estimate, abs=1e-6)


SINGING = [
    from_print.from_interval(Measure.MD, 2.35, 0.06, 4.76),
    from_print.from_interval(Measure.MD, 2.42, 0.03, 4.80),
]
YS = [one.estimate for one in SINGING]
VS = [one.variance for one in SINGING]


def test_two_studies_are_listed_and_pooled_only_on_request():
    with pytest.raises(TooFewToPool, match="listed here, not pooled"):
        pool(YS, VS)
    assert pool(YS, VS, even_if_few=True).k == 2


def test_two_trials_that_agree_look_falsely_sharp_without_the_guard():
    ways = {"even_if_few": True, "method": Method.FIXED}
    raw = pool(YS, VS, interval=Interval.KNAPP_HARTUNG, **ways)
    guarded = pool(YS, VS, interval=Interval.GUARDED, **ways)
    assert (raw.ci_low, raw.ci_high) == pytest.approx((1.94, 2.83), abs=0.01)
    assert (guarded.ci_low, guarded.ci_high) == pytest.approx((-8.5, 13.2), abs=0.1)


studies = st.lists(
    st.tuples(st.floats(-2, 2), st.floats(0.01, 1)), min_size=5, max_size=12
).map(lambda pairs: ([y for y, _v in pairs], [v for _y, v in pairs]))


@given(studies, st.sampled_from(Method))
def test_the_order_of_studies_and_the_sign_of_the_scale_do_not_matter(pairs, method):
    ys, vs = pairs
    found = pool(ys, vs, method=method)
    turned = pool([-y for y in reversed(ys)], vs[::-1], method=method)
    assert turned.estimate == pytest.approx(-found.estimate, abs=1e-6)
    assert turned.ci_low == pytest.approx(-found.ci_high, abs=1e-6)


@given(studies, st.sampled_from(Method))
def test_the_guarded_interval_is_never_narrower_than_wald_s(pairs, method):
    guarded, wald = (
        pool(*pairs, method=method, interval=i) for i in ("Knapp-Hartung, guarded", "Wald")
    )
    assert guarded.ci_high - guarded.ci_low >= wald.ci_high - wald.ci_low - 1e-9
    assert min(pairs[0]) - 1e-9 <= guarded.estimate <= max(pairs[0]) + 1e-9
    assert sum(guarded.weights) == pytest.approx(1)


@given(studies)
def test_leaving_one_out_is_pooling_the_others(pairs):
    ys, vs = pairs
    plain = pool(ys[1:], vs[1:], even_if_few=True)
    assert next(leave_one_out(ys, vs)) == plain
    assert list(cumulative(ys, vs))[-1] == pool(ys, vs)


def test_two_groups_of_a_fixed_effect_share_the_whole_of_q():
    ys, vs = [0.1, 0.2, 0.8, 0.9], [0.01] * 4
    found = subgroups(ys, vs, ["a", "a", "b", "b"], method=Method.FIXED)
    within = sum(one.q for one in found.pooled.values())
    whole = pool(ys, vs, method=Method.FIXED, even_if_few=True).q
    assert within + found.q_between == pytest.approx(whole)


def test_asymmetry_is_not_tested_on_few():
    with pytest.raises(TooFewToTest):
        egger([0.1] * 9, [0.1] * 9)


def test_a_funnel_with_its_left_side_cut_off_is_filled_on_the_left():
    vs = [0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3]
    ys = [0.2 + 1.5 * v**0.5 for v in vs]
    assert egger(ys, vs).intercept == pytest.approx(1.5)
    filled = trim_and_fill(ys, vs)
    assert filled.is_missing_on_the_left
    assert filled.missing >= 2
    assert filled.pooled.estimate < pool(ys, vs, method=Method.FIXED).estimate
