"""The smallest groups of providers that together cover what a need asks.

Each is found by integer programming (HiGHS, through SciPy), the price only once coverage and size
are settled, so that a later aim never spoils an earlier one:

    1  as few requirements as possible stay uncovered
    2  as few partners as possible, because setting up a consortium costs time
    3  as low a price as possible

The next best is found by forbidding those before it. Of a pool found in this way, groups that
leave as much uncovered and are as small as each other are put in the order of their prior ties.
Maximising the ties among all groups is another, quadratic problem: as a further aim it took the
solver up to half a minute for 300 candidates, where the pool takes about a second.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

CAPACITY = "capacity"  # the requirement that all partners meet together
MOST_PARTNERS = 6
POOL = 5

Pair: TypeAlias = frozenset[str]
Vector: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Partner:
    key: str
    meets: frozenset[str]
    capacity: int | None = None  # None: not said, so nothing can be counted on
    price: Decimal | None = None


@dataclass(frozen=True)
class Search:
    """What is looked for, among whom. `people` makes capacity a requirement of its own."""

    requirements: tuple[str, ...]
    partners: tuple[Partner, ...]
    people: int | None = None
    budget: Decimal | None = None
    most_partners: int = MOST_PARTNERS
    ties: Mapping[Pair, int] = field(default_factory=dict)
    apart: frozenset[Pair] = frozenset()  # may not be in one group
    included: frozenset[str] = frozenset()  # must be in it


@dataclass(frozen=True, slots=True)
class Partnership:
    partners: tuple[Partner, ...]
    uncovered: tuple[str, ...]
    tied_pairs: tuple[Pair, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(partner.key for partner in self.partners)

    @property
    def capacity(self) -> int:
        return sum(partner.capacity or 0 for partner in self.partners)

    @property
    def known_price(self) -> Decimal:
        return sum((one.price for one in self.partners if one.price is not None), Decimal(0))

    @property
    def unpriced(self) -> int:
        return sum(partner.price is None for partner in self.partners)

    def brought_by(self, partner: Partner) -> frozenset[str]:
        """What would be uncovered without this one: why it is in the group."""
        others = (one.meets for one in self.partners if one != partner)
        return partner.meets.difference(*others)


def partnerships(search: Search, most: int = 3) -> tuple[Partnership, ...]:
    """Up to `most` different groups, the best first; none that covers nothing."""
    asked = len(search.requirements) + bool(search.people)
    pool = best_first(search, max(POOL, most) if search.ties else most)
    of_use = [one for one in pool if len(one.uncovered) < asked]
    of_use.sort(key=lambda one: (*size_of(one), -len(one.tied_pairs)))
    return tuple(of_use[:most])


def size_of(group: Partnership) -> tuple[int, int]:
    return len(group.uncovered), len(group.partners)


def best_first(search: Search, most: int) -> Iterator[Partnership]:
    """By the three aims alone; none holds all the partners of one before it."""
    model = _Model(search)
    for _number in range(most):
        chosen = model.best()
        if not chosen:
            return
        yield assembled(search, chosen)
        model.forbid(chosen)


def assembled(search: Search, keys: Iterable[str]) -> Partnership:
    """The group of these keys with what it leaves uncovered."""
    wanted = frozenset(keys)
    partners = tuple(one for one in search.partners if one.key in wanted)
    met = frozenset[str]().union(*(one.meets for one in partners))
    uncovered = [code for code in search.requirements if code not in met]
    if search.people and sum(one.capacity or 0 for one in partners) < search.people:
        uncovered.append(CAPACITY)
    tied = sorted((pair for pair in search.ties if pair <= wanted), key=sorted)
    return Partnership(partners, tuple(uncovered), tuple(tied))


def counted_prices(partners: Iterable[Partner]) -> dict[str, Decimal]:
    """Whoever names no price is taken for as dear as the dearest: silence is no bargain."""
    known = list(partners)
    dearest = max((one.price for one in known if one.price is not None), default=Decimal(0))
    return {one.key: dearest if one.price is None else one.price for one in known}


class _Model:
    """Variables: one for each partner, then one for each requirement that stays uncovered."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.at = {partner.key: n for n, partner in enumerate(search.partners)}
        self.count = len(search.partners)
        self.size = self.count + len(search.requirements) + bool(search.people)
        self._rows: list[dict[int, float]] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._state_the_rules()

    def best(self) -> frozenset[str]:
        """The keys of the best group that is not forbidden, aim after aim."""
        if not self.count:
            return frozenset()
        smallest = self._solve(self._smallness())
        if smallest is None:
            return frozenset()
        begun = len(self._rows)
        # Two rows rather than the one sum: the tighter they are, the sooner the price is settled.
        partners, gaps = range(self.count), range(self.count, self.size)
        for part in (partners, gaps):
            reached = float(np.round(smallest[part.start : part.stop]).sum())
            self._add(dict.fromkeys(part, 1.0), low=reached, high=reached)
        cheapest = self._solve(self._dearness())
        del self._rows[begun:], self._low[begun:], self._high[begun:]
        answer = smallest if cheapest is None else cheapest
        return frozenset(key for key, n in self.at.items() if answer[n] > 0.5)

    def forbid(self, keys: frozenset[str]) -> None:
        """Neither this group again nor the same with somebody added."""
        self._add({self.at[key]: 1.0 for key in keys}, high=len(keys) - 1)

    def _smallness(self) -> Vector:
        """One requirement more is worth any number of partners."""
        aim = np.ones(self.size)
        aim[self.count :] = self.search.most_partners + 1
        return aim

    def _dearness(self) -> Vector:
        """In pence, so that sums are whole numbers and exact."""
        prices = counted_prices(self.search.partners)
        aim = np.zeros(self.size)
        aim[: self.count] = [float(prices[one.key] * 100) for one in self.search.partners]
        return aim

    def _state_the_rules(self) -> None:
        search = self.search
        for n, code in enumerate(search.requirements):
            meeting = {self.at[one.key]: 1.0 for one in search.partners if code in one.meets}
            self._add(meeting | {self.count + n: 1.0}, low=1)
        if search.people:
            held = {self.at[one.key]: float(one.capacity or 0) for one in search.partners}
            gap = self.count + len(search.requirements)
            self._add(held | {gap: float(search.people)}, low=search.people)
        self._add(dict.fromkeys(range(self.count), 1.0), low=1, high=search.most_partners)
        self._state_the_wishes()

    def _state_the_wishes(self) -> None:
        search = self.search
        for key in search.included & self.at.keys():
            self._add({self.at[key]: 1.0}, low=1)
        for pair in search.apart:
            if pair <= self.at.keys():
                self._add({self.at[key]: 1.0 for key in pair}, high=1)
        if search.budget is not None:
            prices = {
                self.at[one.key]: float((one.price or 0) * 100) for one in search.partners
            }
            self._add(prices, high=float(search.budget * 100))

    def _add(
        self, row: dict[int, float], *, low: float = -np.inf, high: float = np.inf
    ) -> None:
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)

    def _solve(self, aim: Vector) -> Vector | None:
        places = [(n, column) for n, row in enumerate(self._rows) for column in row]
        values = [value for row in self._rows for value in row.values()]
        shape = (len(self._rows), self.size)
        matrix = csr_matrix((values, tuple(zip(*places, strict=True))), shape=shape)
        solved = milp(
            aim,
            constraints=LinearConstraint(matrix, self._low, self._high),
            integrality=np.ones(self.size),
            bounds=Bounds(0, 1),
            options={"mip_rel_gap": 0},
        )
        return solved.x if solved.success else None
