"""The public lists: what was asked is visible, can be taken off, and can be taken home."""

import csv
import io
import json
from datetime import date

import pytest

from counterpoint.apps.directory.actions import organisations, terms
from counterpoint.apps.directory.models import Organisation, OrganisationName
from counterpoint.apps.directory.queries import pages
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary.models import Concept
from tests.factories import directory

pytestmark = pytest.mark.django_db
LISTS = ("/organisations/", "/offers/", "/needs/", "/awards/")


def titles(page):
    """The headings of the cards, in their order."""
    found = (x for x in page.tree.iter("h2") if x.get("class") == "card-title")
    return ["".join(title.itertext()).strip() for title in found]


def rows_of(client, address):
    response = client.get(address)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def three(db):
    return [
        directory.organisation(name) for name in ("Anvil Arts", "Bell Tower", "Copper Choir")
    ]


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_list_says_what_to_do(visit, address):
    page = visit(address)
    assert "Nothing here fits all of that" in page.words


@pytest.mark.parametrize("address", LISTS)
def test_anything_at_all_may_be_asked(visit, address):
    asked = {
        "words": "x\x00%_'\"<script>",
        "place": "nowhere at all",
        "about": "qwertz",
        "role": "king",
        "year": "nineteen",
        "sort": "sideways",
        "page": "-7",
        "funder": "x",
        "recipient": "y",
    }
    visit(address, **asked)


def test_drafts_withdrawn_and_merged_records_are_not_listed(visit, three, at):
    directory.organisation("Draft", is_published=False)
    organisations.withdraw_organisation(organisation=three[0], by=None, at=at)
    Organisation.objects.filter(pk=three[1].pk).update(merged_into=three[2])
    assert titles(visit("/organisations/")) == ["Copper Choir"]


def test_names_are_found_by_beginning_and_middle_and_by_former_names(visit, three):
    OrganisationName.objects.create(
        organisation=three[2], name="Tin Whistles", folded_name="tin whistles", kind="former"
    )
    directory.organisation("Old Anvil")
    assert titles(visit("/organisations/", words="ANVIL")) == ["Anvil Arts", "Old Anvil"]
    assert titles(visit("/organisations/", words="whistle")) == ["Copper Choir"]


def test_the_count_and_the_chips_say_what_was_asked(visit, three):
    page = visit("/organisations/", words="anvil", role="cultural")
    assert "1 organisation" in page.words
    assert "Kind Arts or cultural organisation" in page.words
    assert page.links["Take off anvil"] == "/organisations/?role=cultural"
    assert (
        page.links["Take off Arts or cultural organisation"] == "/organisations/?words=anvil"
    )
    assert page.links["Take all off"] == "/organisations/"


def test_only_what_a_list_can_be_narrowed_by_is_shown_as_chosen(visit):
    directory.offer()
    assert "Chosen" not in visit("/offers/", role="museum").words


def test_kinds_of_organisation_are_alternatives(visit, three):
    directory.organisation("Museum", roles=["museum"])
    directory.organisation("Library", roles=["library"])
    assert titles(visit("/organisations/", role=["museum", "library"])) == [
        "Library",
        "Museum",
    ]


def test_those_with_offers_can_be_had_alone(visit, three):
    directory.offer(three[1])
    assert titles(visit("/organisations/", offers="yes")) == ["Bell Tower"]
    assert "1 offer" in visit("/organisations/").words


def test_a_wide_place_holds_what_lies_in_it(visit, three):
    places = directory.places()
    Organisation.objects.filter(pk=three[0].pk).update(place=places["Thanet"])
    Organisation.objects.filter(pk=three[1].pk).update(place=places["Isle of Wight"])
    assert titles(visit("/organisations/", place="Kent")) == ["Anvil Arts"]
    assert titles(visit("/organisations/", place="England")) == ["Anvil Arts", "Bell Tower"]
    assert titles(visit("/organisations/", place="Wales")) == []


