import pytest

from counterpoint.apps.places.models import Place, Postcode
from counterpoint.apps.places.queries import Outcome, locate
from counterpoint.domain.places.points import Point

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Thanet", "E07000114"),
        ("near Margate", "town.margate.E07000114"),
        ("E07000112", "E07000112"),
        ("e07000888", "E07000112"),
        ("NHS Kent and Medway ICB", "E54000032"),
        ("Shepway", "E07000112"),
        ("CT9", "E07000114"),
        ("Richmond, Thanet", "town.richmond.E07000114"),
    ],
)
def test_a_name_a_code_or_half_a_postcode_leads_to_its_place(words, code):
    located = locate(words)
    assert located.is_found
    assert (located.code, located.says) == (code, "")


def test_a_slip_is_taken_for_what_it_means_and_said():
    located = locate("Thannet")
    assert located.code == "E07000114"
    assert located.says == "We do not know “Thannet” and took it to mean Thanet."


def test_several_places_of_one_name_are_asked_about():
    located = locate("Richmond")
    assert located.outcome is Outcome.AMBIGUOUS
    assert located.says == "There is more than one Richmond. Which one do you mean?"
    assert [choice.within for choice in located.choices] == ["Dover", "Thanet"]


def test_an_unknown_place_is_explained_with_what_it_may_be():
    located = locate("Margit")
    assert located.outcome is Outcome.UNKNOWN
    assert located.says.startswith("We do not know a place called “Margit”.")
    assert [choice.name for choice in located.choices] == ["Margate"]


def test_an_unknown_place_like_no_other_gets_advice():
    located = locate("Xyzzy")
    assert located.choices == ()
    assert "the name of a town, a council area or a county, or a postcode" in located.says


def test_a_place_that_has_ended_is_found_and_what_followed_it_is_said():
    located = locate("NHS Thanet CCG")
    assert located.code == "GB-NHS-10E"
    assert located.says == (
        "NHS Thanet CCG was there until 2020; what followed it: "
        "NHS Kent and Medway Integrated Care Board."
    )


def test_online_is_no_place_and_no_fault():
    located = locate("online")
    assert (located.is_found, located.is_online, located.place) == (True, True, None)


def test_nothing_is_nothing():
    assert locate("  ").outcome is Outcome.EMPTY


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("CTO 1XX", "“CTO 1XX” is not a postcode: it has the letter O where the figure 0 belongs. Did you mean CT0 1XX?"),
        ("CT9 1X", "“CT9 1X” is not a postcode: its second half must be a figure and two letters."),
        ("AB10 1AA", "There is no postcode that begins with AB10."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_postcode_is_said(words, says):
    located = locate(words)
    assert located.outcome is Outcome.UNKNOWN
    assert located.says == says


class TestWholePostcodes:
    def test_without_the_directory_the_middle_of_the_first_half_is_meant(self):
        located = locate("ct9 1xx")
        assert located.point == Point(51.383, 1.3906)
        assert located.says == "Distances are from the middle of CT9."

    def test_with_the_directory_the_postcode_itself_is_meant(self):
        thanet = Place.objects.get(code="E07000114")
        Postcode.objects.create(code="CT91XX", latitude=51.39, longitude=1.38, district=thanet)
        located = locate("CT9 1XX")
        assert (located.code, located.point, located.says) == (
            "E07000114",
            Point(51.39, 1.38),
            "",
        )

    def test_one_that_the_directory_lacks_is_told(self):
        Postcode.objects.create(code="CT91XX", latitude=51.39, longitude=1.38)
        says = locate("CT9 9ZZ").says
        assert (
            says == "We do not know CT9 9ZZ itself, so distances are from the middle of CT9."
        )

    def test_one_that_has_ended_is_told(self):
        Postcode.objects.create(
            code="CT91XX", latitude=51.39, longitude=1.38, ended_on="1996-06-01"
        )
        says = locate("CT9 1XX").says
        assert says == "The postcode CT9 1XX was ended in 1996; this is where it was."
