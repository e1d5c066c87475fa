"""The pages of guidance, as a visitor reads them."""

import json
from xml.etree import ElementTree

import pytest
from django.conf import settings

from counterpoint.apps.publications import actions
from tests.factories.publications import AT, load_guides
from tests.factories.words import load_small_vocabulary
from tests.factories.written_guides import guide_fields

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def guides(db, tmp_path_factory):
    load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))
    return load_guides(
        guide_fields(next=["for-artists"]),
        guide_fields(slug="for-artists", title="Say it your way", audience="arts"),
    )


def test_the_list_is_for_both_sides_and_can_be_narrowed(visit, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        page = visit("/guidance/")
    assert "Example guide" in page.words
    assert "Say it your way" in page.words
    assert "Example guide" not in visit("/guidance/?for=arts").words
    assert "No guide speaks of that yet" in visit("/guidance/?q=zeppelin").words
    assert "Example guide" in visit("/guidance/?about=outcome.reduced-loneliness").words


def test_a_guide_leads_from_each_claim_to_its_source(visit):
    page = visit("/guidance/example-guide/")
    assert page.heading == "Example guide"
    assert "#source-G6" in page.links.values()
    assert "https://example.org/g6" in page.links.values()
    assert "/guidance/for-artists/" in page.links.values()


def test_text_of_a_guide_cannot_bring_markup(visit):
    load_guides(
        guide_fields(
            chapters=[
                {
                    "title": "T",
                    "body": [{"p": "<script>x</script> [a](javascript:alert(1)) [G6]"}],
                }
            ]
        )
    )
    page = visit("/guidance/example-guide/")
    assert "<script>x</script>" in page.words
    assert not [url for url in page.links.values() if url.startswith("javascript")]


def test_a_guide_that_is_gone_says_so_at_its_address(visit, tmp_path):
    actions.load(by=None, at=AT, folder=tmp_path)
    page = visit("/guidance/example-guide/", status=410)
    assert "no longer given" in page.words
    assert "Example guide" not in visit("/guidance/").words


def test_the_feed_is_atom_with_a_lasting_identifier_for_each(client):
    feed = ElementTree.fromstring(client.get("/guidance.atom").content)
    entries = feed.findall(f"{ATOM}entry")
    assert {entry.find(f"{ATOM}id").text for entry in entries} == {
        f"{settings.ADDRESS}/guidance/example-guide/",
        f"{settings.ADDRESS}/guidance/for-artists/",
    }
    assert feed.find(f"{ATOM}updated") is not None
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Counterpoint"


def test_guidance_leaves_as_json_too(client):
    told = json.loads(client.get("/guidance.json").content)
    assert [one["audience"] for one in told["guides"]] == ["arts", "commissioner"]
    assert told["guides"][0]["sources"][0]["key"] == "G6"


def test_a_question_names_the_guides_that_help_with_it(visit):
    need = visit("/find/?as=need&q=reduce+loneliness")
    assert need.links["Example guide"] == "/guidance/example-guide/"
    assert "because it helps with Less loneliness" in need.words
    assert "Example guide" not in visit("/find/?as=offer&q=make+friends").words
