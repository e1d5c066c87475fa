"""The network at two dates: who bridges, who does not, and the same as files."""

import csv
import io
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories import directory, programmes

pytestmark = pytest.mark.django_db
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def world():
    """Two localities of one programme; the library works in both, the choir in one."""
    council = directory.organisation("Example Council", roles=["commissioner"])
    for name in ("Example Town Hall", "Example City Hall", "Example Library"):
        directory.organisation(name)
    whole = programmes.programme(lead=council, starts="2013", ends="2016-06")
    town = programmes.part_programme(whole, "Example Town", starts="2013")
    city = programmes.part_programme(whole, "Example City", starts="2016")
    programmes.part_programme(whole, "Example Village")
    for part, lead in ((town, "Example Town Hall"), (city, "Example City Hall")):
        programmes.add(part, "partner", name=lead, role="lead")
        programmes.add(
            part, "partner", name="Example Library", role="partner", since=part.starts
        )
    programmes.add(town, "partner", name="Visiting Choir", role="partner", since="2015-05")
    programmes.add(town, "partner", name="Undated Band", role="partner")
    return whole


def test_it_says_what_to_do_while_nothing_is_recorded(visit):
    assert "They come from the partners of published programmes." in visit("/networks/").words


def test_two_dates_stand_side_by_side(visit, world):
    page = visit("/networks/", then=2013, now=2016)
    assert "2013 3 organisations are tied to another" in page.words
    assert "2016 6 organisations are tied to another" in page.words
    assert "Visiting Choir 0 1" in page.words
    assert "Example Library 1 2" in page.words


def test_who_joined_at_no_known_time_had_done_so_by_the_end(visit, world):
    assert "Undated Band" not in visit("/networks/", then=2013, now=2015).words
    assert "Undated Band 0 1" in visit("/networks/", then=2015, now=2016).words


def test_a_place_without_a_bridge_is_flagged(visit, world):
    words = visit("/networks/").words
    unbridged = words[words.index("Without a bridge") : words.index("Every organisation")]
    assert "Example Village" in unbridged
    assert "nobody is recorded there" in unbridged
    assert "Example Town" not in unbridged


def test_an_award_among_them_is_a_tie_and_drafts_are_not(visit, world):
    funder = world.lead
    choir = directory.organisation("Example Band")
    programmes.add(world, "partner", name="Example Band", role="member")
    directory.award(funder=funder, recipient=choir, awarded_on=date(2014, 4, 1))
    draft = programmes.programme("Draft", lead=funder, is_published=False)
    programmes.add(draft, "partner", name="Secret Society", role="partner")
    page = visit("/networks/", then=2013, now=2014)
    assert "award × 1" in page.words
    assert "Secret Society" not in page.words


def test_whoever_works_alone_is_left_out(visit, world):
    directory.freelancer("Ada Example")
    town = world.parts.get(name="Example Town")
    programmes.add(town, "partner", name="Ada Example", role="partner")
    assert "Ada Example" not in visit("/networks/").words


def test_what_has_no_date_is_counted_and_in_neither_picture(visit):
    house = directory.organisation("Example House")
    whole = programmes.programme(lead=house)
    programmes.add(whole, "partner", name="Example House", role="lead")
    programmes.add(whole, "partner", name="Example Band", role="partner")
    words = visit("/networks/").words
    assert "1 tie has no date in its sources and is in neither picture." in words


def test_a_year_that_is_none_is_refused_in_words(visit, world):
    page = visit("/networks/", then="soon", now=2016)
    assert page.errors


def test_the_files_hold_the_same_ties(client, world):
    text = b"".join(client.get("/networks/ties.csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    tree = ElementTree.fromstring(client.get("/networks/network.graphml").content)
    assert len(rows) == len(tree.findall(f".//{GRAPHML}edge")) == 6
    choir = next(row for row in rows if row["Other"] == "Visiting Choir")
    assert choir == {
        "One": "Example Town Hall",
        "Other": "Visiting Choir",
        "Kind": "programme",
        "Since": "2015-05-31",
    }


def test_it_asks_the_database_little(visit, world, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        visit("/networks/")
