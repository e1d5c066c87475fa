"""A book of buying rules from its file, refused as a whole if any part of it leads nowhere."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from counterpoint.domain.commissioning.route.rules import (
    Advise,
    Ask,
    Asks,
    Branch,
    Compare,
    Counting,
    Force,
    InForce,
    Notice,
    Option,
    Question,
    Reason,
    Route,
    Rulebook,
    Source,
    Step,
    Threshold,
)

Written = Mapping[str, Any]


class RulesDoNotHold(ValueError):
    """The file names something that it does not hold."""


def rulebook_from(written: Written) -> Rulebook:
    book = Rulebook(
        start=written["start"],
        sources={key: Source(key, **fields) for key, fields in written["sources"].items()},
        questions={code: _question(code, one) for code, one in written["questions"].items()},
        steps={code: _step(one) for code, one in written["steps"].items()},
        notices={code: _notice(code, one) for code, one in written["notices"].items()},
        thresholds=tuple(_threshold(one) for one in written["thresholds"]),
    )
    faults = tuple(_faults(book))
    if faults:
        raise RulesDoNotHold("; ".join(faults))
    return book


def _question(code: str, one: Written) -> Question:
    options = one.get("options", {})
    return Question(
        code,
        one["text"],
        one["hint"],
        Asks(one["asks"]),
        tuple(Option(answer, label) for answer, label in options.items()),
    )


def _notice(code: str, one: Written) -> Notice:
    return Notice(
        code,
        one["name"],
        one["when"],
        tuple(one["sources"]),
        Counting(one.get("counting", Counting.NONE)),
        one.get("days", 0),
        one.get("unsettled", False),
    )


def _threshold(one: Written) -> Threshold:
    dates: tuple[date, date | None] = (one["valid_from"], one["valid_to"])
    return Threshold(
        one["code"], one["name"], Decimal(one["amount"]), *dates, tuple(one["sources"])
    )


def _step(one: Written) -> Step:
    if "ask" in one:
        branches = {answer: _branch(to) for answer, to in one.get("go", {}).items()}
        return Ask(one["ask"], branches, _branch(one["then"]) if "then" in one else None)
    if "in_force" in one:
        return InForce(one["in_force"], _branch(one["then"]), _branch(one["before"]))
    if "compare" in one:
        ways = (_branch(one[way]) for way in ("below", "reached", "unknown"))
        return Compare(one["compare"], one["counts_lots"], *ways)
    return Advise(
        title=one["advise"],
        routes=tuple(
            Route(way["code"], way["name"], Force(way["force"]), way.get("about", ""))
            for way in one["routes"]
        ),
        notices=tuple(one["notices"]),
        reason=_reason(one["reason"]),
        remember=tuple(_reason(each) for each in one.get("remember", ())),
        criteria=tuple(one.get("criteria", ())),
    )


def _reason(one: Written) -> Reason:
    return Reason(one["text"], tuple(one.get("sources", ())), one.get("unsettled", False))


def _branch(one: Written) -> Branch:
    reason = _reason({**one, "text": one["reason"]}) if "reason" in one else None
    return Branch(one["to"], reason)


def branches_of(step: Step) -> tuple[Branch, ...]:
    match step:
        case Ask():
            return (*step.branches.values(), *((step.then,) if step.then else ()))
        case InForce():
            return step.then, step.before
        case Compare():
            return step.below, step.reached, step.unknown
    return ()


def _faults(book: Rulebook) -> Iterator[str]:
    if book.start not in book.steps:
        yield f"there is no step {book.start} to start from"
    for code, step in book.steps.items():
        for missing in _unknown_names(book, step):
            yield f"{code} names {missing}, which is not there"
        if isinstance(step, Ask):
            yield from _unanswered(book, code, step)
    citing: list[Notice | Threshold] = [*book.notices.values(), *book.thresholds]
    for key in (key for one in citing for key in one.sources):
        if key not in book.sources:
            yield f"there is no source {key}"
    yield from _overlaps(book.thresholds)


def _unknown_names(book: Rulebook, step: Step) -> Iterator[str]:
    reasons = [branch.reason for branch in branches_of(step) if branch.reason]
    if isinstance(step, Advise):
        reasons += [step.reason, *step.remember]
        yield from (code for code in step.notices if code not in book.notices)
    yield from (one.to for one in branches_of(step) if one.to not in book.steps)
    yield from (key for one in reasons for key in one.sources if key not in book.sources)


def _unanswered(book: Rulebook, code: str, step: Ask) -> Iterator[str]:
    question = book.questions.get(step.question)
    if question is None:
        yield f"{code} asks {step.question}, which is not a question"
    elif step.then is None and {one.code for one in question.options} != set(step.branches):
        yield f"{code} does not say where each answer to {step.question} leads"


def _overlaps(thresholds: tuple[Threshold, ...]) -> Iterator[str]:
    for number, one in enumerate(thresholds):
        for other in thresholds[:number]:
            if one.code == other.code and (
                one.holds_on(other.valid_from) or other.holds_on(one.valid_from)
            ):
                yield f"two sums are in force at once for {one.code}"
