"""Days as published files write them. Forms from the 360Giving and Arts Council files of 2015 to 2020."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.values.dates import (
    WORKBOOK_DAY_ZERO,
    financial_year_ends_on,
    is_year_first,
    read_date,
)

LIKELY = st.dates(date(1930, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2015-03-31", date(2015, 3, 31)),
        ("2015-06-10T00:00:00+00:00", date(2015, 6, 10)),
        ("31/03/2015", date(2015, 3, 31)),
        ("05/06/2014", date(2014, 6, 5)),
        ("17/08/2015 00:00", date(2015, 8, 17)),
        ("1.4.2016", date(2016, 4, 1)),
        ("31 March 2015", date(2015, 3, 31)),
        ("2nd Oct 2020", date(2020, 10, 2)),
        ("Friday 2 April 2021", date(2021, 4, 2)),
        ("March 31, 2015", date(2015, 3, 31)),
        ("1990-09-11 00:00:00", date(1990, 9, 11)),
        (datetime(2018, 4, 10, 12, 30), date(2018, 4, 10)),  # noqa: DTZ001  a workbook knows no zones
        (42094.0, date(2015, 3, 31)),
        ("42094", date(2015, 3, 31)),
        ("", None),
        ("  ", None),
        (None, None),
    ],
)
def test_a_day_is_read_however_it_is_written(written, meant):
    assert read_date(written) == meant


@pytest.mark.parametrize(
    "written", ["31/31/2015", "the day after", "2015", "30/02/2015", 7.0, True, "0000-01-01"]
)
def test_what_is_no_day_is_refused_with_the_value(written):
    with pytest.raises(ValueRefused) as refused:
        read_date(written)
    assert refused.value.value == str(written)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2015-06-30T23:00:00Z", date(2015, 7, 1)),  # midnight in London, in summer
        ("2015-01-15T23:00:00Z", date(2015, 1, 15)),
        ("2015-06-30T22:00:00Z", date(2015, 6, 30)),
        ("2015-03-29T23:00:00Z", date(2015, 3, 30)),  # the first day of summer time
        (
            "2015-10-25T23:00:00Z",
            date(2015, 10, 25),
        ),  # the last Sunday of October: winter again
    ],
)
def test_midnight_in_london_in_summer_is_not_the_day_before(instant, day):
    assert read_date(instant) == day


@given(LIKELY)
def test_all_styles_of_one_day_agree(day):
    styles = (
        day.isoformat(),
        day.strftime("%d/%m/%Y"),
        day.strftime("%-d %B %Y"),
        float((day - WORKBOOK_DAY_ZERO).days),
        f"{day.isoformat()}T00:00:00Z",
        datetime(day.year, day.month, day.day),  # noqa: DTZ001  a workbook knows no zones
    )
    assert {read_date(style) for style in styles} == {day}


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans()))
def test_anything_at_all_is_a_day_or_refused(value):
    try:
        found = read_date(value)
    except ValueRefused:
        return
    assert found is None or date(1700, 1, 1) <= found <= date(2101, 1, 1)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("2014-2015", date(2015, 3, 31)),
        ("2005 ~ 2006", date(2006, 3, 31)),
        ("2014/15", date(2015, 3, 31)),
        ("1999/00", date(2000, 3, 31)),
        ("2014-2016", None),
        ("2014", None),
    ],
)
def test_a_financial_year_ends_on_the_last_of_march(written, ends):
    assert financial_year_ends_on(written) == ends


def test_the_form_that_standards_ask_for_is_known():
    assert is_year_first("2015-03-31")
    assert not is_year_first("31/03/2015")
    assert not is_year_first(date(2015, 3, 31) + timedelta(days=1))
