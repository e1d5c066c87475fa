"""Lots with ceilings. Six lots of at most £35,000 make a ceiling of £210,000 in all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from counterpoint.domain.refusals import Invalid


class OverTheCeiling(Invalid):
    sentence = "The price is above the lot's ceiling."


class NoLotChosen(Invalid):
    sentence = "Choose at least one lot, and name a price for each."


@dataclass(frozen=True, slots=True)
class Lot:
    number: int
    title: str
    ceiling: Decimal | None  # None: the call does not say it


def total_ceiling(lots: Iterable[Lot]) -> Decimal:
    """Of the ceilings that are said."""
    return sum((lot.ceiling for lot in lots if lot.ceiling is not None), Decimal(0))


def check_prices(prices: Mapping[int, Decimal | None], lots: Iterable[Lot]) -> None:
    """A price for each lot that is bid for, none above its ceiling."""
    if not prices or any(not price or price <= 0 for price in prices.values()):
        raise NoLotChosen
    ceilings = {lot.number: lot for lot in lots}
    for number, price in prices.items():
        lot = ceilings[number]
        if price is not None and lot.ceiling is not None and price > lot.ceiling:
            raise OverTheCeiling(
                f"Lot {number}, {lot.title}: £{price:,.2f} is above the ceiling of £{lot.ceiling:,.2f}."
            )
