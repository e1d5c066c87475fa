from django.utils.formats import date_format
from django.utils.translation import gettext as _

from counterpoint.domain.programmes.when import read_when


def when_words(text: str) -> str:
    """As exactly as it is known: 2015, September 2015, 4 September 2015."""
    if not text:
        return ""
    when = read_when(text)
    if when.month is None:
        return str(when.year)
    return date_format(when.first_day, "j F Y" if when.day else "F Y")


def period(starts: str, ends: str) -> str:
    if starts and ends:
        return _("{start} to {end}").format(start=when_words(starts), end=when_words(ends))
    if starts:
        return _("from {start}").format(start=when_words(starts))
    return _("until {end}").format(end=when_words(ends)) if ends else ""
