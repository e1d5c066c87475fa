from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.domain.commissioning.deciding.calibration import Given, calibrated
from counterpoint.domain.commissioning.deciding.ranking import Entry, ranked
from counterpoint.domain.commissioning.deciding.scores import (
    Criterion,
    NotOnTheScale,
    Score,
    WeightsDoNotAddUp,
    below_minimum,
    check_points,
    check_weights,
    mean_points,
    spread,
    weighted,
)

QUALITY = Criterion(1, "Quality", 60, 5, least=3)
VALUE = Criterion(2, "Value", 30, 5)
SOCIAL = Criterion(3, "Social value", 10, 4)
CRITERIA = (QUALITY, VALUE, SOCIAL)


class TestWeighing:
    def test_a_worked_example(self):
        """4 of 5 at 60, 3 of 5 at 30 and 2 of 4 at 10: 48 + 18 + 5."""
        points = {1: Decimal(4), 2: Decimal(3), 3: Decimal(2)}
        assert weighted(points, CRITERIA) == Decimal("71.00")

    def test_the_mean_of_two_assessors(self):
        scores = [Score(1, 1, 1, 4), Score(1, 2, 1, 3), Score(1, 1, 2, 5)]
        assert mean_points(scores) == {1: Decimal("3.5"), 2: Decimal(5)}

    def test_weights_make_a_hundred(self):
        check_weights(CRITERIA)
        with pytest.raises(WeightsDoNotAddUp, match="90"):
            check_weights(CRITERIA[:2])

    @pytest.mark.parametrize("points", [-1, 6])
    def test_points_lie_on_the_scale(self, points):
        with pytest.raises(NotOnTheScale, match="0 to 5"):
            check_points(QUALITY, points)

    def test_a_minimum_is_kept_on_the_mean(self):
        assert below_minimum({1: Decimal("2.99")}, CRITERIA) == (QUALITY,)
        assert below_minimum({1: Decimal(3)}, CRITERIA) == ()
        assert below_minimum({}, CRITERIA) == (QUALITY,)

    @given(st.lists(st.integers(0, 5), min_size=3, max_size=3))
    def test_more_points_never_lower_a_score(self, points):
        plain = [Criterion(n, str(n), weight, 5) for n, weight in enumerate((50, 30, 20))]
        given_points = {n: Decimal(one) for n, one in enumerate(points)}
        more = {n: min(one + 1, Decimal(5)) for n, one in given_points.items()}
        assert Decimal(0) <= weighted(given_points, plain) <= weighted(more, plain) <= 100


class TestSpread:
    def test_one_far_from_the_others_is_an_outlier(self):
        found = spread([Score(1, n, 1, points) for n, points in enumerate((4, 4, 1))])
        assert (found.lowest, found.highest, found.mean) == (1, 4, Decimal("3.00"))
        assert found.outliers == (2,)

    def test_two_who_differ_are_outliers_to_each_other(self):
        assert spread([Score(1, 1, 1, 5), Score(1, 2, 1, 3)]).outliers == (1, 2)

    def test_nobody_is_apart_from_nobody(self):
        assert spread([]) is None
        assert spread([Score(1, 1, 1, 5)]).outliers == ()


class TestRanking:
    def test_equals_share_a_place_and_the_next_counts_on(self):
        scores = ["70", "80", "80", "60"]
        found = ranked(Entry(n, Decimal(score)) for n, score in enumerate(scores))
        assert [(one.entry.application, one.place, one.is_tied) for one in found] == [
            (1, 1, True),
            (2, 1, True),
            (0, 3, False),
            (3, 4, False),
        ]

    def test_one_below_a_minimum_keeps_its_place_and_gets_no_award(self):
        (only,) = ranked([Entry(1, Decimal(90), below=("Quality",))])
        assert only.place == 1
        assert not only.may_be_awarded


# Hardness of four metal coupons (blocks), each pressed by four tips: Montgomery, Design and
# Analysis of Experiments, example 4-1. Published: mean square for error 0.0089, nine degrees of freedom.
HARDNESS = (
    (9.3, 9.4, 9.6, 10.0),
    (9.4, 9.3, 9.8, 9.9),
    (9.2, 9.4, 9.5, 9.7),
    (9.7, 9.6, 10.0, 10.2),
)


