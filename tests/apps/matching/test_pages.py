import csv
import io
import json

import pytest

from counterpoint.apps.history.models import Entry
from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.models import Feedback, SavedSearch
from tests.factories import directory
from tests.factories.accounts import person
from tests.factories.directory import AT


@pytest.fixture
def offer(known):
    voices = directory.organisation("Example Voices", place=known["Thanet"])
    offer = directory.offer(
        voices, title="Thursday voices", description="Make friends in song."
    )
    indexing.rebuild(at=AT, clock=lambda: AT)
    return offer


class TestHome:
    def test_the_question_comes_first(self, visit, offer):
        page = visit("/")
        assert page.heading == "What do you need, or what do you offer?"
        assert "Thursday voices" in page.links
        assert "1 offer" in page.words

    def test_an_empty_directory_says_what_to_do(self, visit, known):
        assert "The directory is empty" in visit("/").words

    def test_its_examples_lead_to_answers(self, visit, offer):
        links = visit("/").links
        example = next(url for words, url in links.items() if "over-65s" in words)
        assert "Less loneliness" in visit(example).words


class TestFind:
    def test_without_a_question_it_shows_how_to_ask(self, visit, known):
        assert "Nothing asked yet" in visit("/find/").words

    def test_a_question_gives_explained_matches(self, visit, offer):
        page = visit("/find/", q="reduce loneliness in Thanet")
        assert page.links["Thursday voices"] == f"/offers/{offer.reference}/"
        assert "they say “Make friends”: both mean Less loneliness" in page.words
        assert "Outcome Less loneliness reduce loneliness" in page.words
        assert "No safeguarding statement" in page.words

    def test_a_chip_is_taken_off_and_can_be_put_back(self, visit, offer):
        page = visit("/find/", q="reduce loneliness")
        off = visit("/find/" + page.links["Take off Less loneliness"].removeprefix("/find/"))
        assert "both mean Less loneliness" not in off.words
        back = off.links["Less loneliness"]
        assert "off=" not in back

    def test_a_false_friend_is_explained_and_can_be_passed(self, visit, offer):
        page = visit("/find/", q="commission a new sculpture")
        assert "“commission a new sculpture” means something else here" in page.notices[0]
        assert "Nothing was searched for." in page.words
        assert visit(page.links["Search anyway"]).heading == "Who can do this?"

    def test_weights_from_the_form_settle_in_a_short_address(self, client, offer):
        response = client.get(
            "/find/",
            {
                "q": "choir",
                "weight_place": "40",
                "weight_outcome": "30",
                "people": "",
                "place": "",
            },
        )
        assert response.headers["Location"] == "/find/?q=choir&weights=place%3A40"

    def test_a_wrong_weight_is_told_and_the_usual_ones_are_used(self, visit, offer):
        page = visit("/find/", q="choir", weights="place:1000")
        assert "whole number from 0 to 100" in page.words

    def test_the_map_says_what_its_table_says(self, visit, offer):
        page = visit("/find/", q="choir")
        assert "Where these are" not in page.words  # no outlines are loaded here

    def test_while_there_is_no_index_it_says_so(self, visit, known):
        directory.offer(title="Ukulele evenings")
        page = visit("/find/", q="ukulele")
        assert "The search index is being made" in page.words
        assert "Ukulele evenings" in page.links

    def test_nothing_found_says_what_to_try(self, visit, offer):
        page = visit("/find/", q="choir", kind="award")
        assert "Nothing here fits" in page.words

    def test_unknown_places_are_explained(self, visit, offer):
        assert "Which one do you mean?" in visit("/find/", q="choir", place="Newport").words

    def test_filters_sorts_and_pages(self, visit, offer):
        for number in range(25):
            directory.offer(title=f"Choir {number}")
        indexing.drain()
        page = visit("/find/", q="choir", kind="offer")
        assert "1 to 20 of 26" in page.words
        assert "21 to 26 of 26" in visit(page.links["Next"].replace("?", "/find/?")).words
        assert "newest" in visit(page.links["newest"]).links
        narrowed = visit("/find/", q="choir", area="E07000114")
        assert "Thursday voices" in narrowed.links
        assert "Choir 3" not in narrowed.links

    def test_an_offer_that_was_withdrawn_a_moment_ago_is_not_shown(self, visit, offer):
        from counterpoint.apps.directory.actions import offers

        offers.withdraw_offer(offer=offer, by=None, at=AT)
        assert "Thursday voices" not in visit("/find/", q="friends").links

    @pytest.mark.parametrize(
        "asked",
        [
            {"q": "\x00(AND)*", "page": "999999"},
            {"q": "x" * 20_000},
            {
                "q": "choir",
                "kind": "nonsense",
                "sort": "x",
                "outcome": "no.such",
                "people": "-1",
            },
            {
                "as": "offer",
                "q": "choir",
                "budget": "1e400",
                "page": "0",
                "off": "",
                "add": "%",
            },
        ],
    )
    def test_any_address_is_a_question(self, visit, offer, asked):
        assert visit("/find/", **asked).heading


