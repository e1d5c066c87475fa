"""By which day a notice is due, or how long the contract has to wait after it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from counterpoint.domain.commissioning.route.rules import Counting, Notice
from counterpoint.domain.commissioning.working_days import (
    Nation,
    working_days_after,
    working_days_beginning_with,
)


def _days_after(day: date, count: int, _nation: Nation) -> date:
    return day + timedelta(count)


_COUNT: Mapping[Counting, Callable[[date, int, Nation], date]] = {
    Counting.DAYS_AFTER: _days_after,
    Counting.WORKING_DAYS_AFTER: working_days_after,
    Counting.WORKING_DAYS_BEGINNING_WITH: working_days_beginning_with,
}


def counted_day(notice: Notice, day: date, nation: Nation) -> date | None:
    """The last day of the notice's count from the day, or None where the rule counts none."""
    count = _COUNT.get(notice.counting)
    return count(day, notice.days, nation) if count else None
