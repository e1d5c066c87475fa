"""From answers to advice, one step at a time.

The answers may hold more than the walk comes past: what is not asked does not count, so an
address in which an early answer was changed still means something.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from counterpoint.domain.commissioning.route.rules import (
    Advise,
    Ask,
    Asks,
    Branch,
    Compare,
    InForce,
    Question,
    Reason,
    Rulebook,
    Step,
    Threshold,
)

MOST_MONEY = Decimal("1e12")
MOST_LOTS = 1_000


@dataclass(frozen=True, slots=True)
class Answered:
    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class Walk:
    """How far the answers lead: to a question that is open, or to advice."""

    answered: tuple[Answered, ...]
    reasons: tuple[Reason, ...]
    compared: tuple[tuple[Decimal, Threshold], ...]
    question: Question | None = None
    advice: Advise | None = None
    is_refused: bool = False  # an answer to the open question was given and is none


def walk(book: Rulebook, answers: Mapping[str, str], on: date) -> Walk:
    walker = _Walker(book, answers, on)
    step = book.steps[book.start]
    while not isinstance(step, Advise):
        branch = walker.branch_of(step)
        if branch is None:
            assert isinstance(step, Ask)
            return walker.stopped_at(book.questions[step.question])
        walker.note(branch.reason)
        step = book.steps[branch.to]
    walker.note(step.reason)
    return Walk(
        tuple(walker.answered), tuple(walker.reasons), tuple(walker.compared), advice=step
    )


def accepted(question: Question, written: str) -> str:
    """The answer as it counts, or nothing if it is none."""
    return _ACCEPT[question.asks](question, written.strip())


@dataclass
class _Walker:
    book: Rulebook
    answers: Mapping[str, str]
    on: date
    answered: list[Answered] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    compared: list[tuple[Decimal, Threshold]] = field(default_factory=list)

    def branch_of(self, step: Step) -> Branch | None:
        match step:
            case Ask():
                return self._asked(step)
            case InForce():
                return step.then if self.on >= step.since else step.before
            case Compare():
                return self._held_against(step)
        raise TypeError(step)

    def _asked(self, step: Ask) -> Branch | None:
        question = self.book.questions[step.question]
        answer = accepted(question, self.answers.get(question.code, ""))
        if not answer:
            return None
        # A later step may go by an answer that was given before.
        if Answered(question, answer) not in self.answered:
            self.answered.append(Answered(question, answer))
        return step.branches.get(answer, step.then)

    def _held_against(self, step: Compare) -> Branch:
        known = {one.question.code: one.answer for one in self.answered}
        threshold = self.book.threshold(step.threshold.format_map(known), self.on)
        if threshold is None:
            return step.unknown
        money = counted_money(known) if step.counts_lots else Decimal(known["value"])
        self.compared.append((money, threshold))
        return step.reached if money >= threshold.amount else step.below

    def note(self, reason: Reason | None) -> None:
        if reason is not None:
            self.reasons.append(reason)

    def stopped_at(self, question: Question) -> Walk:
        return Walk(
            tuple(self.answered),
            tuple(self.reasons),
            tuple(self.compared),
            question=question,
            is_refused=bool(self.answers.get(question.code, "").strip()),
        )


def counted_money(answers: Mapping[str, str]) -> Decimal:
    """What is held against a threshold: one lot, or all of them where they count together."""
    value = Decimal(answers["value"])
    if answers.get("aggregate") == "together":
        return value * int(answers["lot_count"])
    return value


def _choice(question: Question, written: str) -> str:
    return written if any(one.code == written for one in question.options) else ""


def _money(question: Question, written: str) -> str:
    """Whole pence; people write £35,000.00."""
    try:
        money = Decimal(written.replace(",", "").replace("£", "").strip())
    except InvalidOperation:
        return ""
    if not money.is_finite() or not 0 < money < MOST_MONEY:
        return ""
    rounded = money.quantize(Decimal("0.01"))
    if not rounded:
        return ""
    return str(rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded)


def _number(question: Question, written: str) -> str:
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        return ""
    return str(int(written)) if 2 <= int(written) <= MOST_LOTS else ""


def _words(question: Question, written: str) -> str:
    return " ".join(written.split())


_ACCEPT: Mapping[Asks, Callable[[Question, str], str]] = {
    Asks.CHOICE: _choice,
    Asks.MONEY: _money,
    Asks.NUMBER: _number,
    Asks.WORDS: _words,
}
