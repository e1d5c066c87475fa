"""A grant as the standard wants it, from one that means the same in other words.

Real files say Y for Yes, 31/03/2015 for 2015-03-31 and "1,000" for 1000. What can be read without
a doubt is repaired and remarked on; what cannot is left for the reader to refuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterpoint.domain.interchange.faults import (
    AMOUNT_AS_TEXT,
    DATE_NOT_ISO,
    READ_AS_YES_OR_NO,
)
from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.values.answers import read_yes_or_no
from counterpoint.domain.interchange.values.dates import is_year_first, read_date
from counterpoint.domain.interchange.values.money import read_amount

AMOUNTS = ("amountAwarded", "amountAppliedFor", "amountDisbursed")
LISTS_WITH_DATES = ("plannedDates", "actualDates")
DAYS = ("startDate", "endDate")
# Keys in capitals and with blanks that older converters left beside the standard's own.
STRAY = {"Open Call?": "fromOpenCall"}


def repair(
    grant: dict[str, Any], reading: RowReading, *, texts_are_normal: bool
) -> dict[str, Any]:
    """The same dictionary, mended in place. A spreadsheet in text form holds no numbers to ask for."""
    for stray, name in STRAY.items():
        if stray in grant:
            grant.setdefault(name, grant.pop(stray))
    _amounts(grant, reading, texts_are_normal)
    _answer(grant, reading)
    for holder, name in _holders_of_dates(grant):
        _date(holder, name, reading, texts_are_normal)
    return grant


def _amounts(grant: dict[str, Any], reading: RowReading, texts_are_normal: bool) -> None:
    for name in AMOUNTS:
        value = grant.get(name)
        if not isinstance(value, str):
            continue
        try:
            amount = read_amount(value)
        except ValueRefused as no:
            if name != "amountAwarded":
                reading.warn(no.fault, name, no.value)
                del grant[name]
            continue
        if amount is None:
            del grant[name]
            continue
        grant[name] = amount
        if not texts_are_normal:
            reading.warn(AMOUNT_AS_TEXT, name, value, read=str(amount))


def _answer(grant: dict[str, Any], reading: RowReading) -> None:
    value = grant.get("fromOpenCall")
    if value is None or value in ("Yes", "No"):
        return
    try:
        answer = read_yes_or_no(value)
    except ValueRefused as no:
        reading.warn(no.fault, "fromOpenCall", no.value)
        answer = None
    if answer is None:
        del grant["fromOpenCall"]
        return
    grant["fromOpenCall"] = "Yes" if answer else "No"
    reading.warn(READ_AS_YES_OR_NO, "fromOpenCall", value, read=grant["fromOpenCall"])


def _holders_of_dates(grant: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    yield grant, "awardDate"
    yield grant, "dateModified"
    for name in LISTS_WITH_DATES:
        periods = grant.get(name)
        if isinstance(periods, list):
            for period in periods:
                if isinstance(period, dict):
                    yield from ((period, day) for day in DAYS)


def _date(
    holder: dict[str, Any], name: str, reading: RowReading, texts_are_normal: bool
) -> None:
    value = holder.get(name)
    if value is None or (
        is_year_first(value) and (name != "dateModified" or "T" in str(value))
    ):
        return
    try:
        day = read_date(value)
    except ValueRefused as no:
        reading.warn(no.fault, name, no.value)
        day = None
    if day is None:
        del holder[name]
        return
    written = value if isinstance(value, str) else ""
    holder[name] = (
        f"{day.isoformat()}T00:00:00Z" if name == "dateModified" else day.isoformat()
    )
    if written and not is_year_first(written):
        reading.warn(DATE_NOT_ISO, name, written, read=day.isoformat())


def first(values: object) -> Mapping[str, Any]:
    """The first object of a list that may be missing or something else."""
    if isinstance(values, list) and values and isinstance(values[0], dict):
        return values[0]
    return {}
