"""The kinds of question a form is built from, and what counts as an answer to each.

An answer is kept as it was typed, in a shape that JSON holds. It is judged only when the application
is sent: a form that is half filled in is nothing wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    SHORT = "short"
    LONG = "long"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    MONEY = "money"
    MEASURES = "measures"
    FILE = "file"
    PARTNERS = "partners"


# Answered on the form's own pages, not in a field of it.
ELSEWHERE = frozenset({Kind.FILE, Kind.PARTNERS})
LONGEST_SHORT = 300
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    kind: Kind
    text: str
    is_required: bool = True
    most_words: int | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stands in the way of sending, at which question."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Progress:
    answered: int
    of: int
    troubles: tuple[Trouble, ...]

    @property
    def is_complete(self) -> bool:
        return not self.troubles


def words_in(text: str) -> int:
    return len(_WORD.findall(text))


def is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, list):
        return not any(not is_empty(one) for one in value)
    if isinstance(value, Mapping):
        return all(is_empty(one) for one in value.values())
    return value is None


def money_total(rows: Sequence[Mapping[str, str]]) -> Decimal:
    """Of the rows that can be read; the others are troubles."""
    return sum((_money(row.get("amount", "")) or Decimal(0) for row in rows), Decimal(0))


def troubles_of(question: Question, value: Any) -> list[str]:
    """Nothing for an answer that can be sent."""
    if is_empty(value):
        return ["This needs an answer."] if question.is_required else []
    return JUDGES.get(question.kind, _nothing_wrong)(question, value)


def progress(questions: Sequence[Question], answers: Mapping[str, Any]) -> Progress:
    """`answers` by the key of the question; files and partners as the number there are."""
    troubles = [
        Trouble(question.key, says)
        for question in questions
        for says in troubles_of(question, answers.get(question.key))
    ]
    answered = sum(not is_empty(answers.get(question.key)) for question in questions)
    return Progress(answered, len(questions), tuple(troubles))


def _nothing_wrong(question: Question, value: Any) -> list[str]:
    return []


def _short(question: Question, value: Any) -> list[str]:
    if len(value) > LONGEST_SHORT:
        return [f"At most {LONGEST_SHORT} letters; this has {len(value)}."]
    return _long(question, value)


def _long(question: Question, value: Any) -> list[str]:
    count = words_in(value)
    if question.most_words and count > question.most_words:
        return [f"At most {question.most_words} words; this has {count}."]
    return []


def _number(question: Question, value: Any) -> list[str]:
    try:
        number = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return ["This must be a number."]
    return [] if number.is_finite() else ["This must be a number."]


def _choice(question: Question, value: Any) -> list[str]:
    return [] if value in question.choices else ["Choose one of the answers offered."]


def _choices(question: Question, value: Any) -> list[str]:
    unknown = [one for one in value if one not in question.choices]
    return ["Choose among the answers offered."] if unknown else []


def _money_rows(question: Question, value: Any) -> list[str]:
    said = []
    for number, row in enumerate(value, start=1):
        if is_empty(row):
            continue
        if is_empty(row.get("what")):
            said.append(f"Row {number}: say what it is for.")
        amount = _money(row.get("amount", ""))
        if amount is None or amount < 0:
            said.append(f"Row {number}: “{row.get('amount', '')}” is not a sum of money.")
    return said


def _money(text: str) -> Decimal | None:
    try:
        amount = Decimal(str(text).replace(",", "").replace("£", "").strip())
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _measures(question: Question, value: Any) -> list[str]:
    return [
        f"Row {number}: name the outcome and how you would know."
        for number, row in enumerate(value, start=1)
        if not is_empty(row) and (is_empty(row.get("outcome")) or is_empty(row.get("measure")))
    ]


JUDGES: dict[Kind, Callable[[Question, Any], list[str]]] = {
    Kind.SHORT: _short,
    Kind.LONG: _long,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.MONEY: _money_rows,
    Kind.MEASURES: _measures,
}
