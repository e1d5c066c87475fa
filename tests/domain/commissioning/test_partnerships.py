"""The smallest partnerships, against a plain twin that tries every group there is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.domain.commissioning.partnerships import (
    CAPACITY,
    Pair,
    Partner,
    Partnership,
    Search,
    assembled,
    best_first,
    counted_prices,
    partnerships,
)

D = Decimal
LONELY, OLDER, THANET, DOVER = "loneliness", "older people", "Thanet", "Dover"
NEED = (LONELY, OLDER, THANET, DOVER)

CHOIR = Partner("choir", frozenset({LONELY, THANET}), 20, D(900))
DANCE = Partner("dance", frozenset({OLDER, DOVER}), 15, D(700))
MUSEUM = Partner("museum", frozenset({LONELY, OLDER}), 30)
POTTER = Partner("potter", frozenset({THANET, DOVER}), 8, D(300))
DRAMA = Partner("drama", frozenset({LONELY}), 12, D(100))
ALL = (CHOIR, DANCE, MUSEUM, POTTER, DRAMA)


def keys(found: Iterable[Partnership]) -> list[list[str]]:
    return [sorted(one.keys) for one in found]


def test_two_who_complement_each_other_come_before_three() -> None:
    found = partnerships(Search(NEED, ALL))
    # Both pairs cover everything. The museum names no price and is taken for as dear as the
    # choir, which is the dearest; with the potter it still costs less than choir and dance.
    assert keys(found)[:2] == [["museum", "potter"], ["choir", "dance"]]
    assert found[0].uncovered == ()


def test_each_partner_is_there_for_what_nobody_else_brings() -> None:
    pair = assembled(Search(NEED, ALL), {"choir", "dance"})
    assert pair.brought_by(CHOIR) == {LONELY, THANET}
    three = assembled(Search(NEED, ALL), {"choir", "dance", "museum"})
    assert three.brought_by(CHOIR) == {THANET}


def test_what_nobody_brings_stays_uncovered_and_is_said() -> None:
    (best, *_rest) = partnerships(Search((*NEED, "sleep"), ALL))
    assert best.uncovered == ("sleep",)
    assert len(best.partners) == 2


def test_capacity_is_held_together() -> None:
    # Museum and potter hold 38 between them, choir and dance 35.
    assert keys(partnerships(Search(NEED, ALL, people=36)))[0] == ["museum", "potter"]
    without = tuple(one for one in ALL if one is not MUSEUM)
    assert keys(partnerships(Search(NEED, without, people=35)))[0] == ["choir", "dance"]
    too_many = partnerships(Search(NEED, ALL, people=500))[0]
    assert too_many.uncovered == (CAPACITY,)


def test_a_budget_rules_out_what_is_known_to_cost_more() -> None:
    assert ["choir", "dance"] in keys(partnerships(Search(NEED, ALL, budget=D(1_600))))
    assert ["choir", "dance"] not in keys(partnerships(Search(NEED, ALL, budget=D(1_599))))


def test_partners_who_were_funded_together_come_first_among_equals() -> None:
    tied = frozenset({"choir", "dance"})
    found = partnerships(Search(NEED, ALL, ties={tied: 2}))
    assert keys(found)[0] == ["choir", "dance"]
    assert found[0].tied_pairs == (tied,)


def test_those_who_must_not_meet_are_kept_apart() -> None:
    apart = frozenset({frozenset({"choir", "dance"})})
    assert ["choir", "dance"] not in keys(partnerships(Search(NEED, ALL, apart=apart)))


def test_a_partner_who_is_wanted_is_in_every_group() -> None:
    found = partnerships(Search(NEED, ALL, included=frozenset({"drama"})))
    assert found
    assert all("drama" in one.keys for one in found)


def test_no_group_is_another_with_somebody_added() -> None:
    found = partnerships(Search((LONELY,), ALL), most=9)
    assert keys(found) == [["drama"], ["choir"], ["museum"]]


def test_nobody_to_choose_from_gives_no_group() -> None:
    assert partnerships(Search(NEED, ())) == ()
    assert partnerships(Search(NEED, ALL, budget=D(0), included=frozenset({"choir"}))) == ()


codes = [f"r{n}" for n in range(5)]
partners = st.lists(
    st.builds(
        Partner,
        st.sampled_from([f"p{n}" for n in range(7)]),
        st.frozensets(st.sampled_from(codes), max_size=3),
        st.none() | st.integers(0, 20),
        st.none() | st.decimals(0, 50, places=2),
    ),
    max_size=7,
    unique_by=lambda one: one.key,
)
pairs = st.frozensets(
    st.sampled_from(
        [frozenset(pair) for pair in combinations([f"p{n}" for n in range(7)], 2)]
    ),
    max_size=4,
)
searches = st.builds(
    Search,
    requirements=st.lists(st.sampled_from(codes), max_size=5, unique=True).map(tuple),
    partners=partners.map(tuple),
    people=st.none() | st.integers(1, 40),
    budget=st.none() | st.decimals(0, 100, places=2),
    most_partners=st.integers(1, 4),
    apart=pairs,
    included=st.frozensets(st.sampled_from(["p0", "p1"]), max_size=1),
)
Worth = tuple[int, int, Decimal]


def every_group(search: Search) -> Iterator[Partnership]:
    """The twin: all groups that the rules allow, none left out."""
    present = {one.key for one in search.partners}
    for size in range(1, search.most_partners + 1):
        for chosen in combinations(sorted(present), size):
            group = assembled(search, chosen)
            if _is_allowed(group, search, present):
                yield group


def _is_allowed(group: Partnership, search: Search, present: set[str]) -> bool:
    within = search.budget is None or group.known_price <= search.budget
    together = any(pair <= group.keys for pair in search.apart)
    return within and not together and search.included & present <= group.keys


def worth(group: Partnership, search: Search) -> Worth:
    prices = counted_prices(search.partners)
    price = sum((prices[key] for key in group.keys), D(0))
    return len(group.uncovered), len(group.partners), price


@settings(max_examples=150)
@given(searches)
def test_each_group_is_the_best_that_is_left(search: Search) -> None:
    left = list(every_group(search))
    found = list(best_first(search, 3))
    for group in found:
        assert worth(group, search) == min(worth(one, search) for one in left)
        left = [one for one in left if not group.keys <= one.keys]
    assert len(found) == 3 or not left


@settings(max_examples=50)
@given(searches, pairs)
def test_ties_only_order_groups_that_are_equally_small(
    search: Search, tied: frozenset[Pair]
) -> None:
    found = partnerships(replace(search, ties=dict.fromkeys(tied, 1)))
    order = [(len(one.uncovered), len(one.partners), -len(one.tied_pairs)) for one in found]
    assert order == sorted(order)
    plain = partnerships(search)
    assert [one[:2] for one in order[:1]] == [
        (len(one.uncovered), len(one.partners)) for one in plain[:1]
    ]
