"""The route page: one question at a time, everything in the address, nothing kept.

No test here may touch the database: the page is made from its address alone.
"""

import pytest
from django.test import Client

from tests.pages import words_of
from tests.visiting import Page, Visit

DAY = "2026-11-27"
KENT = {
    "on": DAY,
    "instrument": "contract",
    "health": "no",
    "value": "35000",
    "lots": "several",
    "lot_count": "6",
    "aggregate": "alone",
    "buyer": "sub-central",
    "service": "light-touch",
    "advertise": "yes",
}
STANDSTILL = {
    "on": DAY,
    "instrument": "contract",
    "health": "yes",
    "authority": "relevant",
    "framework": "no",
    "existing": "yes",
    "only_capable": "no",
    "choice": "no",
    "satisfied": "no",
}


def question(page: Page) -> str:
    return next(words_of(legend) for legend in page.tree.iter("legend"))


def test_the_page_begins_with_one_question_and_two_real_cases(visit: Visit) -> None:
    page = visit("/route/")
    assert question(page) == "Is it a grant, or are you buying a service?"
    kent = page.links["Six lots of at most £35,000, one a district, advertised (Kent)"]
    assert visit(kent).heading == "Below the threshold, advertised"
    york = page.links["Grants of up to £5,000 to local groups (York)"]
    assert "None is due." in visit(york).words


def test_an_answer_leads_to_the_next_question(visit: Visit) -> None:
    page = visit("/route/", on=DAY, instrument="contract", asking="instrument")
    assert question(page) == "Is it a health care service?"
    assert not page.errors


def test_going_on_without_an_answer_says_so_at_the_question(visit: Visit) -> None:
    page = visit("/route/", on=DAY, instrument="contract", asking="health")
    assert page.errors == ["Is it a health care service: Choose one of these."]


@pytest.mark.parametrize("written", ["lots", "-3", "0", "NaN"])
def test_a_sum_that_is_none_is_told_and_kept_to_be_put_right(
    visit: Visit, written: str
) -> None:
    page = visit(
        "/route/", on=DAY, instrument="contract", health="no", value=written, asking="value"
    )
    assert "Write a sum of money" in page.errors[0]
    assert any(one.get("value") == written for one in page.tree.iter("input"))


def test_kents_advice_names_notices_reasons_and_the_total_of_the_lots(visit: Visit) -> None:
    page = visit("/route/", **KENT)
    for words in (
        "Below-threshold tender notice",
        "Contract details notice",
        "lies outside the Provider Selection Regime",
        "The lots need not be aggregated",
        "All lots together come to at most £210,000.",
        "A person decides",
        "£663,540",
    ):
        assert words in page.words
    assert "Anthony Collins, Procurement unpacked: below-threshold contracts" in page.links


def test_a_grant_shows_the_reason_that_was_recorded(visit: Visit) -> None:
    why = "It supports a festival <that> exists."
    page = visit("/route/", on=DAY, instrument="grant", why=why)
    assert why in page.words
    assert "Record why it is a grant and who decided it." in page.words


def test_the_address_of_advice_is_the_same_for_everybody(visit: Visit, client: Client) -> None:
    answer = client.get("/route/", {**KENT, "asking": "advertise"})
    assert answer.status_code == 302
    assert visit(answer["Location"]).heading == "Below the threshold, advertised"
    assert "asking" not in answer["Location"]


def test_changing_an_answer_keeps_those_before_it(visit: Visit) -> None:
    page = visit("/route/", **KENT)
    again = visit(page.links["Change: Is it one of several lots or contracts?"])
    assert question(again) == "Is it one of several lots or contracts?"
    assert "£35,000" in again.words


def test_advice_that_rests_on_something_unchecked_says_so(visit: Visit) -> None:
    settled = visit("/route/", **STANDSTILL)
    assert "Not checked at its source" not in settled.words
    unsettled = visit("/route/", **{**STANDSTILL, "existing": "no"})
    assert "Not checked at its source" in unsettled.words


def test_days_are_counted_from_the_notice_past_bank_holidays(visit: Visit) -> None:
    page = visit("/route/", **STANDSTILL, **{"from": "2026-12-18", "nation": "ENG"})
    assert "The wait ends with Monday 4 January 2027" in page.words
    assert "Boxing Day (observed), Monday 28 December 2026" in page.words
    scotland = visit("/route/", **STANDSTILL, **{"from": "2026-12-18", "nation": "SCT"})
    assert "The wait ends with Tuesday 5 January 2027" in scotland.words


def test_a_day_that_is_none_is_told_beside_its_box(visit: Visit) -> None:
    page = visit("/route/", **{**STANDSTILL, "from": "soon"})
    assert "“soon” is not a day of this century." in page.words
    page = visit("/route/", on="9999-12-31")
    assert "“9999-12-31” is not a day of this century; today is used." in page.words


def test_a_day_before_the_rules_names_no_route(visit: Visit) -> None:
    page = visit("/route/", **{**KENT, "on": "2014-02-01"})
    assert page.heading == "The day lies before the Procurement Act"
    assert "No route can be named for this day" in page.words


def test_any_nonsense_in_the_address_still_gives_a_page(visit: Visit) -> None:
    odd = {"on": "x", "nation": "XX", "instrument": "\x00", "asking": "nothing", "why": "\x07"}
    assert visit("/route/", **odd).heading == "Which way to buy"
