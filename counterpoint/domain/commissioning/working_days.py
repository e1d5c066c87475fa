"""Counting in working days: not a Saturday, a Sunday or a bank holiday of the nation.

Two ways of counting stand in the rules and differ by a day, so each has its own function:
the Procurement Act counts a period "beginning with" the day of publication (section 51), the
Provider Selection Regime counts days "after" it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice

import holidays

SATURDAY = 5
LONGEST_COUNT = 1_000  # working days: four years, more than any timetable here


class Nation(StrEnum):
    """Whose bank holidays count; the values are those of ISO 3166-2."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


def bank_holiday(day: date, nation: Nation) -> str:
    """The name of the bank holiday that the day is, or nothing."""
    return str(_holidays(day.year, nation).get(day, ""))


def is_working_day(day: date, nation: Nation) -> bool:
    return day.weekday() < SATURDAY and not bank_holiday(day, nation)


def working_days_after(day: date, count: int, nation: Nation) -> date:
    """The last of `count` working days, the first of which comes after the day."""
    if not 1 <= count <= LONGEST_COUNT:
        raise ValueError(f"{count} working days cannot be counted: 1 to {LONGEST_COUNT} can.")
    return next(islice(_working_days_from(day + timedelta(1), nation), count - 1, None))


def working_days_beginning_with(day: date, count: int, nation: Nation) -> date:
    """The last of `count` working days, where the day itself is the first if it is one."""
    return working_days_after(day - timedelta(1), count, nation)


def working_days_between(first: date, last: date, nation: Nation) -> int:
    """How many working days lie from the first day to the last, both counted."""
    days = (last - first).days + 1
    return sum(is_working_day(first + timedelta(n), nation) for n in range(max(days, 0)))


def skipped_between(first: date, last: date, nation: Nation) -> tuple[tuple[date, str], ...]:
    """The bank holidays on what would otherwise be working days, so that a count can be checked."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return tuple(
        (day, name)
        for day in days
        if day.weekday() < SATURDAY and (name := bank_holiday(day, nation))
    )


def _working_days_from(day: date, nation: Nation) -> Iterator[date]:
    while True:
        if is_working_day(day, nation):
            yield day
        day += timedelta(1)


@lru_cache(maxsize=200)
def _holidays(year: int, nation: Nation) -> dict[date, str]:
    found = holidays.country_holidays("GB", subdiv=nation.value, years=year)
    return {day: name for day, name in found.items() if isinstance(day, date)}
