"""Somebody tries to find a withheld number: from totals, from two filters, from two dates."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from counterpoint.domain.outcomes.disclosure import (
    SMALLEST_SHOWN,
    Release,
    may_show,
    rounded,
    suppressed,
    suppressed_table,
    total,
)


def recovered(shown, row_totals, column_totals):
    """Withheld cells whose value the totals leave no choice about, by linear programming."""
    hidden = [cell for cell, count in shown.items() if count is None]
    equations, sums = [], []
    for side, totals in ((0, row_totals), (1, column_totals)):
        for name, whole in totals.items():
            equations.append([float(cell[side] == name) for cell in hidden])
            known = (n for cell, n in shown.items() if n is not None and cell[side] == name)
            sums.append(whole - sum(known))
    found = []
    for place, cell in enumerate(hidden):
        aim = np.zeros(len(hidden))
        aim[place] = 1
        ends = [
            linprog(sign * aim, A_eq=equations, b_eq=sums, bounds=(0, None)).fun * sign
            for sign in (1, -1)
        ]
        if ends[1] - ends[0] < 1e-6:
            found.append(cell)
    return found


def totals_of(counts, side):
    found = {}
    for cell, count in counts.items():
        found[cell[side]] = found.get(cell[side], 0) + count
    return found


def test_one_small_cell_takes_a_second_with_it():
    assert suppressed({"a": 4, "b": 30, "c": 12}) == {"a": None, "b": 30, "c": None}


def test_two_small_cells_that_are_together_a_small_number_take_a_third():
    assert suppressed({"a": 2, "b": 3, "c": 12, "d": 50}) == {
        "a": None,
        "b": None,
        "c": None,
        "d": 50,
    }


def test_zero_is_withheld_like_any_small_number():
    assert suppressed({"a": 0, "b": 12, "c": 40})["a"] is None


def test_nothing_is_withheld_without_need():
    assert suppressed({"a": 10, "b": 12}) == {"a": 10, "b": 12}
    assert total([4, 5]) is None
    assert total([4, 6]) == 10


def test_rounding_is_to_the_nearest_five():
    assert [rounded(n) for n in (None, 10, 12, 13, 17, 18)] == [None, 10, 10, 15, 15, 20]


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=2))
def test_no_cell_of_a_line_can_be_worked_out_from_its_total(counts):
    shown = suppressed(counts)
    hidden = [name for name, count in shown.items() if count is None]
    assert all(count is None or count >= SMALLEST_SHOWN for count in shown.values())
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(counts[name] for name in hidden) >= SMALLEST_SHOWN


def test_a_table_is_not_solved_by_its_totals():
    counts = {
        ("north", "choir"): 3,
        ("north", "dance"): 25,
        ("north", "craft"): 40,
        ("south", "choir"): 30,
        ("south", "dance"): 31,
        ("south", "craft"): 18,
        ("east", "choir"): 22,
        ("east", "dance"): 14,
        ("east", "craft"): 60,
    }
    rows, columns = totals_of(counts, 0), totals_of(counts, 1)
    naive = {cell: None if count < SMALLEST_SHOWN else count for cell, count in counts.items()}
    assert recovered(naive, rows, columns) == [("north", "choir")]  # the attack works
    assert recovered(suppressed_table(counts), rows, columns) == []


PEOPLE = frozenset(f"p{n}" for n in range(60))


def test_two_filters_cannot_be_subtracted():
    """All 60, and then all but the four who use a wheelchair: the four are the difference."""
    four = frozenset(f"p{n}" for n in range(4))
    assert may_show(PEOPLE, [])
    assert not may_show(PEOPLE - four, [Release(PEOPLE)])
    assert not may_show(four, [])


def test_two_dates_cannot_be_subtracted():
    """Last month's figure and this month's differ by the three who answered in between."""
    later = PEOPLE | {"new-1", "new-2", "new-3"}
    assert not may_show(later, [Release(PEOPLE)])
    assert may_show(PEOPLE | {f"new-{n}" for n in range(10)}, [Release(PEOPLE)])
    assert may_show(PEOPLE, [Release(PEOPLE)])