class TestCalibration:
    def test_the_published_example(self):
        made = calibrated(
            Given(coupon, tip, score)
            for tip, row in enumerate(HARDNESS)
            for coupon, score in enumerate(row)
        )
        assert made.is_of_use
        # In a balanced layout: the means of the coupons, and of the tips less the mean of all.
        assert made.worth[0].value == pytest.approx((9.3 + 9.4 + 9.2 + 9.7) / 4)
        assert made.severity[0].value == pytest.approx(9.575 - 9.625)
        assert made.severity[3].value == pytest.approx(9.875 - 9.625)
        assert made.worth[0].error == pytest.approx((0.0089 / 4) ** 0.5, abs=0.0005)
        for tip in range(4):
            error = (0.0089 * (1 / 4 - 1 / 16)) ** 0.5
            assert made.severity[tip].error == pytest.approx(error, abs=0.0005)

    def test_a_strict_assessor_is_seen_without_everybody_reading_everything(self):
        worth = {1: 80.0, 2: 60.0, 3: 70.0}
        severity = {1: 5.0, 2: -10.0, 3: 5.0}
        read = [(1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 1)]
        made = calibrated(Given(a, r, worth[a] + severity[r]) for a, r in read)
        assert {n: round(one.value, 6) for n, one in made.worth.items()} == worth
        assert {n: round(one.value, 6) for n, one in made.severity.items()} == severity

    def test_too_few_scores_leave_nothing_to_judge_the_error_by(self):
        made = calibrated([Given(1, 1, 50), Given(1, 2, 60), Given(2, 1, 70)])
        assert {one.error for one in made.worth.values()} == {None}

    def test_groups_that_share_nobody_are_not_compared(self):
        made = calibrated([Given(1, 1, 50), Given(2, 2, 90)])
        assert not made.is_of_use
        assert made.worth == {}

    def test_nothing_gives_nothing(self):
        assert not calibrated([]).is_of_use

    @settings(max_examples=40)
    @given(
        st.dictionaries(
            st.tuples(st.integers(1, 6), st.integers(1, 4)), st.integers(0, 100), min_size=1
        )
    )
    def test_it_is_what_the_whole_design_gives(self, scores):
        """The plain twin solves for applications and assessors together."""
        known = [Given(*pair, float(score)) for pair, score in scores.items()]
        made = calibrated(known)
        if not made.is_of_use:
            return
        worth, severity, errors = _plainly(known)
        assert [one.value for one in made.worth.values()] == pytest.approx(worth, abs=1e-6)
        assert [one.value for one in made.severity.values()] == pytest.approx(
            severity, abs=1e-6
        )
        found = [one.error for one in (*made.worth.values(), *made.severity.values())]
        assert found == (pytest.approx(errors, abs=1e-6) if errors else [None] * len(found))


def _plainly(known):
    applications = sorted({one.application for one in known})
    assessors = sorted({one.assessor for one in known})
    last = len(assessors) - 1
    design = np.zeros((len(known), len(applications) + last))
    for n, one in enumerate(known):
        design[n, applications.index(one.application)] = 1
        column = assessors.index(one.assessor)
        if column < last:
            design[n, len(applications) + column] = 1
        else:
            design[n, len(applications) :] = -1
    answer = np.array([one.score for one in known])
    solution, *_rest = np.linalg.lstsq(design, answer, rcond=None)
    severity = [*solution[len(applications) :], -solution[len(applications) :].sum()]
    freedom = len(known) - design.shape[1]
    if freedom <= 0:
        return solution[: len(applications)], severity, None
    variance = ((answer - design @ solution) ** 2).sum() / freedom
    covariance = variance * np.linalg.inv(design.T @ design)
    own = np.append(
        covariance.diagonal(), covariance[len(applications) :, len(applications) :].sum()
    )
    return solution[: len(applications)], severity, list(np.sqrt(own.clip(0)))
