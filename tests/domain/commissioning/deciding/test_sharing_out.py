"""Sharing out the reading and the pot."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counterpoint.domain.commissioning.deciding.allocation import (
    Allocating,
    NotEnoughAssessors,
    Reader,
    allocated,
    loads,
)
from counterpoint.domain.commissioning.deciding.awards import (
    Bid,
    OverThePot,
    alternatives,
    by_rank,
    check_within,
)

SIX = tuple(Reader(n, has_lived_experience=n == 6) for n in range(1, 7))


class TestAllocation:
    def test_120_applications_by_six_with_two_readers_each(self):
        """Job C11: forty each, and nobody reads one application twice."""
        made = allocated(Allocating(range(120), SIX))
        assert set(loads(made).values()) == {40}
        assert all(len(set(readers)) == 2 for readers in made.values())

    def test_an_interest_bars_and_the_rest_is_balanced(self):
        barred = {(n, 1) for n in range(12)}
        made = allocated(Allocating(range(12), SIX[:3], barred=barred))
        assert all(readers == (2, 3) for readers in made.values())

    def test_lived_experience_reads_every_application_where_it_is_asked_for(self):
        made = allocated(Allocating(range(5), SIX, lived_each=1))
        assert all(6 in readers for readers in made.values())

    def test_what_has_begun_stays(self):
        made = allocated(Allocating(range(3), SIX[:3], kept={(0, 1), (1, 1), (2, 1)}))
        assert all(1 in readers for readers in made.values())

    @pytest.mark.parametrize(
        "asked",
        [
            Allocating([1], SIX[:1]),
            Allocating([1], SIX[:2], barred={(1, 2)}),
            Allocating([1], SIX[:3], lived_each=1),
        ],
    )
    def test_too_few_are_said_to_be_too_few(self, asked):
        with pytest.raises(NotEnoughAssessors):
            allocated(asked)

    def test_nothing_to_read(self):
        assert allocated(Allocating([], SIX)) == {}

    @settings(max_examples=25)
    @given(st.sets(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=6))
    def test_the_largest_load_is_as_small_as_can_be(self, barred):
        """A plain twin tries every way to give four applications two of four readers."""
        readers, applications = SIX[:4], range(4)
        ways = [
            [
                pair
                for pair in combinations((1, 2, 3, 4), 2)
                if not any((one, reader) in barred for reader in pair)
            ]
            for one in applications
        ]
        assume(all(ways))
        best = min(_largest(ways, [], 0))
        made = allocated(Allocating(applications, readers, barred=barred))
        assert max(loads(made).values()) == best


def _largest(ways, chosen, n):
    if n == len(ways):
        read = [reader for pair in chosen for reader in pair]
        yield max(read.count(reader) for reader in set(read))
        return
    for pair in ways[n]:
        yield from _largest(ways, [*chosen, pair], n + 1)


def bid(number, asks, *, place=None, least=None, may=True):
    return Bid(
        number,
        place or number,
        Decimal(100 - number),
        Decimal(asks),
        Decimal(least) if least else None,
        may,
    )


class TestAwards:
    def test_down_the_ranking_until_the_pot_does_not_hold_the_next(self):
        made = by_rank([bid(1, 60), bid(2, 50), bid(3, 30)], Decimal(100))
        assert [(one.application, one.amount) for one in made.awards] == [(1, 60)]
        assert made.reserves == (2, 3)
        assert made.left == 40

    def test_alternatives_pass_over_or_offer_a_part(self):
        others = alternatives([bid(1, 60), bid(2, 50, least=35), bid(3, 30)], Decimal(100))
        over, part = others["passing-over"], others["with-a-part"]
        assert [one.application for one in over.awards] == [1, 3]
        assert [(one.application, one.amount, one.is_part) for one in part.awards] == [
            (1, 60, False),
            (2, 40, True),
        ]
        assert part.left == 0

    def test_there_is_no_alternative_where_everything_fits(self):
        assert alternatives([bid(1, 60), bid(2, 40)], Decimal(100)) == {}

    def test_one_below_a_minimum_is_neither_awarded_nor_held_in_reserve(self):
        made = by_rank([bid(1, 60, may=False), bid(2, 40)], Decimal(100))
        assert [one.application for one in made.awards] == [2]
        assert made.reserves == ()

    def test_a_penny_over_the_pot_is_over(self):
        check_within([Decimal(60), Decimal(40)], Decimal(100))
        with pytest.raises(OverThePot, match=r"£0\.01 too much"):
            check_within([Decimal("60.01"), Decimal(40)], Decimal(100))

    @given(st.lists(st.integers(1, 50), max_size=12), st.integers(1, 200))
    def test_no_set_ever_exceeds_the_pot(self, asked, pot):
        bids = [bid(n, amount, least=max(amount // 2, 1)) for n, amount in enumerate(asked, 1)]
        for made in (by_rank(bids, Decimal(pot)), *alternatives(bids, Decimal(pot)).values()):
            assert made.total <= pot
            given_to = {one.application for one in made.awards} | set(made.reserves)
            assert given_to == {one.application for one in bids}
