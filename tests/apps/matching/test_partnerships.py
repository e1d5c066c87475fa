"""Partnerships for a need, from the records of the directory."""

from decimal import Decimal
from typing import Any

import pytest

from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.queries.partnering import Built, Wanted, build
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.domain.matching.statement import Side
from tests.factories import directory
from tests.factories.directory import AT
from tests.visiting import Visit

NEED = "Reduce loneliness and build confidence of older people in Thanet"


@pytest.fixture
def providers(index: dict[str, Any]) -> dict[str, Any]:
    """A choir for loneliness in Thanet, a theatre for confidence of older people elsewhere."""
    voices = directory.organisation("Example Voices", place=index["Thanet"])
    directory.offer(
        voices,
        title="Thursday choir",
        description="A choir where people make friends.",
        place=index["Thanet"],
        capacity_people=20,
        price_amount=Decimal(900),
        price_unit="programme",
    )
    stage = directory.organisation("Example Stage", place=index["Newport"])
    directory.offer(
        stage,
        title="Speaking up",
        description="Older people find your voice with us.",
        place=index["Newport"],
        capacity_people=15,
    )
    indexing.drain()
    return {"voices": voices, "stage": stage}


def built(text: str = NEED, **asked: Any) -> Built:
    question = Question(side=Side.NEED, text=text, people=asked.pop("people", None))
    return build(Wanted(question, **asked), AT.date())


def names(found: Built) -> list[list[str]]:
    return [
        sorted(found.providers[one.key].name for one in group.partners)
        for group in found.partnerships
    ]


def test_two_who_complement_each_other_are_found_together(providers: Any) -> None:
    found = built()
    assert names(found)[0] == ["Example Stage", "Example Voices"]
    assert found.partnerships[0].uncovered == ()


def test_what_a_partner_brings_is_told_by_its_own_words(providers: Any) -> None:
    found = built()
    voices = found.providers[f"organisation:{providers['voices'].pk}"]
    brought = voices.brings["outcome.reduced-loneliness"]
    assert "make friends" in brought.words
    assert str(brought.record) == "Thursday choir"


def test_a_provider_that_is_left_out_is_in_no_group(providers: Any) -> None:
    key = f"organisation:{providers['stage'].pk}"
    found = built(left_out=frozenset({key}))
    assert ["Example Stage", "Example Voices"] not in names(found)
    assert [one.name for one in found.left_out] == ["Example Stage"]
    assert "outcome.confidence" in found.partnerships[0].uncovered


def test_room_is_counted_over_all_partners(providers: Any) -> None:
    assert "capacity" not in built(people=35).partnerships[0].uncovered
    assert "capacity" in built(people=36).partnerships[0].uncovered


def test_only_a_price_for_the_whole_programme_is_added_up(providers: Any) -> None:
    directory.offer(
        providers["stage"],
        title="Confidence by the day",
        description="Find your voice.",
        price_amount=Decimal(10),
        price_unit="day",
    )
    indexing.drain()
    group = built().partnerships[0]
    assert group.known_price == 900
    assert group.unpriced == 1


def test_a_council_is_not_offered_as_a_partner(providers: Any, known: Any) -> None:
    directory.organisation(
        "Example Council of Choirs",
        roles=("commissioner",),
        description="Older people, choir.",
    )
    indexing.drain()
    assert "Example Council of Choirs" not in {one.name for one in built().providers.values()}


def test_awards_of_one_programme_tie_two_providers(providers: Any) -> None:
    fund = directory.organisation("Example Fund", roles=("funder",))
    for recipient in providers.values():
        directory.award(funder=fund, recipient=recipient, programme="Creative Ageing")
    (group, *_rest) = built().partnerships
    (pair,) = group.tied_pairs
    (tie,) = built().ties[pair]
    assert (tie.funder, tie.programme) == ("Example Fund", "Creative Ageing")


def test_a_programme_that_funded_nearly_everybody_ties_nobody(providers: Any) -> None:
    fund = directory.organisation("Example Fund", roles=("funder",))
    others = [directory.organisation() for _number in range(11)]
    for number, recipient in enumerate([*providers.values(), *others]):
        directory.award(funder=fund, recipient=recipient, programme="Everybody")
        indexing.drain()
        assert number < 13
    assert not built().ties


