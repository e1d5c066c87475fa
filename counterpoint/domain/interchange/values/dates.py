"""Days as people write them in tables: year first, day first, in words, or as a workbook's number."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import isfinite

from counterpoint.domain.interchange.faults import NOT_A_DATE, UNLIKELY_DATE
from counterpoint.domain.interchange.findings import ValueRefused

# Workbooks count days from here; the 1900 leap-year mistake they all share is past 60 anyway.
WORKBOOK_DAY_ZERO = date(1899, 12, 30)
LIKELY_WORKBOOK_DAYS = range(10_000, 80_000)  # 1927 to 2119
LIKELY_YEARS = range(1700, 2101)

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
YEAR_FIRST = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)
DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?")
IN_WORDS = re.compile(
    r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]+)\.?,?[ -](\d{4})",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
FINANCIAL_YEAR = re.compile(r"(\d{4})\s*[-/~–]\s*(\d{4}|\d{2})")


def read_date(value: object) -> date | None:
    """The day, or nothing for an empty cell. Day first where the year comes last: files are British."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, datetime):
        return _likely(value.date(), value)
    if isinstance(value, date):
        return _likely(value, value)
    if (
        isinstance(value, int | float)
        and isfinite(value)
        and int(value) in LIKELY_WORKBOOK_DAYS
    ):
        return WORKBOOK_DAY_ZERO + timedelta(days=int(value))
    raise ValueRefused(NOT_A_DATE, value)


# The same few hundred days fill a file of a million rows.
@lru_cache(maxsize=4096)
def _from_text(value: str) -> date | None:
    text = " ".join(value.split())
    if not text:
        return None
    if found := YEAR_FIRST.fullmatch(text):
        return _year_first(found, value)
    if found := DAY_FIRST.fullmatch(text):
        return _day(found[4], found[3], found[1], value)
    if found := IN_WORDS.fullmatch(text):
        return _day(found[3], _month(found[2], value), found[1], value)
    if found := MONTH_FIRST.fullmatch(text):
        return _day(found[3], _month(found[1], value), found[2], value)
    if text.isdecimal() and int(text) in LIKELY_WORKBOOK_DAYS:
        return WORKBOOK_DAY_ZERO + timedelta(days=int(text))
    raise ValueRefused(NOT_A_DATE, value)


def _year_first(found: re.Match[str], value: str) -> date:
    day = _day(found[1], found[2], found[3], value)
    is_utc = found[6] in ("Z", "+00:00", "+0000")
    if is_utc and found[4] == "23" and found[5] == "00" and _is_summer_time(day):
        # Midnight in London in summer is 23:00 UTC of the day before; systems that keep days
        # as instants export them so, and the day that was meant is the next one.
        return day + timedelta(days=1)
    return day


def _is_summer_time(day: date) -> bool:
    """British Summer Time: from the last Sunday of March to the last Sunday of October."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _month(name: str, value: str) -> int:
    try:
        return MONTHS[name.casefold()]
    except KeyError:
        raise ValueRefused(NOT_A_DATE, value) from None


def _day(year: str, month: str | int, day: str, value: str) -> date:
    try:
        return _likely(date(int(year), int(month), int(day)), value)
    except ValueError:
        raise ValueRefused(NOT_A_DATE, value) from None


def _likely(day: date, value: object) -> date:
    if day.year not in LIKELY_YEARS:
        raise ValueRefused(UNLIKELY_DATE, value)
    return day


def financial_year_ends_on(text: str) -> date | None:
    """The 31st of March that ends a financial year written as 2014-2015, 2005 ~ 2006 or 2014/15."""
    found = FINANCIAL_YEAR.fullmatch(" ".join(text.split()))
    if not found:
        return None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first - first % 100 + int(found[2])
    last += 100 if last < first else 0
    return date(last, 3, 31) if last == first + 1 else None


def is_year_first(value: object) -> bool:
    """Whether a text already has the form that standards ask for."""
    return isinstance(value, str) and YEAR_FIRST.fullmatch(value.strip()) is not None
