"""What must hold of the tables that come with the product."""

from collections import Counter, defaultdict
from datetime import date

import pytest
import yaml

from counterpoint.apps.places.files import FOLDER, NAMES, NoPlaceFiles, PlaceFiles, town_code
from counterpoint.domain.places.containment import Containment
from counterpoint.domain.places.gazetteer import Gazetteer
from counterpoint.domain.places.place import How, Kind

FILES = PlaceFiles()
BY_CODE = {place.code: place for place in FILES.places}
CONTAINMENT = Containment(FILES.places, FILES.links)
TODAY = date(2026, 11, 2)


def codes(kind, day=TODAY):
    return {
        place.code for place in FILES.places if place.kind is kind and place.existed_on(day)
    }


def test_nothing_but_the_tables_lies_in_the_folder():
    assert {path.name for path in FOLDER.iterdir()} == set(NAMES)


def test_shapes_and_tables_stay_small():
    assert (FOLDER / "outlines.topojson.gz").stat().st_size < 100_000
    assert sum((FOLDER / name).stat().st_size for name in NAMES) < 600_000


def test_no_code_is_there_twice_and_every_holder_is_there():
    assert len(BY_CODE) == len(FILES.places)
    for place in FILES.places:
        assert place.parent is None or place.parent in BY_CODE, place
        assert len(place.code) <= 40
        assert place.source


def test_links_lead_from_place_to_place():
    for link in FILES.links:
        assert link.place in BY_CODE
        assert link.other in BY_CODE
        if link.how is How.OVERLAPS:
            assert 0 < link.share <= 1, link
        else:
            assert BY_CODE[link.place].has_ended, link


def test_numbers_are_those_that_the_publishers_give():
    """ONS: 361 districts and 9 regions in 2024, 42 boards until and 36 from April 2026; the
    Organisation Data Service: 211 groups in 2013, 106 in 2022; Wales 7 and Scotland 14 boards."""
    assert len(codes(Kind.DISTRICT)) == 361
    assert len(codes(Kind.REGION)) == 9
    english = {code for code in codes(Kind.BOARD) if code.startswith("E54")}
    assert len(english) == 36
    assert len({c for c in codes(Kind.BOARD, date(2025, 1, 1)) if c.startswith("E54")}) == 42
    assert Counter(code[0] for code in codes(Kind.BOARD)) == {"E": 36, "W": 7, "S": 14}
    assert len(codes(Kind.CCG, date(2013, 4, 1))) == 211
    assert len(codes(Kind.CCG, date(2022, 6, 30))) == 106
    assert len(codes(Kind.AUTHORITY)) == 15


@pytest.mark.parametrize("day", [date(2025, 1, 1), TODAY])
def test_each_district_lies_wholly_in_boards_of_the_day(day):
    shares = defaultdict(float)
    for link in FILES.links:
        other = BY_CODE[link.other]
        if link.how is How.OVERLAPS and other.kind is Kind.BOARD and other.existed_on(day):
            shares[link.place] += link.share
    with_boards = {code for code in codes(Kind.DISTRICT) if code[0] in "EWS"}
    assert set(shares) == with_boards
    for code, share in shares.items():
        assert share == pytest.approx(1, abs=0.001), BY_CODE[code].name


def test_every_district_has_an_outline_and_a_middle_in_or_near_it():
    assert set(FILES.topology.codes) == codes(Kind.DISTRICT)
    for code in FILES.topology.codes:
        assert BY_CODE[code].point is not None


def test_what_has_ended_was_followed_by_something():
    followed = {link.place for link in FILES.links if link.how is How.SUCCEEDED_BY}
    ended = {place.code for place in FILES.places if place.has_ended}
    assert ended == followed


def test_e20_is_in_newham():
    (area,) = [area for area in FILES.postcode_areas if area.code == "E20"]
    assert BY_CODE[area.district].name == "Newham"


def test_every_source_is_described_and_used():
    about = yaml.safe_load((FOLDER / "SOURCES.yaml").read_text(encoding="utf-8"))
    assert set().union(*about["files"].values()) == set(about["sources"])
    for key, source in about["sources"].items():
        assert {"title", "publisher", "licence", "date", "derived"} <= set(source), key
    for correction in about["corrections"]:
        assert set(correction) == {"what", "was", "now", "reason"}


def test_a_group_of_2016_shows_in_the_board_of_today():
    holders = {BY_CODE[code].name for code in CONTAINMENT.ancestors("GB-NHS-10E", TODAY)}
    assert "NHS Kent and Medway Integrated Care Board" in holders


def test_slough_went_from_frimley_to_thames_valley_alone():
    def boards(day):
        holders = (BY_CODE[code] for code in CONTAINMENT.ancestors("E06000039", day))
        return {holder.name for holder in holders if holder.kind is Kind.BOARD}

    assert boards(date(2026, 3, 31)) == {"NHS Frimley Integrated Care Board"}
    assert boards(date(2026, 4, 1)) == {"NHS Thames Valley Integrated Care Board"}


def test_a_town_has_a_code_made_of_its_name_and_its_district():
    assert town_code("King's Lynn", "E07000146") == "town.kings-lynn.E07000146"
    assert town_code("St. Ives", "E06000052") == "town.st-ives.E06000052"


def test_a_missing_table_is_told_by_name(tmp_path):
    with pytest.raises(NoPlaceFiles, match=r"places\.csv"):
        len(PlaceFiles(tmp_path).places)


class TestReading:
    """Sentences that go wrong easily, read with all of the names."""

    KNOWN = Gazetteer(
        FILES.places, CONTAINMENT, {area.code: area for area in FILES.postcode_areas}
    )

    @pytest.mark.parametrize(
        ("text", "certain"),
        [
            ("reduce loneliness among over-65s living alone in Thanet", ["Thanet"]),
            ("six districts: Dartford, Gravesham, Swale, Maidstone, Thanet and Shepway",
             ["Dartford", "Gravesham", "Swale", "Maidstone", "Thanet", "Folkestone and Hythe"]),
            ("NHS Gloucestershire CCG", ["NHS Gloucestershire CCG"]),
            ("Torbay, York, Birmingham, Manchester and Derby",
             ["Torbay", "York", "Birmingham", "Manchester", "Derby"]),
            ("arts on prescription in Brixton and Moss Side", ["Brixton", "Moss Side"]),
            ("Cyngor Sir Ddinbych a Chaerdydd: celfyddydau yn Abertawe",
             ["Denbighshire", "Swansea"]),
            ("the Isle of Wight and Hull", ["Isle of Wight", "Kingston upon Hull"]),
            ("March for Hope: a reading deal for street dance", []),
            ("We will settle on a date and sale price over the box office", []),
        ],
    )  # fmt: skip
    def test_certain_places(self, text, certain):
        assert [mention.name for mention in self.KNOWN.read(text).certain] == certain

    @pytest.mark.parametrize(
        "name", ["Newport", "Richmond", "Ashford", "Newcastle", "Wellington"]
    )
    def test_names_with_several_places_are_asked_about(self, name):
        (mention,) = self.KNOWN.read(f"a choir in {name}").mentions
        assert not mention.is_certain
        assert mention.alternatives
