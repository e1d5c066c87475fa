from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.values.money import (
    read_amount,
    read_count,
    read_currency,
    read_number,
)

PENNIES = st.integers(-(10**12), 10**12).map(lambda pennies: Decimal(pennies).scaleb(-2))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("77229", "77229"),
        ("573.77", "573.77"),
        ("£1,234.50", "1234.50"),
        ("£1,250", "1250"),
        ("GBP 1,000", "1000"),
        ("1,234,567", "1234567"),
        ("-£5", "-5"),
        ("£-5", "-5"),
        ("(1,234.50)", "-1234.50"),
        (15000.0, "15000"),
        (162905.48173200001, "162905.48"),
        (Decimal("12.5"), "12.50"),
    ],
)
def test_a_sum_is_read_to_the_penny(written, meant):
    assert read_amount(written) == Decimal(meant)


@pytest.mark.parametrize("written", ["", "-", "n/a", "  ", None])
def test_nothing_written_is_no_sum(written):
    assert read_amount(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "1.2m",
        "5k",
        "about 5k",
        "1.234,50",
        "12 345",
        "£",
        "1,23",
        "£1,234.567",
        "lots",
        "nan",
        "inf",
        float("nan"),
        float("inf"),
        True,
        1e15,
    ],
)
def test_a_sum_that_could_mean_two_things_is_refused(written):
    with pytest.raises(ValueRefused):
        read_amount(written)


@given(PENNIES)
def test_however_a_sum_is_written_it_is_the_same_sum(amount):
    written = f"{abs(amount):,.2f}"
    sign = "-" if amount < 0 else ""
    styles = (amount, str(amount), f"{sign}£{written}", f"{sign}{written} GBP")
    if abs(amount) < Decimal("1e12"):
        assert {read_amount(style) for style in styles} == {amount}


@given(st.text(max_size=20))
def test_any_text_is_a_sum_nothing_or_refused(text):
    try:
        found = read_amount(text)
    except ValueRefused:
        return
    assert found is None or found == found.quantize(Decimal("0.01"))


def test_a_currency_is_one_of_the_list_and_pounds_if_nothing_is_said():
    assert read_currency("usd") == "USD"
    assert read_currency("") == "GBP"
    with pytest.raises(ValueRefused):
        read_currency("Pounds")


def test_counts_are_whole_and_never_below_zero():
    assert read_count("1,200") == 1200
    assert read_count("") is None
    assert read_number("2.5") == 2.5
    for written in ("-3", "many", "nan"):
        with pytest.raises(ValueRefused):
            read_count(written)
