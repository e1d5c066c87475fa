"""Figures as people write them in an address or a box: £35,000, 12.5, 1 200."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LARGEST = Decimal("1e9")
PLACES = Decimal("0.01")

NOT_A_FIGURE = _("Write a figure, for instance 1,250 or 12.5.")
NEGATIVE = _("Write nothing below zero.")
TOO_LARGE = _("That is more than this page counts with.")


@dataclass(frozen=True)
class Figure:
    """What was written, and what it counts as: one of `value` and `problem`, or neither."""

    written: str = ""
    value: Decimal | None = None
    problem: str | Promise = ""


def figure(written: str) -> Figure:
    words = written.strip()[:40]
    if not words:
        return Figure()
    try:
        value = Decimal(words.replace("£", "").replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return Figure(words, problem=NOT_A_FIGURE)
    if not value.is_finite():
        return Figure(words, problem=NOT_A_FIGURE)
    if value < 0:
        return Figure(words, problem=NEGATIVE)
    if value > LARGEST:
        return Figure(words, problem=TOO_LARGE)
    return Figure(words, value.quantize(PLACES))
