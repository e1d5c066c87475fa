"""The levels' rules, doubts about print, and the number of people."""

import pytest

from counterpoint.domain.evidence.checking import interval_doubts
from counterpoint.domain.evidence.effects import Measure
from counterpoint.domain.evidence.levels import TIERS, Design, Tier, nesta_level
from counterpoint.domain.evidence.power import (
    NothingToDetect,
    people_per_arm,
    people_per_arm_in_clusters,
)


@pytest.mark.parametrize(
    ("design", "number"),
    [
        (Design.RANDOMISED, 3),
        (Design.CLUSTER_RANDOMISED, 3),
        (Design.CONTROLLED, 2),
        (Design.COHORT, 2),
        (Design.BEFORE_AND_AFTER, 2),
        (Design.AFTER_ONLY, 1),
        (Design.CROSS_SECTIONAL, 1),
        (Design.META_ANALYSIS, None),
    ],
)
def test_a_design_reaches_no_further_than_its_level(design, number):
    assert nesta_level(design, has_shown_an_effect=True).number == number


def test_a_trial_without_a_shown_effect_has_no_level_and_says_why():
    level = nesta_level(Design.RANDOMISED, has_shown_an_effect=False)
    assert level.number is None
    assert "no effect" in level.reason


def test_each_design_belongs_to_one_tier_and_only_trials_to_trials():
    assert set(TIERS) == set(Design)
    trials = {design for design, tier in TIERS.items() if tier == Tier.TRIALS}
    assert trials == {Design.RANDOMISED, Design.CLUSTER_RANDOMISED}


def test_the_singing_trial_s_interval_is_not_centred_and_its_midpoint_is_2_41():
    (doubt,) = interval_doubts(Measure.MD, 2.35, 0.06, 4.76)
    assert "midpoint is 2.41" in doubt.sentence
    assert "2.35" in doubt.sentence


@pytest.mark.parametrize(
    ("measure", "numbers"),
    [
        (Measure.MD, (2.42, 0.03, 4.80)),
        (Measure.MD, (0.6, -1.33, 2.52)),
        (Measure.HR, (0.86, 0.77, 0.96)),
        (Measure.HR, (0.69, 0.59, 0.80)),
        (Measure.HR, (1.63, 1.34, 2.00)),
        (Measure.RR, (1.57, 1.18, 2.09)),
    ],
)
def test_rounding_alone_is_no_reason_to_doubt(measure, numbers):
    assert interval_doubts(measure, *numbers) == []


def test_an_estimate_outside_its_interval_is_told():
    (doubt,) = interval_doubts(Measure.MD, 5.0, 0.0, 4.0)
    assert "outside" in doubt.sentence


def test_64_people_an_arm_see_half_a_standard_deviation():
    # Cohen 1988, table 2.4.1: d .50, power .80, two-sided .05.
    assert people_per_arm(0.5) == 64
    assert people_per_arm(-0.5) == 64


def test_clusters_need_more():
    assert people_per_arm_in_clusters(64, cluster_size=11, intraclass=0.05) == 96


def test_no_effect_needs_no_number():
    with pytest.raises(NothingToDetect):
        people_per_arm(0)
