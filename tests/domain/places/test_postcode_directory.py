from datetime import date

import pytest

from counterpoint.domain.places.points import Point
from counterpoint.domain.places.postcode_directory import (
    MalformedRow,
    NotAPostcodeDirectory,
    columns_of,
    read_row,
)

EDITIONS = {
    "2015": ["pcd", "pcds", "dointr", "doterm", "oslaua", "lat", "long"],
    "lookup": ["pcd7", "pcds", "doterm", "laua", "lat", "long"],
    "2025": ["pcd7", "pcds", "doterm", "lad24cd", "lad25cd", "icb25cd", "lat", "long"],
    "with a mark": ["\ufeffpcds", "lat", "long", "ladcd"],
}


@pytest.mark.parametrize("header", EDITIONS.values(), ids=EDITIONS)
def test_columns_of_every_edition_are_found(header):
    columns = columns_of(header)
    assert header[columns.postcode].lstrip("\ufeff") == "pcds"
    assert header[columns.latitude] == "lat"


def test_of_several_years_the_latest_district_counts():
    columns = columns_of(EDITIONS["2025"])
    assert EDITIONS["2025"][columns.district] == "lad25cd"


def test_a_file_without_the_columns_is_refused_with_what_is_missing():
    with pytest.raises(NotAPostcodeDirectory) as refused:
        columns_of(["postcode", "lat"])
    assert "pcds, long, oslaua or lad25cd" in str(refused.value)


COLUMNS = columns_of(EDITIONS["2015"])


@pytest.mark.parametrize(
    ("row", "postcode", "point", "ended"),
    [
        (
            ["", "CT9 1XX", "", "", "E07000114", "51.38", "1.38"],
            "CT91XX",
            Point(51.38, 1.38),
            None,
        ),
        (
            ["", "ct9 1xy", "", "199606", "E07000114", "51.38", "1.38"],
            "CT91XY",
            Point(51.38, 1.38),
            date(1996, 6, 1),
        ),
        (["", "GY1 1AA", "", "", "L99999999", "99.999999", "0.000000"], "GY11AA", None, None),
    ],
)
def test_a_row_is_read(row, postcode, point, ended):
    read = read_row(row, COLUMNS)
    assert (read.postcode, read.point, read.ended_on) == (postcode, point, ended)


@pytest.mark.parametrize(
    "row",
    [
        ["", "CT9 1XX", "", "", "E07000114", "north", "1.38"],
        ["", "CT9"],
        ["", "no postcode", "", "", "E07000114", "51.38", "1.38"],
        ["", "CT9 1XX", "", "19", "E07000114", "51.38", "1.38"],
    ],
)
def test_a_malformed_row_is_refused_alone(row):
    with pytest.raises(MalformedRow):
        read_row(row, COLUMNS)
