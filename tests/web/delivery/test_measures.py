"""The pages of measures. Every page is checked by `tests/pages.py`."""

import pytest

from counterpoint.apps.delivery.queries.measures import instruments

pytestmark = pytest.mark.django_db


def test_the_list_says_what_is_ready_and_what_needs_a_licence(
    visit, django_assert_num_queries
):
    with django_assert_num_queries(1):
        page = visit("/measures/")
    assert page.heading == "Measures"
    assert page.links["ONS4: four questions on personal wellbeing"] == "/measures/ons4/"
    assert "Off until a licence is recorded" in page.words


@pytest.mark.parametrize("one", instruments(), ids=lambda one: one.code)
def test_every_measure_has_its_page(visit, one):
    page = visit(f"/measures/{one.code}/")
    assert page.heading == one.name
    assert one.licence.says in page.words


def test_swemwbs_shows_its_table_its_rules_and_no_statement(visit):
    page = visit("/measures/swemwbs/")
    assert "Raw totals are not averaged" in page.words
    assert "20 18.59" in page.words
    assert "Statement 1" in page.words
    assert "feeling" not in page.words.casefold()
    assert "NHS Health Scotland" in page.words


def test_an_unknown_measure_is_not_there(visit):
    assert "no measure by that name" in visit("/measures/nonsense/", status=404).words


def test_the_chooser_keeps_its_state_in_the_address_and_says_when_two_are_enough(visit):
    asked = "outcome=outcome.reduced-loneliness&outcome=outcome.life-satisfaction"
    page = visit(f"/measures/choose/?{asked}&minutes=2")
    assert "Two measures are enough: Direct loneliness question and ONS4" in page.words


def test_one_measure_can_be_enough(visit):
    page = visit("/measures/choose/?outcome=outcome.reduced-loneliness")
    assert "Direct loneliness question alone asks about everything" in page.words


def test_nothing_that_fits_is_said_with_what_to_do(visit):
    page = visit("/measures/choose/?outcome=outcome.life-satisfaction&age=12")
    assert "No measure here fits" in page.words


def test_a_wrong_age_is_a_form_error(visit):
    assert visit("/measures/choose/?age=many").errors
