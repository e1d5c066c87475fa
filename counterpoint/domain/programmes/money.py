"""Kinds of money, which are never added to one another.

A programme's own budget is not what commissioners spent, the value of a contract is not the arts'
share of it, and a ceiling is not spending. "Total invested in arts" is therefore a number that
cannot be made here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from counterpoint.domain.refusals import Invalid


class MoneyKind(Enum):
    BUDGET = "budget"  # what the programme itself was given
    GRANT = "grant"  # given to providers
    PURCHASE = "purchase"  # paid to providers for a service
    CEILING = "ceiling"  # the most that could be paid
    CONTRACT = "contract"  # worth of a contract in which the arts have some part
    RAISED = "raised"  # what partners say they secured


# Ceilings may never have been reached, contracts say nothing of the arts' share, and what was
# raised may be the same pounds seen from the other side: each stands alone.
ADDS_UP = frozenset({MoneyKind.BUDGET, MoneyKind.GRANT, MoneyKind.PURCHASE})


class KindsOfMoneyMixed(Invalid):
    sentence = "These are different kinds of money and cannot be added."


class DoesNotAddUp(Invalid):
    sentence = "Ceilings, contract values and money raised are shown one by one, never summed."


@dataclass(frozen=True)
class Money:
    kind: MoneyKind
    amount: Decimal
    currency: str = "GBP"

    def __add__(self, other: "Money") -> "Money":
        if (self.kind, self.currency) != (other.kind, other.currency):
            raise KindsOfMoneyMixed
        if self.kind not in ADDS_UP:
            raise DoesNotAddUp
        return Money(self.kind, self.amount + other.amount, self.currency)


def totals(lines: Iterable[Money]) -> list[Money]:
    """One for each kind that adds up and each currency, in the order of the kinds."""
    sums: dict[tuple[MoneyKind, str], Money] = {}
    for line in lines:
        if line.kind in ADDS_UP:
            key = (line.kind, line.currency)
            sums[key] = sums[key] + line if key in sums else line
    kinds = list(MoneyKind)
    return sorted(sums.values(), key=lambda sum_: (kinds.index(sum_.kind), sum_.currency))
