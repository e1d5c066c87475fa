import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.places.naming import fold, key, spoken_forms
from tests.domain.places.made import place


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Helens", "saint helens"),
        ("Ynys Môn", "ynys mon"),
        ("King’s Lynn", "Kings Lynn"),
        ("Brighton & Hove", "brighton and hove"),
        ("Stoke-on-Trent", "Stoke on Trent"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert key(one) == key(other)


@given(st.text())
def test_folding_keeps_every_position(text):
    assert len(fold(text)) == len(text)


def test_the_one_letter_that_grows_when_made_small_stays_one():
    assert fold("İstanbul and Ely") == "istanbul and ely"


def test_a_board_is_said_in_many_ways_but_never_by_one_word():
    forms = set(spoken_forms(place("b", "board", "NHS Devon Integrated Care Board")))
    assert {"NHS Devon", "NHS Devon ICB", "Devon ICS"} <= forms
    assert "Devon" not in forms


def test_a_board_of_two_counties_is_said_by_their_names():
    forms = spoken_forms(place("b", "board", "NHS Kent and Medway Integrated Care Board"))
    assert "Kent and Medway" in set(forms)


def test_other_places_have_their_name_alone():
    assert list(spoken_forms(place("t", "town", "Margate"))) == ["Margate"]
