"""Kinds of money. A programme's budget, a ceiling and a contract's value are not one sum.

The arts never received what a contract for a whole service was worth, and a ceiling is not spent
at all: lists that add such sums print a large number that nobody ever paid.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from counterpoint.domain.refusals import Invalid


class KindsDoNotAdd(Invalid):
    def __init__(self, one: Any, other: Any) -> None:
        super().__init__(
            f"{_named(one)} and {_named(other)} are different kinds of money.",
            "Show them side by side; their sum means nothing.",
        )


@dataclass(frozen=True, order=False)
class Money:
    """Abstract: a sum is always of a kind. Only sums of one kind and currency add."""

    amount: Decimal
    currency: str = "GBP"

    def __post_init__(self) -> None:
        if type(self) is Money:
            raise TypeError("Say which kind of money it is.")
        if not isinstance(self.amount, Decimal):
            raise TypeError("Money is Decimal.")

    def __add__(self, other: Self) -> Self:
        if type(other) is not type(self) or other.currency != self.currency:
            raise KindsDoNotAdd(self, other)
        return type(self)(self.amount + other.amount, self.currency)

    def __radd__(self, other: int | Self) -> Self:
        """`sum` begins with the number 0, which is the only number that adds to money."""
        if other == 0:
            return self
        raise KindsDoNotAdd(other, self)


class ProgrammeBudget(Money):
    """What a funder gives a programme to run on."""


class Ceiling(Money):
    """The most that may be spent; nothing has been."""


class ContractValue(Money):
    """What a whole contract is worth, whoever delivers it."""


class ArtsShare(Money):
    """The part of a contract that pays for arts and culture."""


class Payment(Money):
    """What was paid."""


NAMES = {
    ProgrammeBudget: "A programme budget",
    Ceiling: "a ceiling",
    ContractValue: "a contract value",
    ArtsShare: "an arts share",
    Payment: "a payment",
}


def _named(one: Any) -> str:
    name = NAMES.get(type(one), f"“{one}”")
    return f"{name} in {one.currency}" if isinstance(one, Money) else name
