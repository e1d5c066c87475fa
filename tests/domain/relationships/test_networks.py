"""Two networks whose measures are published, then what must hold for any network.

Zachary's karate club: 0.4198 is the highest modularity there is (Brandes and others, 2008). Marriages
of Florentine families after Padgett: the Medici stand between 0.522 of all pairs.
"""

import csv
from collections import deque
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.relationships.communities import communities, modularity
from counterpoint.domain.relationships.measures import betweenness, constraint
from counterpoint.domain.relationships.ties import Tie, by_then, neighbours, strengths

FILES = Path(__file__).resolve().parents[2] / "files" / "networks"
FLORENCE = (
    "Acciaiuoli-Medici Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori "
    "Medici-Barbadori Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati "
    "Salviati-Pazzi Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi Strozzi-Bischeri "
    "Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni "
    "Bischeri-Guadagni Guadagni-Lamberteschi"
)


def near(pairs):
    return neighbours(strengths(Tie(one, other, "programme", None) for one, other in pairs))


@pytest.fixture(scope="module")
def florence():
    return near(pair.split("-") for pair in FLORENCE.split())


@pytest.fixture(scope="module")
def karate():
    with (FILES / "karate.csv").open(encoding="utf-8", newline="") as file:
        return near((row["source"], row["target"]) for row in csv.DictReader(file))


def test_the_karate_club_has_the_published_modularity(karate):
    groups = communities(karate)
    assert len(karate) == 34
    assert modularity(karate, groups) == pytest.approx(0.4198, abs=0.00005)
    assert set(groups.values()) == {0, 1, 2, 3}


def test_the_medici_stand_between_the_others(florence):
    found = betweenness(florence)
    assert found["Medici"] == pytest.approx(0.522, abs=0.0005)
    assert max(found, key=found.__getitem__) == "Medici"


def test_constraint_is_one_for_a_single_contact_and_low_for_a_broker(florence):
    found = constraint(florence)
    assert found["Pazzi"] == 1.0
    assert min(found, key=found.__getitem__) == "Medici"
    # Four contacts who do not know one another: four times a quarter squared.
    assert constraint(near([("hub", name) for name in "abcd"]))["hub"] == pytest.approx(0.25)
    # A triangle: each half of the ties, and half of those again through the third.
    assert constraint(near(["ab", "bc", "ca"]))["a"] == pytest.approx(2 * 0.75**2)


def test_the_same_network_always_has_the_same_groups(karate):
    backwards = dict(reversed(karate.items()))
    assert communities(karate, 3) == communities(backwards, 3)


def test_what_happened_later_or_at_no_known_time_is_left_out():
    ties = [
        Tie("a", "b", "award", date(2014, 5, 1)),
        Tie("b", "a", "programme", date(2016, 1, 1)),
        Tie("a", "c", "programme", None),
        Tie("a", "a", "award", date(2014, 1, 1)),
    ]
    assert strengths(by_then(ties, date(2014, 5, 1))) == {("a", "b"): 1}
    assert strengths(by_then(ties, date(2020, 1, 1))) == {("a", "b"): 2}


networks = st.sets(st.sampled_from(sorted(combinations("abcdefgh", 2))), min_size=1).map(near)


@given(networks)
def test_betweenness_is_what_counting_shortest_ways_gives(network):
    assert betweenness(network) == pytest.approx(_counted(network))


@given(networks)
def test_the_groups_are_at_least_as_good_as_one_or_as_none(network):
    reached = modularity(network, communities(network, 3))
    assert reached >= -1e-9
    alone = {name: number for number, name in enumerate(network)}
    assert reached >= modularity(network, alone) - 1e-9


def _counted(network):
    """The slow twin: for each pair all shortest ways, one by one."""
    between = dict.fromkeys(network, 0.0)
    for start, end in combinations(sorted(network), 2):
        ways = _shortest(network, start, end)
        for way in ways:
            for name in way[1:-1]:
                between[name] += 1 / len(ways)
    pairs = (len(network) - 1) * (len(network) - 2) / 2
    return {name: count / pairs if pairs else 0.0 for name, count in between.items()}


def _shortest(network, start, end):
    found, queue = [], deque([[start]])
    while queue:
        way = queue.popleft()
        if found and len(way) > len(found[0]):
            break
        if way[-1] == end:
            found.append(way)
        queue.extend([*way, to] for to in network[way[-1]] if to not in way)
    return found
