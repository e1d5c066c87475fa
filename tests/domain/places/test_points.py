import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.places.points import NotOnEarth, Point, distance_km

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


def test_lands_end_to_john_o_groats_is_what_veness_prints():
    """C. Veness, "Calculate distance and bearing between two points", movable-type.co.uk:
    50 03 59 N 005 42 53 W to 58 38 38 N 003 04 12 W is 968.9 km on a sphere of 6,371 km."""
    lands_end = Point(50 + 3 / 60 + 59 / 3600, -(5 + 42 / 60 + 53 / 3600))
    john_o_groats = Point(58 + 38 / 60 + 38 / 3600, -(3 + 4 / 60 + 12 / 3600))
    assert distance_km(lands_end, john_o_groats) == pytest.approx(968.9, abs=0.05)


def test_half_way_round_is_half_the_girth():
    assert distance_km(Point(0, 0), Point(0, 180)) == pytest.approx(20_015.1, abs=0.1)


@given(points, points)
def test_there_and_back_is_the_same(a, b):
    assert distance_km(a, b) == pytest.approx(distance_km(b, a))
    assert 0 <= distance_km(a, b) <= 20_015.2


@given(points)
def test_nothing_is_away_from_itself(point):
    assert distance_km(point, point) == 0


@pytest.mark.parametrize(("latitude", "longitude"), [(90.1, 0), (0, 180.5), (-91, 0)])
def test_what_is_not_on_earth_is_refused(latitude, longitude):
    with pytest.raises(NotOnEarth):
        Point(latitude, longitude)
