"""The decision tree of buying, asked with the two real cases and walked through as a whole."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterpoint.domain.commissioning.route.due import counted_day
from counterpoint.domain.commissioning.route.reading import (
    RulesDoNotHold,
    branches_of,
    rulebook_from,
)
from counterpoint.domain.commissioning.route.rules import Advise, Asks, Force
from counterpoint.domain.commissioning.route.walking import Walk, accepted, walk
from counterpoint.domain.commissioning.working_days import Nation

RULES = Path(__file__).parents[3] / "counterpoint" / "sources" / "buying" / "rules.yaml"
TODAY = date(2026, 11, 27)
KENT = {
    "instrument": "contract",
    "health": "no",
    "value": "35,000",
    "lots": "several",
    "lot_count": "6",
    "aggregate": "alone",
    "buyer": "sub-central",
    "service": "light-touch",
    "advertise": "yes",
}
YORK = {"instrument": "grant", "why": "The fund supports what groups already do."}
PSR = {"instrument": "contract", "health": "yes", "authority": "relevant", "framework": "no"}


def written() -> dict[str, Any]:
    rules: dict[str, Any] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return rules


BOOK = rulebook_from(written())


def advised(answers: Mapping[str, str], on: date = TODAY) -> tuple[list[str], list[str]]:
    advice = walk(BOOK, answers, on).advice
    assert advice is not None
    return [route.code for route in advice.routes], list(advice.notices)


def reasons(answers: Mapping[str, str]) -> str:
    return " ".join(one.text for one in walk(BOOK, answers, TODAY).reasons)


def test_kents_lot_of_35000_needs_a_below_threshold_notice_if_advertised() -> None:
    routes, notices = advised(KENT)
    assert routes == ["below-threshold"]
    assert notices == ["below-threshold-tender", "contract-details-below"]


def test_kents_lot_is_outside_the_provider_selection_regime() -> None:
    assert "outside the Provider Selection Regime" in reasons(KENT)


def test_kents_lots_need_not_be_aggregated() -> None:
    assert "The lots need not be aggregated" in reasons(KENT)
    (value, _threshold), _floor = walk(BOOK, KENT, TODAY).compared
    assert value == 35_000


def test_kents_lot_not_advertised_still_publishes_the_details_of_the_contract() -> None:
    assert advised(KENT | {"advertise": "no"}) == (
        ["below-threshold"],
        ["contract-details-below"],
    )


def test_yorks_grant_of_5000_needs_no_notice() -> None:
    assert advised(YORK) == (["grant"], [])


def test_none_of_the_three_questions_is_assumed() -> None:
    for question in ("health", "aggregate", "advertise"):
        without = {code: answer for code, answer in KENT.items() if code != question}
        stopped = walk(BOOK, without, TODAY)
        assert stopped.question is not None
        assert stopped.question.code == question


def test_six_lots_counted_together_reach_the_threshold_of_ordinary_services() -> None:
    together = KENT | {"aggregate": "together", "service": "services", "direct": "no"}
    assert advised(together)[0] == ["competitive"]
    assert walk(BOOK, together, TODAY).compared[0][0] == 210_000
    # The threshold was higher in 2025, so the same lots stayed below it.
    assert advised(together, date(2025, 12, 31))[0] == ["below-threshold"]


# existing only  choice satisfied changed  routes
PSR_TABLE = [
    (("yes", "yes", "", "", ""), ["psr-a!"], ["psr-award"]),
    (("yes", "no", "yes", "", ""), ["psr-b!"], ["psr-award-b"]),
    (("yes", "no", "no", "no", ""), ["psr-most-suitable", "psr-competitive"], None),
    (
        ("yes", "no", "no", "yes", "no"),
        ["psr-c", "psr-most-suitable", "psr-competitive"],
        None,
    ),
    (("yes", "no", "no", "yes", "yes"), ["psr-most-suitable", "psr-competitive"], None),
    (("no", "", "yes", "", ""), ["psr-b!"], ["psr-award-b"]),
    (("no", "", "no", "", ""), ["psr-most-suitable", "psr-competitive"], None),
]


@pytest.mark.parametrize(("answers", "routes", "notices"), PSR_TABLE)
def test_the_provider_selection_regime_goes_as_nhs_england_says(
    answers: tuple[str, ...], routes: list[str], notices: list[str] | None
) -> None:
    names = ("existing", "only_capable", "choice", "satisfied", "considerable_change")
    walked = walk(BOOK, PSR | dict(zip(names, answers, strict=True)), TODAY)
    assert walked.advice is not None
    marked = [
        one.code + ("!" if one.force is Force.MUST else "") for one in walked.advice.routes
    ]
    assert marked == routes
    assert list(walked.advice.notices) == (notices or ["psr-intention"])


@pytest.mark.parametrize("choice", ["yes", "no"])
def test_a_new_health_service_is_advised_on_as_unsettled(choice: str) -> None:
    walked = walk(BOOK, PSR | {"existing": "no", "choice": choice}, TODAY)
    assert any(one.is_unsettled for one in walked.reasons)


def test_an_existing_health_service_rests_on_settled_reasons() -> None:
    walked = walk(BOOK, PSR | {"existing": "yes", "only_capable": "yes"}, TODAY)
    assert not any(one.is_unsettled for one in walked.reasons)


@pytest.mark.parametrize(
    ("answers", "last_day_before", "first_day"),
    [
        (
            PSR | {"existing": "yes", "only_capable": "yes"},
            date(2023, 12, 31),
            date(2024, 1, 1),
        ),
        (KENT, date(2025, 2, 23), date(2025, 2, 24)),
    ],
)
def test_before_a_regime_was_in_force_no_route_is_named(
    answers: Mapping[str, str], last_day_before: date, first_day: date
) -> None:
    assert advised(answers, last_day_before) == ([], [])
    assert advised(answers, first_day)[0]


def test_a_threshold_that_nobody_has_set_yet_is_told_and_not_guessed() -> None:
    walked = walk(BOOK, KENT, date(2028, 1, 1))
    assert walked.advice is not None
    assert walked.advice.title == "The threshold of that day is not known here"
    assert not walked.advice.routes
    assert advised(KENT, date(2027, 12, 31))[0] == ["below-threshold"]


@pytest.mark.parametrize(
    ("buyer", "value", "notices"),
    [
        ("sub-central", "29999.99", []),
        ("sub-central", "30000", ["contract-details-below"]),
        ("central", "11999", []),
        ("central", "12000", ["contract-details-below"]),
    ],
)
def test_notices_begin_at_30000_and_at_12000_for_central_government(
    buyer: str, value: str, notices: list[str]
) -> None:
    answers = KENT | {"value": value, "lots": "one", "buyer": buyer, "advertise": "no"}
    assert advised(answers)[1] == notices


@pytest.mark.parametrize("value", ["663539.99", "663540"])
def test_the_light_touch_threshold_is_reached_by_the_sum_itself(value: str) -> None:
    answers = KENT | {"value": value, "lots": "one", "direct": "yes"}
    routes, notices = advised(answers)
    assert (routes == ["direct"]) is (value == "663540")
    assert ("transparency" in notices) is (value == "663540")


def every_walk(answers: Mapping[str, str], on: date) -> Iterator[Walk]:
    """Each way through the tree, by answering every open question in every way."""
    walked = walk(BOOK, answers, on)
    if walked.question is None:
        yield walked
        return
    question = walked.question
    ways = {
        Asks.CHOICE: [option.code for option in question.options],
        Asks.MONEY: ["5000", "35000", "250000", "700000"],
        Asks.NUMBER: ["6"],
        Asks.WORDS: ["Because."],
    }[question.asks]
    for way in ways:
        yield from every_walk({**answers, question.code: way}, on)


def test_every_piece_of_advice_is_reached_by_some_way_through() -> None:
    days = (date(2023, 6, 1), date(2024, 6, 1), TODAY, date(2028, 6, 1))
    walks = [walked for day in days for walked in every_walk({}, day)]
    reached = {walked.advice.title for walked in walks if walked.advice}
    assert reached == {one.title for one in BOOK.steps.values() if isinstance(one, Advise)}


def test_no_way_through_asks_the_same_twice() -> None:
    for walked in every_walk({}, TODAY):
        asked = [one.question.code for one in walked.answered]
        assert len(set(asked)) == len(asked)


def test_every_route_with_a_duty_gives_a_reason_with_a_source() -> None:
    for walked in every_walk({"instrument": "contract"}, TODAY):
        assert any(reason.sources for reason in walked.reasons)


def test_every_source_is_used_and_has_an_address() -> None:
    used = {key for one in (*BOOK.notices.values(), *BOOK.thresholds) for key in one.sources}
    for step in BOOK.steps.values():
        told = [branch.reason for branch in branches_of(step) if branch.reason]
        if isinstance(step, Advise):
            told += [step.reason, *step.remember]
        used |= {key for reason in told for key in reason.sources}
    assert used == set(BOOK.sources)
    assert all(source.url.startswith("https://") for source in BOOK.sources.values())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("value", "nothing"),
        ("value", "0"),
        ("value", "0.001"),
        ("value", "-5"),
        ("value", "NaN"),
        ("value", "1e400"),
        ("lot_count", "1"),
        ("lot_count", "2.5"),
        ("lot_count", "9999999999"),
        ("instrument", "gift"),
        ("why", "   "),
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(question: str, answer: str) -> None:
    assert accepted(BOOK.questions[question], answer) == ""


def test_an_answer_that_is_none_is_told_from_no_answer() -> None:
    assert walk(BOOK, {"instrument": "gift"}, TODAY).is_refused
    assert not walk(BOOK, {}, TODAY).is_refused


def test_an_intention_to_award_waits_until_the_eighth_working_day_after() -> None:
    notice = BOOK.notices["psr-intention"]
    assert counted_day(notice, date(2026, 12, 18), Nation.ENGLAND) == date(2027, 1, 4)


def test_an_award_without_competition_is_told_within_thirty_days() -> None:
    notice = BOOK.notices["psr-award"]
    assert counted_day(notice, date(2026, 12, 1), Nation.ENGLAND) == date(2026, 12, 31)


def test_a_standstill_of_the_procurement_act_begins_with_the_day_of_the_notice() -> None:
    notice = BOOK.notices["contract-award"]
    assert counted_day(notice, date(2026, 6, 1), Nation.ENGLAND) == date(2026, 6, 10)


def test_a_notice_without_a_number_of_days_is_given_no_day() -> None:
    assert counted_day(BOOK.notices["tender"], TODAY, Nation.ENGLAND) is None


def _changed(change: Any) -> dict[str, Any]:
    rules = written()
    change(rules)
    return rules


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda r: r.update(start="nowhere"), "no step nowhere"),
        (lambda r: r["steps"]["why"]["then"].update(to="nowhere"), "why names nowhere"),
        (
            lambda r: r["steps"]["health"].update(ask="wealth"),
            "wealth, which is not a question",
        ),
        (lambda r: r["steps"]["health"]["go"].pop("yes"), "each answer to health"),
        (lambda r: r["notices"]["tender"].update(sources=["R99"]), "no source R99"),
        (lambda r: r["steps"]["grant"].update(notices=["none"]), "grant names none"),
        (lambda r: r["steps"]["psr"]["then"].update(sources=["R99"]), "psr names R99"),
        (lambda r: r["thresholds"][0].update(valid_to=None), "two sums are in force at once"),
    ],
)
def test_rules_that_lead_nowhere_are_refused(change: Any, told: str) -> None:
    with pytest.raises(RulesDoNotHold, match=told):
        rulebook_from(_changed(change))
