"""The page of value: the worked example, its range, and its assumptions in the address."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_worked_example_is_what_the_page_begins_with(visit):
    words = visit("/value/").words
    for said in ("£39,000", "from £30,000 to £48,000", "£6.5", "from £5.0 to £8.0", "£2,000"):
        assert said in words


def test_assumptions_are_taken_from_the_address_and_shown(visit):
    page = visit("/value/?people=24&cost=12000")
    assert "£78,000" in page.words
    assert "£6.5" in page.words
    field = next(x for x in page.tree.iter("input") if x.get("name") == "people")
    assert field.get("value") == "24"


def test_nothing_gained_has_no_cost_per_gain(visit):
    words = visit("/value/?change=0.3").words
    assert "nothing was gained" in words
    assert "Cost per WELLBY" not in words


def test_a_loss_is_shown_as_one(visit):
    assert "−£" in visit("/value/?change=-0.5").words


def test_what_cannot_be_is_explained_and_nothing_is_calculated(visit):
    page = visit("/value/?low=20000")
    assert "rise from low to high" in page.words
    assert "Result" not in page.words
    assert visit("/value/?people=none").errors


def test_yardsticks_stand_side_by_side_even_when_nothing_is_calculated(visit):
    for address in ("/value/", "/value/?people=none"):
        words = visit(address).words
        assert "National Institute for Health and Care Excellence" in words
        assert "£20,000–£30,000" in words


def test_the_picture_has_the_same_bars_as_its_table(visit):
    page = visit("/value/")
    drawn = [x for x in page.tree.iter() if str(x.tag).endswith("rect")]
    table = next(
        x
        for x in page.tree.iter("table")
        if "What each assumption does" in "".join(x.itertext())
    )
    assert len(drawn) == len(list(table.iter("tr"))) - 1 == 6
