"""The page that checks a specification, against a small vocabulary."""

from pathlib import Path
from typing import Any

import pytest

from tests.factories.words import load_small_vocabulary
from tests.visiting import Page, Visit

pytestmark = pytest.mark.django_db
MENTAL_HEALTH = "A mental-health service in which loneliness falls"


@pytest.fixture(autouse=True)
def _words(tmp_path: Path) -> None:
    load_small_vocabulary(tmp_path)


def check(visit: Visit, requirements: str = MENTAL_HEALTH, **asked: Any) -> Page:
    return visit("/specification-check/", requirements=requirements, **asked)


def test_it_begins_with_an_example_that_is_full_of_faults(visit: Visit) -> None:
    page = visit("/specification-check/")
    assert "Nothing to check yet" in page.words
    tried = visit(page.links["an invented specification with a hard-hat policy in it"])
    assert "It belongs to building work" in tried.words
    assert "The effort asked is out of proportion to the money." in tried.words


def test_a_hard_hat_policy_on_a_mental_health_service_is_warned_of(visit: Visit) -> None:
    page = check(visit, documents="Hard-hat policy")
    assert "1 document is demanded without a reason." in page.words
    assert "It belongs to building work, and nothing here speaks of that." in page.words


def test_a_document_with_a_reason_is_left_to_a_person(visit: Visit) -> None:
    page = check(visit, documents="Insurance: the public is invited")
    assert "Nothing to warn of." in page.words
    assert "a person decides" in page.words


def test_more_prescribing_lines_than_allowed_are_warned_of(visit: Visit) -> None:
    lines = f"{MENTAL_HEALTH}\nRun a choir\nSinging for all\nHold monthly meetings"
    assert "3 requirements prescribe activity" in check(visit, lines).words
    assert "prescribe activity" not in check(visit, lines, allowed="3").words


def test_a_line_shows_the_words_and_what_could_be_asked_instead(visit: Visit) -> None:
    page = check(visit, "Run a choir with 12 weekly sessions")
    assert "“choir” (Choir), “12 weekly sessions”" in page.words
    assert page.links["Less loneliness"] == "/vocabulary/outcome.reduced-loneliness/"
    assert "No requirement names an outcome that is understood." in page.words


def test_measures_are_proposed_where_the_vocabulary_maps_them(visit: Visit) -> None:
    page = check(visit, "Less loneliness and more confidence")
    assert "Less loneliness: PHOF: B19 Loneliness" in page.words
    assert "More confidence: no framework is mapped yet" in page.words


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"value": "35000", "bid": "35"}, "35 1.0 In proportion"),
        ({"value": "5000", "bid": "36"}, "36 7.2 Out of proportion"),
        ({"value": "5000", "bid": "36", "limit": "8"}, "36 7.2 In proportion"),
        ({"value": "35000", "report": "20", "years": "3"}, "60 1.7 In proportion"),
        ({"value": "5000"}, "An award of £5,000 bears one short return."),
        ({"value": "35000"}, "An award of £35,000 bears quarterly returns with measures"),
    ],
)
def test_hours_are_held_against_the_money(
    visit: Visit, asked: dict[str, str], told: str
) -> None:
    assert told in check(visit, **asked).words


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "No social-value question is asked."),
        ({"social": "What about loneliness?"}, "The question has no weight"),
        ({"weight": "5"}, "There is a weight, but no question"),
        (
            {"social": "What about loneliness?", "weight": "10"},
            "A question is scored with 10% of the whole. It asks for: Less loneliness.",
        ),
    ],
)
def test_a_social_value_question_counts_if_it_is_scored(
    visit: Visit, asked: dict[str, str], told: str
) -> None:
    assert told in check(visit, **asked).words


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"requirements": "  "}, "Requirements: Write at least one requirement."),
        ({"requirements": "x" * 5_001}, "Requirements: That is 5,001 characters"),
        ({"requirements": "x\n" * 61}, "Requirements: That is 61 lines"),
        ({"documents": "y" * 2_001}, "That is 2,001 characters; 2,000 can be checked"),
        ({"bid": "5"}, "Worth of the contract or award, £: Say what the contract is worth"),
        ({"bid": "some", "value": "9"}, "Hours that a bid takes: Write a figure"),
        ({"weight": "101"}, "A weight is a per cent of the score"),
        ({"allowed": "1.5"}, "Write a whole number."),
    ],
)
def test_each_problem_is_told_at_its_field(
    visit: Visit, asked: dict[str, str], told: str
) -> None:
    page = visit("/specification-check/", **{"requirements": MENTAL_HEALTH, **asked})
    assert told in page.errors[0]


def test_what_was_too_long_is_there_to_be_shortened(visit: Visit) -> None:
    page = visit("/specification-check/", requirements="x" * 5_001)
    area = next(one for one in page.tree.iter("textarea") if one.get("id") == "requirements")
    assert area.text is not None
    assert len(area.text) == 5_001


def test_checking_asks_the_database_only_for_the_vocabulary(
    visit: Visit, django_assert_max_num_queries: Any
) -> None:
    check(visit)
    with django_assert_max_num_queries(4):
        check(visit, f"{MENTAL_HEALTH}\n" * 50, documents="Accounts\n" * 30)
