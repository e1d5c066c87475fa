"""Awards within a pot: the set by rank, what else would fit, and what is left.

The set proposed goes down the ranking and stops at the first that does not fit: nobody is passed over
for being dear. Alternatives are shown beside it, with what each costs in scores, because a person may
have a reason to prefer one; the reason is then kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from counterpoint.domain.refusals import Conflict


class OverThePot(Conflict):
    sentence = "These awards come to more than the pot."


@dataclass(frozen=True, slots=True)
class Bid:
    application: int
    place: int
    score: Decimal
    asks_for: Decimal
    least: Decimal | None = None  # the smallest part that would still be of use
    may_be_awarded: bool = True


@dataclass(frozen=True, slots=True)
class Award:
    application: int
    amount: Decimal
    is_part: bool = False


@dataclass(frozen=True)
class AwardSet:
    awards: tuple[Award, ...]
    reserves: tuple[int, ...]
    pot: Decimal

    @property
    def total(self) -> Decimal:
        return sum((one.amount for one in self.awards), Decimal(0))

    @property
    def left(self) -> Decimal:
        return self.pot - self.total


def check_within(amounts: Iterable[Decimal], pot: Decimal) -> None:
    total = sum(amounts, Decimal(0))
    if total > pot:
        raise OverThePot(
            advice=f"They come to £{total:,.2f}, the pot holds £{pot:,.2f}: £{total - pot:,.2f} too much."
        )


def by_rank(bids: Sequence[Bid], pot: Decimal) -> AwardSet:
    """Down the ranking until the pot does not hold the next; the rest is the reserve list."""
    return _assembled(bids, pot, passes_over=False, takes_parts=False)


def alternatives(bids: Sequence[Bid], pot: Decimal) -> dict[str, AwardSet]:
    """Other sets that hold: one passes over what is too dear, one offers a part to the next."""
    plain = by_rank(bids, pot)
    others = {
        "passing-over": _assembled(bids, pot, passes_over=True, takes_parts=False),
        "with-a-part": _assembled(bids, pot, passes_over=False, takes_parts=True),
    }
    return {name: one for name, one in others.items() if one.awards != plain.awards}


def _assembled(
    bids: Sequence[Bid], pot: Decimal, *, passes_over: bool, takes_parts: bool
) -> AwardSet:
    left, is_full = pot, False
    awards: list[Award] = []
    reserves: list[int] = []
    for bid in sorted(bids, key=lambda one: (one.place, one.asks_for, one.application)):
        if not bid.may_be_awarded:
            continue
        fits = bid.asks_for <= left and (passes_over or not is_full)
        part = takes_parts and not is_full and bid.least is not None and bid.least <= left
        if fits:
            awards.append(Award(bid.application, bid.asks_for))
            left -= bid.asks_for
        elif part:
            awards.append(Award(bid.application, left, is_part=True))
            left, is_full = Decimal(0), True
        else:
            is_full = True
            reserves.append(bid.application)
    return AwardSet(tuple(awards), tuple(reserves), pot)
