"""Hours per £1,000, with the two awards of the worked cases."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.commissioning.effort import (
    ONE_SHORT_RETURN,
    QUARTERLY_WITH_MEASURES,
    Reporting,
    hours_per_thousand,
    is_out_of_proportion,
    reporting_for,
)

D = Decimal


@pytest.mark.parametrize(
    ("award", "reporting"),
    [
        ("1000", ONE_SHORT_RETURN),
        ("5000", ONE_SHORT_RETURN),
        ("5000.01", QUARTERLY_WITH_MEASURES),
        ("35000", QUARTERLY_WITH_MEASURES),
    ],
)
def test_reporting_grows_with_the_award(award: str, reporting: Reporting) -> None:
    assert reporting_for(D(award)) == reporting


@pytest.mark.parametrize(
    ("hours", "money", "told"),
    [
        ("10", "5000", "2.0"),
        ("70", "35000", "2.0"),
        ("36", "5000", "7.2"),
        ("0", "5000", "0.0"),
    ],
)
def test_hours_are_told_for_each_thousand_pounds(hours: str, money: str, told: str) -> None:
    assert hours_per_thousand(D(hours), D(money)) == D(told)


@pytest.mark.parametrize(("hours", "money"), [("1", "0"), ("1", "-5"), ("-1", "5")])
def test_hours_against_no_money_are_refused(hours: str, money: str) -> None:
    with pytest.raises(ValueError, match="sum of money"):
        hours_per_thousand(D(hours), D(money))


def test_the_limit_itself_is_still_in_proportion() -> None:
    assert not is_out_of_proportion(D(70), D(35_000))
    assert is_out_of_proportion(D("70.1"), D(35_000))


@given(st.decimals(1, 1000, places=1), st.decimals(100, 100_000, places=2))
def test_twice_the_money_for_twice_the_hours_is_the_same(
    hours: Decimal, money: Decimal
) -> None:
    assert hours_per_thousand(hours, money) == hours_per_thousand(2 * hours, 2 * money)