def test_an_offer_is_in_a_place_by_lying_there_or_by_working_there(visit):
    places = directory.places()
    based = directory.offer(title="Based", place=places["Thanet"])
    working = directory.offer(title="Working")
    working.service_areas.set([places["Kent"]])
    assert set(titles(visit("/offers/", place="Thanet"))) == {"Based", "Working"}
    assert set(titles(visit("/offers/", place="Kent"))) == {"Based", "Working"}
    assert based.place == places["Thanet"]
    assert titles(visit("/offers/", place="Wales")) == []


def test_a_place_that_is_not_known_is_explained(visit, three):
    directory.places()
    page = visit("/organisations/", place="Atlantis")
    assert titles(page) == []
    assert "We do not know a place called “Atlantis”." in page.words


def test_a_place_that_could_be_several_is_asked_about(visit, three):
    places = directory.places()
    town = Place.objects.get(code="town.newport")
    Organisation.objects.filter(pk=three[0].pk).update(place=town)
    page = visit("/organisations/", place="Newport", role="cultural")
    assert "more than one Newport" in page.words
    link = page.links["Newport, Isle of Wight"]
    assert link == "/organisations/?place=town.newport&role=cultural"
    assert titles(visit(link)) == ["Anvil Arts"]
    assert places["Newport"].kind == Place.Kind.TOWN


def test_a_term_in_anybodys_words_finds_the_narrower_ones_too(visit, small_vocabulary):
    choir = directory.organisation("Choir", description="A community choir.")
    offering = directory.organisation("Offering", description="We do things.")
    directory.offer(offering)
    directory.organisation("Neither", description="We draw.")
    assert choir.tags.get().concept.code == "activity.choir"
    assert titles(visit("/organisations/", about="singing")) == ["Choir", "Offering"]
    assert titles(visit("/organisations/", about="activity.choir")) == ["Choir", "Offering"]
    page = visit("/organisations/", about="sing together")
    assert "About Singing" in page.words


def test_a_word_that_is_no_term_is_explained(visit, small_vocabulary, three):
    page = visit("/organisations/", about="plumbing")
    assert titles(page) == []
    assert "“plumbing” is no term here" in page.words


def test_offers_and_needs_are_listed_by_term_only_when_somebody_vouched_for_it(
    visit, small_vocabulary, at
):
    offer, need = directory.offer(title="A choir"), directory.need()
    assert titles(visit("/offers/", about="choir")) == ["A choir"]
    assert titles(visit("/needs/", about="loneliness")) == [need.title]
    terms.decide(record=offer, refused=["activity.choir"], by=None, at=at)
    assert titles(visit("/offers/", about="choir")) == []
    assert Concept.objects.filter(code="activity.choir").exists()


@pytest.mark.parametrize(
    ("address", "sort", "expected"),
    [
        ("/offers/", "", ["B", "A"]),
        ("/offers/", "title", ["A", "B"]),
        ("/needs/", "", ["B", "A"]),
        ("/needs/", "wanted", ["A", "B"]),
    ],
)
def test_lists_are_sorted_as_asked(visit, address, sort, expected):
    make = directory.offer if address == "/offers/" else directory.need
    soon = {"wanted_by": date(2027, 1, 1)} if address == "/needs/" else {}
    make(title="A", **soon)
    make(title="B")
    assert titles(visit(address, sort=sort)) == expected


def test_sort_links_keep_what_was_asked(visit, three):
    page = visit("/organisations/", words="a", page="1")
    assert page.links["Latest change"] == "/organisations/?words=a&sort=changed"


def test_what_was_never_checked_comes_last(visit, lead):
    directory.organisation("Never")
    directory.organisation("Once", by=lead)
    assert titles(visit("/organisations/", sort="checked")) == ["Once", "Never"]


