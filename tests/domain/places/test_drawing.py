import re

import pytest

from counterpoint.domain.places.drawing import frame_around, path
from counterpoint.domain.places.points import Point

# One degree each way at the equator, where a degree is as long one way as the other.
SQUARE = [[[0, -0.5], [1, -0.5], [1, 0.5], [0, 0.5], [0, -0.5]]]


def test_a_square_on_the_equator_is_drawn_square():
    frame = frame_around([SQUARE], width=120, tallest=500, margin=10)
    assert frame.view_box == "0 0 120 120"
    assert path(SQUARE, frame) == "M10 110l100 0 0 -100 -100 0 0 100z"


def test_degrees_of_longitude_are_drawn_narrower_in_the_north():
    """At 60 degrees a degree of longitude is half as long as one of latitude."""
    north = [[[0, 59.5], [1, 59.5], [1, 60.5], [0, 60.5], [0, 59.5]]]
    frame = frame_around([north], width=1000, tallest=120, margin=10)
    assert frame.height == 120
    assert frame.width == pytest.approx(70, abs=0.5)


def test_north_is_up():
    frame = frame_around([SQUARE], width=120, tallest=500, margin=10)
    assert frame.point(Point(0.5, 0)) == (10, 10)
    assert frame.point(Point(-0.5, 1)) == (110, 110)


def test_what_cannot_be_seen_is_left_out_but_never_everything():
    speck = [[2, 0], [2.001, 0], [2.001, 0.001], [2, 0]]
    frame = frame_around([SQUARE], width=120, tallest=500)
    assert path([*SQUARE, speck], frame).count("M") == 1
    assert path([speck], frame).count("M") == 1


def test_steps_that_cannot_be_seen_are_left_out():
    ragged = [[[x / 1000, (x % 2) / 10_000] for x in range(1000)] + [[1, 0.5], [0, 0]]]
    frame = frame_around([ragged], width=120, tallest=500)
    assert len(re.findall(r"-?[\d.]+", path(ragged, frame))) < 400


def test_nothing_has_no_frame():
    assert frame_around([[]], width=100, tallest=100) is None
