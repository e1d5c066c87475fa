import pytest

from counterpoint.apps.places import queries
from counterpoint.apps.places.models import Place
from counterpoint.apps.places.queries import Outcome

pytestmark = pytest.mark.django_db


def test_no_place_is_known_and_nothing_breaks():
    assert queries.latest_release() is None
    assert queries.locate("Thanet").outcome is Outcome.UNKNOWN
    assert queries.gazetteer().read("a choir in Thanet").mentions == ()
    assert queries.ids_within("E07000114") == ()


def test_places_made_without_a_release_are_read_as_they_stand():
    Place.objects.create(code="E07000114", name="Thanet", kind=Place.Kind.DISTRICT)
    assert queries.locate("Thanet").code == "E07000114"
    Place.objects.create(code="E07000108", name="Dover", kind=Place.Kind.DISTRICT)
    assert queries.locate("Dover").code == "E07000108"
