"""A specification's requirements, documents and social-value question."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.commissioning.specification.documents import (
    Document,
    Justified,
    documents,
)
from counterpoint.domain.commissioning.specification.requirements import (
    Asks,
    Requirement,
    ends_of,
    lines,
    outcomes_of,
    prescribing,
    requirements,
)
from counterpoint.domain.commissioning.specification.social_value import Remark, SocialValue
from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    Kind,
    Label,
    Serves,
    Vocabulary,
)
from counterpoint.domain.vocabulary.lexicon import Lexicon

LONELY = Concept(
    "outcome.loneliness",
    Kind.OUTCOME,
    "Less loneliness",
    labels=(Label("loneliness", Audience.COMMISSIONER),),
)
CHOIR = Concept(
    "activity.choir",
    Kind.ACTIVITY,
    "Choir",
    serves=(Serves("outcome.loneliness"), Serves("population.gone")),
    labels=(Label("choir", Audience.ARTS),),
)
VOCABULARY = Vocabulary((LONELY, CHOIR))
read = Lexicon(VOCABULARY).read


def one(text: str) -> Requirement:
    (found,) = requirements(text, read)
    return found


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Loneliness falls among people who live alone", Asks.OUTCOME),
        ("Run a choir", Asks.ACTIVITY),
        ("Deliver 12 weekly sessions of two hours", Asks.ACTIVITY),
        ("Ten-week courses with six workshops", Asks.ACTIVITY),
        ("A choir that lessens loneliness", Asks.BOTH),
        ("Loneliness falls; there are monthly meetings", Asks.BOTH),
        ("The provider is insured", Asks.NEITHER),
    ],
)
def test_a_requirement_asks_for_an_end_or_prescribes_means(text: str, asks: Asks) -> None:
    assert one(text).asks is asks


def test_the_words_that_say_so_are_kept() -> None:
    found = one("Deliver 12 weekly sessions of choir against loneliness")
    assert [hit.words for hit in found.outcomes] == [("loneliness",)]
    assert [hit.words for hit in found.means] == [("choir",)]
    assert found.delivery == ("12 weekly sessions",)


def test_bullets_and_numbers_are_no_part_of_a_requirement() -> None:
    text = "1. Run a choir\n\n  - Loneliness falls\n(b) 30 people take part\n• Be kind"
    assert lines(text) == (
        "Run a choir",
        "Loneliness falls",
        "30 people take part",
        "Be kind",
    )


def test_outcomes_are_listed_once_and_prescribing_lines_counted() -> None:
    found = requirements("Less loneliness\nRun a choir\nNo loneliness", read)
    assert outcomes_of(found) == (LONELY,)
    assert [line.text for line in prescribing(found)] == ["Run a choir"]


def test_prescribed_means_are_answered_by_the_end_they_serve() -> None:
    assert ends_of(one("Run a choir").means, VOCABULARY.get) == (LONELY,)


@given(st.text(max_size=200))
def test_any_text_can_be_checked(text: str) -> None:
    for found in requirements(text, read):
        assert found.text == " ".join(found.text.split())
        assert found.asks in Asks


MENTAL_HEALTH = "A community mental-health service for adults"


def test_a_hard_hat_policy_on_a_mental_health_service_is_warned_of() -> None:
    (found,) = documents("Hard-hat policy", MENTAL_HEALTH)
    assert found.justified is Justified.NOT_AT_ALL
    assert found.is_out_of_place
    assert found.belongs_to == "building work"


def test_a_hard_hat_policy_on_a_building_site_is_not() -> None:
    (found,) = documents("Hard hat policy", "Murals on a building site")
    assert found.justified is Justified.BY_TEXT
    assert not found.is_out_of_place


def test_a_hard_hat_policy_stays_doubtful_with_a_reason() -> None:
    (found,) = documents("Hard-hat policy: we always ask", MENTAL_HEALTH)
    assert found.justified is Justified.BY_REASON
    assert found.is_out_of_place


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        ("Accounts because we pay in advance", "Accounts", "we pay in advance"),
        ("- Accounts: we pay in advance", "Accounts", "we pay in advance"),
        ("1. Accounts – we pay in advance.", "Accounts", "we pay in advance"),
        ("Accounts, as we pay in advance", "Accounts", "we pay in advance"),
        ("Three years of accounts", "Three years of accounts", ""),
        ("Risk-assessment", "Risk-assessment", ""),
    ],
)
def test_a_reason_may_stand_beside_the_document(line: str, name: str, reason: str) -> None:
    assert documents(line, "") == (Document(name, reason),)


def test_safeguarding_needs_no_reason_where_the_work_is_with_children() -> None:
    (found,) = documents("Safeguarding policy", "Dance for children aged 8 to 11")
    assert found.justified is Justified.BY_TEXT
    assert found.words == "children"


@pytest.mark.parametrize(
    ("question", "weight", "names_outcome", "remarks"),
    [
        ("", None, False, (Remark.NOT_ASKED,)),
        ("", "10", False, (Remark.WEIGHT_WITHOUT_QUESTION,)),
        ("What will change?", None, True, (Remark.NOT_SCORED,)),
        ("What will change?", "0", True, (Remark.NOT_SCORED,)),
        ("How nice are you?", "5", False, (Remark.NO_OUTCOME,)),
        ("How will loneliness fall?", "10", True, ()),
    ],
)
def test_social_value_counts_only_with_question_weight_and_outcome(
    question: str, weight: str | None, names_outcome: bool, remarks: tuple[Remark, ...]
) -> None:
    asked = SocialValue(question, None if weight is None else Decimal(weight), names_outcome)
    assert asked.remarks == remarks
    assert asked.is_scored is bool(question and weight and Decimal(weight))
