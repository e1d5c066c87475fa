from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.places.containment import LEAST_SHARE, Containment
from counterpoint.domain.places.place import How, Link
from counterpoint.domain.places.points import Point
from tests.domain.places.made import place

BEFORE, AFTER = date(2025, 6, 1), date(2026, 6, 1)


@pytest.fixture
def boards():
    """One board is divided on 1 April 2026; the districts have links to old and new.

    south-east
      |-- slough -- 1.0 -> frimley (to 31 March 2026), 1.0 -> thames (from 1 April)
      |-- hart   -- 0.8 -> frimley, 0.2 -> hampshire;  1.0 -> hampshire (from 1 April)
      '-- edge   -- 0.05 -> frimley
    frimley => thames, hampshire;  group (to 2022) => frimley;  corner: parent frimley
    """
    places = [
        place("south-east", "region", "South East", at=(51.3, -0.5)),
        place("slough", "district", "Slough", "south-east", (51.51, -0.59)),
        place("hart", "district", "Hart", "south-east", (51.28, -0.9)),
        place("edge", "district", "Edge", "south-east"),
        place(
            "frimley", "board", "Frimley", "south-east", (51.4, -0.76), until=date(2026, 3, 31)
        ),
        place("thames", "board", "Thames", "south-east", since=date(2026, 4, 1)),
        place("hampshire", "board", "Hampshire", "south-east"),
        place("group", "ccg", "Group", until=date(2022, 6, 30)),
        place("corner", "sub_board", "Corner", "frimley"),
    ]
    links = [
        Link("slough", "frimley", How.OVERLAPS, 1.0),
        Link("slough", "thames", How.OVERLAPS, 1.0),
        Link("hart", "frimley", How.OVERLAPS, 0.8),
        Link("hart", "hampshire", How.OVERLAPS, 0.2),
        Link("edge", "frimley", How.OVERLAPS, 0.05),
        Link("frimley", "thames", How.SUCCEEDED_BY, on=date(2026, 4, 1)),
        Link("frimley", "hampshire", How.SUCCEEDED_BY, on=date(2026, 4, 1)),
        Link("group", "frimley", How.SUCCEEDED_BY, on=date(2022, 7, 1)),
    ]
    return Containment(places, links)


def test_a_district_lies_in_the_board_of_the_day(boards):
    assert boards.ancestors("slough", BEFORE) == {"south-east", "frimley"}
    assert boards.ancestors("slough", AFTER) == {"south-east", "thames"}


def test_without_a_day_it_lies_in_both(boards):
    assert boards.ancestors("slough") == {"south-east", "frimley", "thames"}


def test_a_group_that_has_ended_shows_in_what_followed_it(boards):
    assert boards.ancestors("group", AFTER) == {"south-east", "thames", "hampshire"}
    assert boards.ancestors("group", BEFORE) == {"south-east", "frimley", "hampshire"}


def test_part_of_a_board_that_has_ended_shows_in_what_followed_it(boards):
    assert "thames" in boards.ancestors("corner", AFTER)


def test_what_merely_overlapped_does_not_follow_a_board_that_was_divided(boards):
    """Slough went to Thames alone, though Frimley was followed by Hampshire too."""
    assert "hampshire" not in boards.ancestors("slough")


def test_a_share_counts_from_a_tenth_and_holds_from_a_half(boards):
    assert boards.shares("hart", BEFORE)["hampshire"] == pytest.approx(0.2)
    assert "hampshire" in boards.ancestors("hart", BEFORE)
    assert not boards.contains("hampshire", "hart", BEFORE)
    assert boards.contains("frimley", "hart", BEFORE)
    assert "frimley" not in boards.ancestors("edge")


def test_what_followed_is_told(boards):
    assert boards.successors("frimley") == ("thames", "hampshire")
    assert boards.successors("slough") == ()


def test_everything_holds_itself(boards):
    assert boards.contains("slough", "slough")


def test_distance_is_nothing_inside_and_from_middle_to_middle_outside(boards):
    assert boards.distance_km("slough", "south-east") == 0
    assert boards.distance_km("south-east", "slough") == 0
    assert boards.distance_km("slough", "hart") == pytest.approx(33.5, abs=0.5)


def test_a_place_without_a_middle_has_that_of_what_followed_or_holds_it(boards):
    assert boards.point_of("group") == Point(51.4, -0.76)
    assert boards.point_of("edge") == Point(51.3, -0.5)
    assert boards.point_of("nowhere") is None
    assert boards.distance_km("slough", "nowhere") is None


def test_a_circle_of_holders_comes_to_an_end():
    """No table of ours has one, but an operator's might."""
    circle = Containment([place("a", "region", "A", "b"), place("b", "region", "B", "a")])
    assert circle.ancestors("a") == {"b"}


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0.1, 1.0)), max_size=24)
)
def test_shares_are_the_best_product_along_any_way(edges):
    """The plain slow way: every path there is, one by one."""
    places = [place(str(n), "district", f"Place {n}") for n in range(8)]
    links = [Link(str(a), str(b), How.OVERLAPS, share) for a, b, share in edges]
    best = {}

    def walk(code, share, seen):
        for link in links:
            if link.place == code and link.other not in seen:
                onward = share * link.share
                best[link.other] = max(best.get(link.other, 0), onward)
                walk(link.other, onward, seen | {link.other})

    walk("0", 1.0, {"0"})
    found = Containment(places, links)
    assert found.shares("0") == pytest.approx(best)
    assert found.ancestors("0") == {
        code for code, share in best.items() if share >= LEAST_SHARE
    }
