"""Effort asked in proportion to the money: hours per £1,000, and what reporting an award bears.

The two worked cases are a grant of £5,000, for which one short return is enough, and a lot of
£35,000, which bears quarterly returns and measures. Between them the rule below draws the line at
the smaller award; it is a choice of this software, not a law.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

SMALL_AWARD = Decimal(5_000)
THOUSAND = Decimal(1_000)
# Hours per £1,000 above which the page warns. Ours to choose and the reader's to change: no source
# gives one.
USUAL_LIMIT = Decimal(2)


@dataclass(frozen=True, slots=True)
class Reporting:
    returns_each_year: int | None  # None: one, at the end
    with_measures: bool


ONE_SHORT_RETURN = Reporting(None, with_measures=False)
QUARTERLY_WITH_MEASURES = Reporting(4, with_measures=True)


def reporting_for(award: Decimal) -> Reporting:
    """The most that an award of this size bears."""
    return ONE_SHORT_RETURN if award <= SMALL_AWARD else QUARTERLY_WITH_MEASURES


def hours_per_thousand(hours: Decimal, money: Decimal) -> Decimal:
    """Hours asked of an organisation for each £1,000 it stands to get, to one decimal."""
    if money <= 0 or hours < 0:
        raise ValueError("Hours are counted against a sum of money.")
    return (hours / money * THOUSAND).quantize(Decimal("0.1"), ROUND_HALF_UP)


def is_out_of_proportion(hours: Decimal, money: Decimal, limit: Decimal = USUAL_LIMIT) -> bool:
    return hours * THOUSAND > limit * money
