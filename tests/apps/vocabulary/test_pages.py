import csv
import io
import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from counterpoint.apps.vocabulary import actions, uses
from tests.apps.vocabulary.files import ACTIVITIES, write
from tests.domain.vocabulary.building import REPOSITORY


@pytest.mark.django_db
def test_an_empty_vocabulary_says_how_to_fill_it(visit):
    assert "counterpoint vocabulary load" in visit("/vocabulary/").words


def test_the_page_leads_to_every_kind(visit, loaded):
    page = visit("/vocabulary/")
    assert page.links["Outcomes"] == "?kind=outcome"
    assert "What changes for people." in page.words
    assert "4 concepts and 10 labels" in page.words


def test_a_kind_is_shown_as_a_tree(visit, loaded):
    page = visit("/vocabulary/?kind=outcome")
    assert page.links["Less loneliness"] == "/vocabulary/outcome.reduced-loneliness/"
    nested = [item for item in page.tree.iter("li") if item.find("ul") is not None]
    assert any("More connection" in item.find("a").text for item in nested)


def test_a_letter_leads_to_names(visit, loaded):
    page = visit("/vocabulary/?letter=c")
    assert page.links["Choir"] == "/vocabulary/activity.choir/"
    assert "No name begins with this letter." in visit("/vocabulary/?letter=z").words


def test_words_lead_to_meanings_by_any_label(visit, loaded):
    page = visit("/vocabulary/", q="friends")
    assert page.links["Less loneliness"] == "/vocabulary/outcome.reduced-loneliness/"
    assert "also called “make friends”" in page.words
    assert "1 meaning has “friends” among its words." in page.words


def test_a_misspelling_is_neither_found_nor_shown(visit, loaded):
    assert "No word begins like this" in visit("/vocabulary/", q="lonelyness").words
    assert "lonelyness" not in visit("/vocabulary/outcome.reduced-loneliness/").words


def test_a_tried_text_shows_which_words_did_it(visit, loaded):
    page = visit("/vocabulary/", text="A Choir where people make friends and have company")
    marks = {mark.text: mark.get("title") for mark in page.tree.iter("mark")}
    assert marks == {
        "Choir": "Choir",
        "make friends": "Less loneliness",
        "company": "Less loneliness",
    }
    assert "may mean other things" in page.words
    assert "Arts and culture say" in page.words


def test_an_ambiguous_word_alone_is_named_but_no_meaning_is_made_of_it(visit, loaded):
    page = visit("/vocabulary/", text="A choir and company")
    assert [mark.text for mark in page.tree.iter("mark")] == ["choir"]
    assert "alone they may mean many things: company" in page.words.replace("“", "")


def test_a_tried_text_with_a_false_friend_is_told_so(visit, loaded):
    page = visit("/vocabulary/", text="We commission a mural")
    (notice,) = page.notices
    assert "This seems to mean something else" in notice
    assert "This reads as paying for a work of art. Say what should change for whom." in notice


def test_a_text_that_is_not_understood_is_answered(visit, loaded):
    assert "Nothing was understood" in visit("/vocabulary/", text="lorem ipsum").words


def test_a_tried_text_is_shown_as_text(visit, loaded):
    page = visit("/vocabulary/", text="<script>alert(1)</script> choir")
    assert "<script>alert(1)</script>" in page.words


@pytest.mark.parametrize(
    "query", ["kind=nothing", "letter=", "q=%00", "text=" + "x" * 9000, "kind="]
)
def test_any_question_is_answered(visit, loaded, query):
    visit(f"/vocabulary/?{query}")


def test_signs_that_no_page_may_hold_are_taken_out_of_what_is_asked(visit, loaded):
    page = visit("/vocabulary/?q=%00ch%1Foir&text=a%00choir%EF%BF%BF&letter=%00")
    assert [mark.text for mark in page.tree.iter("mark")] == ["choir"]


def test_a_concept_has_a_page_with_all_that_is_known_of_it(visit, loaded):
    page = visit("/vocabulary/outcome.reduced-loneliness/")
    assert page.heading == "Less loneliness"
    for words in (
        "Public services say",
        "Arts and culture say",
        "In Welsh",
        "unigrwydd",
        "Fewer people feel lonely.",
        "PHOF",
        "2013–2022",
        "Counterpoint editors, 2026",
        "What is offered or commissioned for it",
    ):
        assert words in page.words
    assert page.links["Choir"] == "/vocabulary/activity.choir/"
    assert page.links["More connection"] == "/vocabulary/outcome.connection/"


