"""Questions of a form and what was answered, as a reader sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Question
from counterpoint.apps.directory.presenters.money import money
from counterpoint.domain.commissioning.calls.questions import Kind, money_total, words_in


@dataclass(frozen=True)
class QuestionShown:
    text: str
    hint: str
    kind: str
    limit: str
    choices: tuple[str, ...]
    is_required: bool


@dataclass(frozen=True)
class AnswerShown:
    """One answer as it was sent. `rows` for tables, `files` with their addresses."""

    text: str
    criterion: str
    words: str = ""
    note: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    total: str = ""
    files: tuple[tuple[str, str], ...] = ()


def questions_shown(questions: Iterable[Question]) -> list[QuestionShown]:
    return [
        QuestionShown(
            one.text,
            one.hint,
            str(one.get_kind_display()),
            _("at most {n} words").format(n=one.most_words) if one.most_words else "",
            tuple(one.choices),
            one.is_required,
        )
        for one in questions
    ]


def answers_shown(content: dict[str, Any], currency: str, file_url: str) -> list[AnswerShown]:
    """`file_url` is where a file is fetched, with its number in place of `{id}`."""
    return [_answer(one, currency, file_url) for one in content.get("answers", [])]


def content_shown(content: dict[str, Any], currency: str) -> dict[str, Any]:
    """What was sent, with its sums as people write them."""
    bids = [
        {**bid, "price": _sum(bid["price"], currency), "least": _sum(bid["least"], currency)}
        for bid in content.get("bids", [])
    ]
    return {**content, "bids": bids}


def _row_sum(row: dict[str, str], currency: str) -> str:
    return money(money_total([row]), currency)


def _sum(text: str, currency: str) -> str:
    return money(Decimal(text), currency) if text else ""


def _answer(said: dict[str, Any], currency: str, file_url: str) -> AnswerShown:
    value, kind = said["value"], said["kind"]
    files = tuple(
        (file["name"], file_url.format(id=file["id"])) for file in said.get("files", [])
    )
    base = {"text": said["text"], "criterion": said.get("criterion", ""), "files": files}
    if kind == Kind.MONEY:
        rows = value or []
        return AnswerShown(
            **base,
            rows=tuple((row.get("what", ""), _row_sum(row, currency)) for row in rows),
            total=money(Decimal(money_total(rows)), currency),
        )
    if kind == Kind.MEASURES:
        pairs = ((row.get("outcome", ""), row.get("measure", "")) for row in value or [])
        return AnswerShown(**base, rows=tuple(pairs))
    if kind == Kind.CHOICES:
        return AnswerShown(**base, words=", ".join(value or []))
    words = str(value or "")
    count = words_in(words)
    note = _("{n} words").format(n=count) if kind == Kind.LONG and count else ""
    return AnswerShown(**base, words=words, note=note)
