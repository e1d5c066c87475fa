"""Dates as exactly as the source gives them: a day, a month or only a year.

Kept as text, "2015", "2015-09" or "2015-09-04": nothing invents the day that nobody recorded.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from counterpoint.domain.refusals import Invalid

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class NotADate(Invalid):
    sentence = "This is not a year, a month or a day."
    advice = "Write 2015, 2015-09 or 2015-09-04, whichever is known."


@dataclass(frozen=True)
class When:
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = (f"{self.year:04}", _two(self.month), _two(self.day))
        return "-".join(part for part in parts if part)


def read_when(text: str) -> When:
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise NotADate
    year, month, day = (int(part) if part else None for part in found.groups())
    when = When(year or 0, month, day)
    try:
        when.first_day, when.last_day  # noqa: B018  asking is the check
    except (ValueError, IndexError):
        raise NotADate from None
    return when


def might_be_before(one: When, other: When) -> bool:
    """Whether the first could have come before the second, as far as either is known."""
    return one.first_day <= other.last_day


def _two(number: int | None) -> str:
    return "" if number is None else f"{number:02}"
