from datetime import date

import pytest

from counterpoint.apps.history.models import Change, Entry
from counterpoint.apps.history.presenters import sentence
from counterpoint.apps.places import actions
from counterpoint.apps.places.files import PlaceFiles
from counterpoint.apps.places.models import (
    Place,
    PlaceLink,
    PlaceName,
    PostcodeDistrict,
    Release,
)
from tests.factories import places

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def test_every_row_of_the_tables_is_there(folder):
    loaded = places.load(folder)
    thanet = Place.objects.get(code="E07000114")
    assert (loaded.added, loaded.changed, loaded.release.place_count) == (15, 0, 15)
    assert thanet.parent.name == "Kent"
    assert thanet.source == "Counterpoint editors: A few places; Apache-2.0"
    assert Place.objects.get(name="Margate").code == "town.margate.E07000114"
    assert Place.objects.get(code="E07000999").valid_to == date(2019, 3, 31)
    assert PlaceName.objects.get(name="Shepway").use == PlaceName.Use.FORMER
    assert PostcodeDistrict.objects.get(code="CT9").district == thanet
    assert PlaceLink.objects.get(other__code="E54000999").share == 0.25


def test_wider_areas_get_the_line_around_their_districts_and_its_middle(folder):
    places.load(folder)
    kent = Place.objects.get(code="E10000016")
    (ring,) = kent.outline
    assert {tuple(position) for position in ring} >= {(1, 50), (4, 50), (4, 51), (1, 51)}
    assert (kent.latitude, kent.longitude) == (50.5, 2.5)


def test_a_board_is_drawn_by_the_districts_it_holds_for_the_most_part(folder):
    places.load(folder)
    (ring,) = Place.objects.get(code="E54000032").outline
    assert min(longitude for longitude, _ in ring) == 2
    assert Place.objects.get(code="E54000999").outline == []


def test_loading_again_changes_nothing(folder):
    places.load(folder)
    before = (Entry.objects.count(), Change.objects.count(), Release.objects.count())
    again = places.load(folder)
    assert again.is_nothing_new
    assert (Entry.objects.count(), Change.objects.count(), Release.objects.count()) == before


def test_loading_leaves_a_line_of_history_and_the_changed_places(folder):
    places.load(folder)
    entry = Entry.objects.get(kind="places.loaded")
    assert sentence(entry) == "The system loaded the places: 15 new, 0 changed, 15 in all"
    assert Change.objects.filter(record_type="place").count() == 15


def test_rows_follow_the_tables_but_no_place_is_lost(folder):
    places.load(folder)
    lines = [
        line.replace("Dover,E10", "Port of Dover,E10")
        for line in places.TABLES["places.csv"]
        if "Old Kent" not in line
    ]
    links = [line for line in places.TABLES["links.csv"] if "E07000999" not in line]
    names = [line for line in places.TABLES["names.csv"] if "Shepway" not in line]
    loaded = places.load(folder, places=lines, links=links, names=names)
    assert (loaded.added, loaded.changed) == (0, 1)
    assert Place.objects.get(code="E07000108").name == "Port of Dover"
    assert Place.objects.filter(code="E07000999").exists()
    assert not PlaceName.objects.filter(name="Shepway").exists()
    assert not PlaceLink.objects.filter(place__code="E07000999").exists()


def test_a_corrected_postcode_district_is_corrected(folder):
    places.load(folder)
    corrected = [
        line.replace("51.383", "51.39") for line in places.TABLES["postcode_districts.csv"]
    ]
    places.load(folder, postcode_districts=corrected)
    assert PostcodeDistrict.objects.get(code="CT9").latitude == 51.39


def test_the_tables_of_the_product_load(django_assert_max_num_queries):
    """Twelve areas of each kind would do for the rules; this is for the tables themselves."""
    with django_assert_max_num_queries(120):
        loaded = actions.load_places(by=None, at=places.AT)
    assert loaded.added == len(PlaceFiles().places)
    assert actions.load_places(by=None, at=places.AT).is_nothing_new
    drawn = Place.objects.filter(kind=Place.Kind.REGION).exclude(outline=[])
    assert drawn.count() == 9
