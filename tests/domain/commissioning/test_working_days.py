"""Working days by nation, checked against the calendar of gov.uk and a plain count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.commissioning.working_days import (
    Nation,
    bank_holiday,
    is_working_day,
    skipped_between,
    working_days_after,
    working_days_beginning_with,
    working_days_between,
)

ENGLAND, SCOTLAND = Nation.ENGLAND, Nation.SCOTLAND
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
nations = st.sampled_from(Nation)
counts = st.integers(1, 60)


def test_a_notice_before_christmas_waits_into_the_new_year() -> None:
    # 18 December 2026 is a Friday. 21-24, 29-31 December and 4 January are the eight days after.
    assert working_days_after(date(2026, 12, 18), 8, ENGLAND) == date(2027, 1, 4)


def test_beginning_with_a_day_counts_the_day_itself() -> None:
    assert working_days_beginning_with(date(2026, 6, 1), 8, ENGLAND) == date(2026, 6, 10)
    assert working_days_after(date(2026, 6, 1), 8, ENGLAND) == date(2026, 6, 11)


@pytest.mark.parametrize(
    ("day", "nation", "is_holiday"),
    [
        (date(2026, 4, 6), Nation.ENGLAND, True),  # Easter Monday
        (date(2026, 4, 6), Nation.WALES, True),
        (date(2026, 4, 6), Nation.SCOTLAND, False),
        (date(2026, 8, 3), Nation.SCOTLAND, True),  # summer bank holiday
        (date(2026, 8, 3), Nation.ENGLAND, False),
        (date(2026, 8, 31), Nation.ENGLAND, True),
        (date(2026, 11, 30), Nation.SCOTLAND, True),  # St Andrew
        (date(2026, 3, 17), Nation.NORTHERN_IRELAND, True),  # St Patrick
        (date(2026, 7, 13), Nation.NORTHERN_IRELAND, True),  # Boyne, from a Sunday
        (date(2026, 7, 13), Nation.ENGLAND, False),
        (date(2026, 12, 28), Nation.ENGLAND, True),  # for Boxing Day on a Saturday
        (date(2022, 9, 19), Nation.ENGLAND, True),  # the funeral of the Queen
        (date(2023, 5, 8), Nation.SCOTLAND, True),  # the coronation
    ],
)
def test_each_nation_has_its_own_bank_holidays(
    day: date, nation: Nation, is_holiday: bool
) -> None:
    assert bool(bank_holiday(day, nation)) is is_holiday


def test_a_count_can_be_checked_by_what_it_left_out() -> None:
    skipped = skipped_between(date(2026, 12, 18), date(2027, 1, 4), ENGLAND)
    assert [day for day, _name in skipped] == [
        date(2026, 12, 25),
        date(2026, 12, 28),
        date(2027, 1, 1),
    ]


@pytest.mark.parametrize("count", [0, -1, 1_001])
def test_a_count_of_nothing_or_of_years_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="cannot be counted"):
        working_days_after(date(2026, 6, 1), count, ENGLAND)


@given(days, counts, nations)
def test_the_last_day_is_a_working_day_and_so_many_lie_between(
    day: date, count: int, nation: Nation
) -> None:
    last = working_days_after(day, count, nation)
    assert is_working_day(last, nation)
    assert working_days_between(day + timedelta(1), last, nation) == count


@given(days, counts, nations)
def test_one_day_more_is_later(day: date, count: int, nation: Nation) -> None:
    assert working_days_after(day, count, nation) < working_days_after(day, count + 1, nation)


@given(days, st.integers(1, 20), st.integers(1, 20), nations)
def test_counting_in_two_goes_ends_on_the_same_day(
    day: date, first: int, second: int, nation: Nation
) -> None:
    halfway = working_days_after(day, first, nation)
    assert working_days_after(halfway, second, nation) == working_days_after(
        day, first + second, nation
    )


def test_nothing_lies_between_a_day_and_the_day_before() -> None:
    assert working_days_between(date(2026, 6, 2), date(2026, 6, 1), SCOTLAND) == 0