def test_words_that_may_mean_other_things_are_marked(visit, loaded):
    explained = "A question mark stands by words that may mean other things"
    assert explained in visit("/vocabulary/outcome.reduced-loneliness/").words
    assert explained not in visit("/vocabulary/activity.choir/").words


def test_pages_ask_the_database_little(visit, loaded, django_assert_max_num_queries):
    visit("/vocabulary/activity.choir/")
    with django_assert_max_num_queries(6):
        visit("/vocabulary/activity.choir/")
    with django_assert_max_num_queries(6):
        visit("/vocabulary/", text="a choir", q="choir")


def test_what_an_activity_is_commissioned_for_is_shown_with_its_source(visit, loaded):
    page = visit("/vocabulary/activity.choir/")
    assert "Less loneliness Outcome. Source: A study" in page.words
    assert "singing <together>" in page.words


def test_where_a_concept_is_used_is_counted_and_linked(visit, loaded, monkeypatch):
    monkeypatch.setattr(uses, "_COUNTERS", [])
    uses.counts(lambda concept, within: uses.Use("offers", 37, "/offers/?about=choir"))
    page = visit("/vocabulary/activity.choir/")
    assert page.links["37"] == "/offers/?about=choir"


def test_a_retired_concept_keeps_its_page(visit, loaded, at):
    write(loaded, activities=ACTIVITIES[: ACTIVITIES.index("      - code: activity.craft")])
    actions.load(folder=loaded, by=None, at=at + timedelta(days=1))
    page = visit("/vocabulary/activity.craft/")
    assert "This was taken out of the vocabulary on 3 November 2026." in page.words
    assert "craft" in page.words


def test_an_unknown_code_is_not_found(visit, loaded):
    visit("/vocabulary/activity.nothing/", status=404)


@pytest.mark.parametrize("name", ["vocabulary-csv", "vocabulary-json", "vocabulary-turtle"])
def test_a_file_is_sent_again_only_when_it_has_changed(client, loaded, name, at):
    first = client.get(reverse(name))
    assert first.status_code == 200
    again = client.get(reverse(name), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    write(loaded, activities="")
    actions.load(folder=loaded, by=None, at=at)
    changed = client.get(reverse(name), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "activity.choir" not in changed.content.decode()


def test_the_table_has_a_row_for_each_concept(client, loaded):
    answer = client.get("/vocabulary.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(answer.content.decode()))}
    assert len(rows) == 4
    row = rows["outcome.reduced-loneliness"]
    assert row["commissioners say"] == "reduce loneliness; loneliness"
    assert (row["arts say"], row["in Welsh"]) == ("make friends; company", "unigrwydd")
    assert rows["activity.choir"]["serves"] == "outcome.reduced-loneliness"
    assert "lonelyness" not in answer.content.decode()


def test_the_document_holds_everything_but_misspellings(client, loaded):
    concepts = {one["code"]: one for one in client.get("/vocabulary.json").json()["concepts"]}
    loneliness = concepts["outcome.reduced-loneliness"]
    assert {
        "text": "company",
        "audience": "arts",
        "language": "en",
        "is_ambiguous": True,
    } in loneliness["labels"]
    assert loneliness["mappings"][0]["valid_to"] == 2022
    assert concepts["activity.choir"]["serves"][0]["source"] == "A study"
    assert "lonelyness" not in json.dumps(concepts)


def test_turtle_is_sent_as_such(client, loaded):
    answer = client.get("/vocabulary.ttl")
    assert answer["Content-Type"] == "text/turtle; charset=utf-8"
    assert "<outcome.reduced-loneliness> a skos:Concept ;" in answer.content.decode()


@pytest.mark.django_db
def test_no_label_that_ships_would_run_in_a_spreadsheet(client, at):
    actions.load(folder=REPOSITORY / "vocabularies", by=None, at=at)
    rows = csv.reader(io.StringIO(client.get("/vocabulary.csv").content.decode()))
    assert [cell for row in rows for cell in row if re.match(r"[=+\-@\t]", cell)] == []


def test_nothing_but_reading_is_answered(client, loaded):
    for address in ("/vocabulary/", "/vocabulary/activity.choir/", "/vocabulary.csv"):
        assert client.post(address).status_code == 405