class TestDownloads:
    def test_the_same_matches_as_csv(self, client, offer):
        text = client.get("/find.csv", {"q": "reduce loneliness"}).content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert rows[0]["title"] == "Thursday voices"
        assert "both mean Less loneliness" in rows[0]["reasons"]
        assert not any(value.startswith(("+", "=")) for row in rows for value in row.values())

    def test_the_same_matches_as_json(self, client, offer):
        answer = json.loads(client.get("/find.json", {"q": "reduce loneliness"}).content)
        assert answer["matches"][0]["title"] == "Thursday voices"


class TestKeeping:
    def test_a_search_is_saved_and_removed(self, visit, offer):
        someone = person()
        visit.as_(someone)
        visit.post("/find/save/", name="Lonely", asked="as=need&q=lonely&weights=place%3A40")
        saved = SavedSearch.objects.get()
        assert (saved.person, saved.address) == (
            someone,
            "as=need&q=lonely&weights=place%3A40",
        )
        page = visit("/my-work/searches/")
        assert page.links["Lonely"] == f"/find/?{saved.address}"
        visit.post(f"/my-work/searches/{saved.pk}/remove/")
        assert not SavedSearch.objects.exists()
        assert {"search.saved", "search.removed"} <= set(
            Entry.objects.values_list("kind", flat=True)
        )

    def test_saving_asks_for_a_name(self, visit, offer):
        visit.as_(person())
        assert visit.post("/find/save/", status=422, name="", asked="q=x").errors

    def test_nobody_sees_or_removes_the_searches_of_another(self, client, offer):
        saved = SavedSearch.objects.create(
            person=person(), name="x", address="q=x", saved_at=AT
        )
        client.force_login(person())
        assert client.post(f"/my-work/searches/{saved.pk}/remove/").status_code == 404
        assert b">x<" not in client.get("/my-work/searches/").content

    def test_a_saved_address_never_leads_elsewhere(self, visit, client, offer):
        client.force_login(person())
        response = client.post("/find/save/", {"name": "x", "asked": "//example.org/?q=x"})
        assert response.headers["Location"].startswith("/find/?")

    def test_what_somebody_says_of_a_match_is_kept_with_the_question(self, visit, offer):
        key = f"offer:{offer.pk}"
        visit.post("/find/judge/", key=key, verdict="useful", rank="1", asked="q=lonely")
        given = Feedback.objects.get()
        assert (given.text, given.side, given.record_id, given.verdict, given.by) == (
            "lonely",
            "need",
            offer.pk,
            "useful",
            None,
        )

    def test_a_verdict_on_nothing_is_refused(self, client, offer):
        assert (
            client.post("/find/judge/", {"key": "x:1", "verdict": "useful"}).status_code == 422
        )

    def test_a_person_takes_their_searches_with_them(self, offer):
        from counterpoint.apps.accounts.hooks import own_data
        from counterpoint.apps.matching.own_data import leave

        someone = person()
        SavedSearch.objects.create(person=someone, name="x", address="q=x", saved_at=AT)
        assert own_data(someone)["saved_searches"][0]["name"] == "x"
        leave(someone, AT)
        assert not SavedSearch.objects.exists()
