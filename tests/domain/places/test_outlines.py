"""Two unit squares side by side, and an island; arc 0 is the border that the squares share.

(0,1)---(1,1)---(2,1)      (4,1)-(5,1)
  |  a    |   b   |          | c  |
(0,0)---(1,0)---(2,0)      (4,0)-(5,0)
"""

from itertools import pairwise

import pytest

from counterpoint.domain.places.outlines import Topology, as_geojson, is_inside, middle
from counterpoint.domain.places.points import Point

DOCUMENT = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[1, 0], [0, 1]],
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
        [[4, 0], [1, 0], [0, 1], [-1, 0], [0, -1]],
    ],
    "objects": {
        "districts": {
            "type": "GeometryCollection",
            "geometries": [
                {"id": "a", "type": "Polygon", "arcs": [[0, 1]]},
                {"id": "b", "type": "MultiPolygon", "arcs": [[[2, -1]]]},
                {"id": "c", "type": "Polygon", "arcs": [[3]]},
            ],
        }
    },
}


@pytest.fixture
def topology():
    return Topology(DOCUMENT)


def corners(ring):
    return {tuple(position) for position in ring}


def test_an_outline_is_its_arcs_one_after_the_other(topology):
    (ring,) = topology.outline("a")
    assert ring[0] == ring[-1]
    assert corners(ring) == {(0, 0), (1, 0), (1, 1), (0, 1)}


def test_a_shared_border_is_not_in_the_outline_of_both(topology):
    (ring,) = topology.together(["a", "b"])
    assert ring[0] == ring[-1]
    assert len(ring) == 7
    assert corners(ring) == {(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)}


def test_what_does_not_touch_stays_apart(topology):
    assert len(topology.together(["a", "c"])) == 2


def test_the_middle_of_a_square_is_its_middle(topology):
    assert middle(topology.outline("a")) == Point(0.5, 0.5)
    assert middle(topology.together(["a", "b"])) == Point(0.5, 1.0)
    assert middle([]) is None


def test_inside_is_inside(topology):
    (ring,) = topology.outline("a")
    assert is_inside([0.5, 0.5], ring)
    assert not is_inside([1.5, 0.5], ring)


def test_land_runs_against_the_clock_and_holes_with_it():
    """RFC 7946, section 3.1.6."""
    land = [[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]  # given the wrong way round
    hole = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]
    island = [[20, 0], [20, 1], [21, 1], [21, 0], [20, 0]]
    shape = as_geojson([island, land, hole])
    assert shape["type"] == "MultiPolygon"
    assert sorted(len(polygon) for polygon in shape["coordinates"]) == [1, 2]
    for polygon in shape["coordinates"]:
        for index, ring in enumerate(polygon):
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
            assert (area > 0) == (index == 0)


def test_nothing_is_an_empty_shape():
    assert as_geojson([]) == {"type": "MultiPolygon", "coordinates": []}
