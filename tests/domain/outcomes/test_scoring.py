"""Scoring by the published rules, then properties."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.outcomes.scoring import (
    FEWEST_ROWS_FOR_A_COPY,
    ImpossibleAnswer,
    NotDoneWithThisMeasure,
    band,
    better_by,
    composite,
    copied_columns,
    entered,
    mean_of_raw,
    score,
)
from tests.domain.outcomes.written import shipped

INSTRUMENTS = shipped()
ONS4, SWEMWBS, UCLA = INSTRUMENTS["ons4"], INSTRUMENTS["swemwbs"], INSTRUMENTS["ucla-3"]


def answers(raw: int) -> dict[str, int | None]:
    """Seven answers from 1 to 5 that add up to `raw`."""
    given_, left = {}, raw - 7
    for item in SWEMWBS.items:
        given_[item.code] = 1 + min(4, left)
        left -= given_[item.code] - 1
    return given_


@pytest.mark.parametrize(
    ("raw", "metric"),
    [(7, 7.0), (18, 17.43), (23, 20.73), (26, 23.21), (32, 29.31), (35, 35.0)],
)
def test_swemwbs_is_converted_by_the_published_table(raw, metric):
    assert score(SWEMWBS, answers(raw)) == {"metric": metric}


def test_six_of_seven_answers_give_no_score_and_never_a_zero():
    assert score(SWEMWBS, answers(20) | {"q4": None}) == {"metric": None}


def test_raw_swemwbs_totals_are_never_averaged():
    with pytest.raises(NotDoneWithThisMeasure, match="Raw totals"):
        mean_of_raw(SWEMWBS, [18, 20])


def test_eleven_is_refused_with_its_cell():
    with pytest.raises(ImpossibleAnswer, match="B7: “11”") as refused:
        score(ONS4, {"satisfaction": 11}, cell="B7")
    assert (refused.value.item, refused.value.cell) == ("satisfaction", "B7")


@pytest.mark.parametrize("value", [-1, 11, 3.5, True])
def test_what_is_no_whole_number_of_the_scale_is_refused(value):
    with pytest.raises(ImpossibleAnswer):
        score(ONS4, {"happy": value})


def test_the_four_questions_stay_four_series_and_are_never_summed():
    scores = score(ONS4, {"satisfaction": 6, "worthwhile": 7, "happy": 8, "anxious": 2})
    assert list(scores) == ["satisfaction", "worthwhile", "happy", "anxious"]
    with pytest.raises(NotDoneWithThisMeasure, match="never added up"):
        composite(ONS4, scores)


def test_anxiety_from_two_to_six_is_a_worsening():
    assert better_by(ONS4.one("anxious"), 6 - 2) == -4
    assert better_by(ONS4.one("happy"), 6 - 2) == 4


def test_ucla_goes_from_three_to_nine():
    lowest = {item.code: item.lowest for item in UCLA.items}
    highest = {item.code: item.highest for item in UCLA.items}
    assert score(UCLA, lowest) == {"total": 3}
    assert score(UCLA, highest) == {"total": 9}


def test_wemwbs_goes_from_fourteen_to_seventy():
    wemwbs = INSTRUMENTS["wemwbs"]
    assert score(wemwbs, {item.code: 1 for item in wemwbs.items}) == {"total": 14}
    assert score(wemwbs, {item.code: 5 for item in wemwbs.items}) == {"total": 70}


def test_an_entered_total_must_be_in_the_range():
    series = INSTRUMENTS["ghq-28"].series[0]
    assert entered(series, 40) == 40
    with pytest.raises(ImpossibleAnswer):
        entered(series, 101)


def test_bands_are_one_sources_and_say_nothing_between():
    bands = SWEMWBS.series[0].bands[0]
    assert band(bands, 20.73).name.startswith("low")
    assert band(bands, 29.31).name.startswith("high")
    assert band(bands, 25.03) is None


def test_a_column_copied_into_another_is_noticed():
    made = random.Random(1)
    rows = [{"q1": made.randint(1, 5), "q2": made.randint(1, 5)} for _row in range(40)]
    assert copied_columns(rows) == []
    assert copied_columns({**row, "q3": row["q1"]} for row in rows) == [("q1", "q3")]


def test_few_rows_and_rows_that_do_not_vary_prove_nothing():
    few = [{"q1": n % 5 + 1, "q2": n % 5 + 1} for n in range(FEWEST_ROWS_FOR_A_COPY - 1)]
    assert copied_columns(few) == []
    assert copied_columns([{"q1": 3, "q2": 3}] * 40) == []


@given(st.lists(st.integers(1, 5), min_size=7, max_size=7), st.integers(0, 6))
def test_a_higher_answer_never_lowers_the_score(values, place):
    codes = [item.code for item in SWEMWBS.items]
    before = score(SWEMWBS, dict(zip(codes, values, strict=True)))["metric"]
    values[place] = min(5, values[place] + 1)
    assert score(SWEMWBS, dict(zip(codes, values, strict=True)))["metric"] >= before
