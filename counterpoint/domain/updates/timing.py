"""When a subscriber's next mail is due.

Slots are moments on the clock of London, so that a daily mail comes at the same hour all year. A
mail tells what happened since the mail before it, by the number of the news and not by the hour:
a day of 23 or 25 hours, or a worker that comes late, neither doubles nor drops anything.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
# Clocks change between one and two in the morning, so seven o'clock is there once on every day.
HOUR = time(7)
MONDAY = 0


class Frequency(StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


def slot(frequency: Frequency, at: datetime) -> datetime:
    """The latest moment, not after `at`, at which a mail of this frequency is due."""
    if frequency is Frequency.AT_ONCE:
        return at
    here = at.astimezone(LONDON)
    day = here.date()
    if here.time() < HOUR:
        day -= timedelta(days=1)
    if frequency is Frequency.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    elif frequency is Frequency.MONTHLY:
        day = day.replace(day=1)
    return datetime.combine(day, HOUR, LONDON)


def is_due(frequency: Frequency, told_at: datetime, at: datetime) -> bool:
    """Nothing has been told in the slot that `at` lies in."""
    if frequency is Frequency.AT_ONCE:
        return at > told_at
    return told_at < slot(frequency, at)