def test_a_narrower_term_speaks_for_the_wider_one(providers: Any) -> None:
    codes = {one.code for one in built("singing in a choir against loneliness").requirements}
    assert "activity.choir" in codes
    assert "activity.singing" not in codes


def test_what_is_taken_off_is_no_longer_required(providers: Any) -> None:
    question = Question(side=Side.NEED, text=NEED, without=("outcome.confidence", "E07000114"))
    codes = {one.code for one in build(Wanted(question), AT.date()).requirements}
    assert codes == {one.code for one in built().requirements} - set(question.without)
    assert "outcome.reduced-loneliness" in codes


class TestPage:
    def test_it_begins_with_the_words_of_a_need(self, visit: Visit, known: Any) -> None:
        need = directory.need(title="Less loneliness in Thanet")
        page = visit("/partnerships/")
        assert page.heading == "Who could meet it together"
        assert page.links[need.title] == f"/partnerships/?need={need.reference}"
        assert "Special-purpose vehicle" in page.words

    def test_a_group_shows_who_brings_what(self, visit: Visit, providers: Any) -> None:
        page = visit("/partnerships/", q=NEED, people=40)
        assert "Example Voices and Example Stage" in page.words
        assert "Uncovered room for 40 people" in page.words
        assert "£900 or more" in page.words
        assert "“make friends”" in page.links

    def test_everything_covered_is_said(self, visit: Visit, providers: Any) -> None:
        assert "Everything asked for is covered" in visit("/partnerships/", q=NEED).words

    def test_leaving_out_is_a_link_that_can_be_taken_back(
        self, visit: Visit, providers: Any
    ) -> None:
        page = visit("/partnerships/", q=NEED)
        without = visit(page.links["Leave out: Example Stage"])
        assert "left out Example Stage" in without.words
        again = visit(without.links["Take off Example Stage"])
        assert "Example Voices and Example Stage" in again.words

    def test_a_partner_may_be_a_must(self, visit: Visit, providers: Any) -> None:
        page = visit("/partnerships/", q="choir", keep=f"organisation:{providers['stage'].pk}")
        assert "must take part Example Stage" in page.words
        assert "Example Stage" in page.words

    def test_a_published_need_is_asked_by_its_reference(
        self, visit: Visit, providers: Any
    ) -> None:
        need = directory.need(title="Company in Thanet", statement=NEED)
        indexing.drain()
        page = visit(
            visit(f"/needs/{need.reference}/").links["Find who could meet it together"]
        )
        assert "For the need Company in Thanet" in page.words
        assert "Example Voices and Example Stage" in page.words

    def test_a_draft_need_is_not_there(self, visit: Visit, known: Any) -> None:
        draft = directory.need(is_published=False)
        visit("/partnerships/", need=draft.reference, status=404)

    def test_an_offer_leads_to_partners_for_its_organisation(
        self, visit: Visit, providers: Any
    ) -> None:
        offer = directory.offer(providers["voices"], title="More singing")
        page = visit(visit(offer.get_absolute_url()).links["Look for partners for a need"])
        carried = {x.get("name"): x.get("value") for x in page.tree.iter("input")}
        assert carried["keep"] == f"organisation:{providers['voices'].pk}"

    def test_words_that_nobody_answers_say_what_to_do(self, visit: Visit, index: Any) -> None:
        page = visit("/partnerships/", q="loneliness")
        assert "No group covers any of this" in page.words

    def test_nonsense_in_the_address_still_gives_a_page(
        self, visit: Visit, providers: Any
    ) -> None:
        odd = {"most": "99", "keep": "x", "leave": "offer:", "people": "-", "budget": "NaN"}
        assert visit("/partnerships/", q=NEED, **odd).heading == "Who could meet it together"

    def test_a_blank_field_is_left_out_of_the_address(
        self, client: Any, providers: Any
    ) -> None:
        answer = client.get("/partnerships/", {"q": "choir", "place": "", "people": ""})
        assert answer["Location"] == "/partnerships/?q=choir"

    def test_a_page_asks_the_same_number_of_questions_however_many_providers(
        self, visit: Visit, providers: Any, django_assert_max_num_queries: Any
    ) -> None:
        for number in range(12):
            directory.offer(title=f"Choir {number}", description="A choir. Find your voice.")
        indexing.drain()
        visit("/partnerships/", q=NEED)
        with django_assert_max_num_queries(20):
            visit("/partnerships/", q=NEED)