def test_long_lists_come_in_pages(visit, monkeypatch):
    for number in range(23):
        directory.organisation(f"Choir {number:02}")
    page = visit("/organisations/")
    assert len(titles(page)) == 20
    assert "1 to 20 of 23" in page.words
    assert len(titles(visit("/organisations/", page="2"))) == 3
    assert len(titles(visit("/organisations/", page="99"))) == 3
    monkeypatch.setattr(pages, "COUNTED_TO", 21)
    capped = visit("/organisations/", page="2")
    assert "More than 21 organisations" in capped.words
    assert titles(capped) == ["Choir 20"]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_asks_no_more_when_it_is_longer(
    visit, address, small_vocabulary, django_assert_max_num_queries
):
    fund = directory.organisation("Fund", roles=["funder"])
    for _ in range(3):
        offer = directory.offer()
        directory.need()
        directory.award(funder=fund, recipient=offer.organisation)
    asked = {"place": "Kent", "about": "choir", "role": "cultural", "words": "a"}
    visit(address, **asked)  # fills what is kept in memory of the vocabulary
    with django_assert_max_num_queries(12):
        visit(address, **asked)
    with django_assert_max_num_queries(5):
        visit(address)


def test_awards_name_no_private_person(visit, client):
    fund = directory.organisation("Example Fund", roles=["funder"])
    directory.award(funder=fund, recipient=None, title="To an artist")
    assert "An individual" in visit("/awards/").words
    row = rows_of(client, "/awards.csv")[0]
    assert (row["recipient"], row["to an individual"]) == ("", "yes")


def test_awards_are_narrowed_by_funder_recipient_year_and_words(visit):
    fund = directory.organisation("Fund", roles=["funder"])
    choir = directory.organisation("Choir")
    directory.award(funder=fund, recipient=choir, title="Songs", awarded_on=date(2020, 5, 1))
    directory.award(funder=choir, recipient=fund, title="Drums", awarded_on=None)
    for asked, found in (
        ({"funder": "fund"}, "Songs"),
        ({"recipient": "fund"}, "Drums"),
        ({"year": "2020"}, "Songs"),
        ({"words": "drum"}, "Drums"),
    ):
        page = visit("/awards/", **asked)
        assert found in page.words
        assert "1 award" in page.words


def test_awards_without_a_day_come_last(client):
    fund = directory.organisation("Fund", roles=["funder"])
    for title, day in (("None", None), ("Old", date(2001, 1, 1)), ("New", date(2024, 1, 1))):
        directory.award(funder=fund, recipient=None, title=title, awarded_on=day)
    assert [row["title"] for row in rows_of(client, "/awards.csv")] == ["New", "Old", "None"]


def test_a_download_is_exactly_what_is_listed(visit, client, three):
    page = visit("/organisations/", words="bell")
    address = page.links["CSV"]
    assert address == "/organisations.csv?words=bell"
    assert [row["name"] for row in rows_of(client, address)] == ["Bell Tower"]
    response = client.get(page.links["JSON"])
    assert (
        response["Content-Disposition"]
        == 'attachment; filename="counterpoint-organisations.json"'
    )
    assert [one["name"] for one in json.loads(response.getvalue())] == ["Bell Tower"]


def test_an_empty_download_is_still_a_file(client):
    assert rows_of(client, "/offers.csv") == []
    assert json.loads(client.get("/offers.json").getvalue()) == []


def test_no_cell_can_be_taken_for_a_formula(client):
    directory.offer(title='=HYPERLINK("http://evil.example")', description="-1+1")
    row = rows_of(client, "/offers.csv")[0]
    assert row["title"].startswith("'=")
    assert row["description"] == "'-1+1"


def test_where_a_freelancer_works_is_not_handed_out(client):
    one = directory.freelancer("Robin Example", address="1 Home Street", postcode="CT9 1HX")
    Organisation.objects.filter(pk=one.pk).update(latitude=51.0, longitude=1.0)
    row = rows_of(client, "/organisations.csv")[0]
    assert [row[name] for name in ("address", "postcode", "latitude", "longitude")] == [""] * 4
    assert "Home Street" not in client.get("/organisations.json").getvalue().decode()
