"""The application as its writers see it: each question with its answer, what is still missing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.forms.applying import COLUMNS
from counterpoint.apps.commissioning.models import (
    Answer,
    Application,
    Attachment,
    Call,
    Question,
    SavedAnswer,
)
from counterpoint.apps.commissioning.presenters.calls import ceiling_words, moment, time_left
from counterpoint.apps.commissioning.queries.library import offered_for, saved_answers
from counterpoint.apps.commissioning.queries.progress import Progress, questions_now
from counterpoint.apps.directory.presenters.money import money
from counterpoint.domain.commissioning.calls.questions import Kind, money_total, words_in
from counterpoint.domain.commissioning.calls.standing import Act, may

SPARE_ROWS = 2
HEADINGS = {
    Kind.MONEY: (gettext_lazy("What for"), gettext_lazy("Pounds")),
    Kind.MEASURES: (gettext_lazy("Outcome"), gettext_lazy("How you will know")),
}


@dataclass(frozen=True)
class QuestionForm:
    """One question with what was answered. `theirs` is another answer saved meanwhile."""

    question: Question
    kind: str
    value: Any
    version: int
    troubles: tuple[str, ...] = ()
    words: str = ""
    options: tuple[tuple[str, bool], ...] = ()
    headings: tuple[str | Promise, str | Promise] = ("", "")
    rows: tuple[tuple[int, str, str], ...] = ()
    total: str = ""
    files: tuple[Attachment, ...] = ()
    offered: tuple[SavedAnswer, ...] = ()
    theirs: str | None = None
    saved: str = ""

    @property
    def names(self) -> tuple[str, str]:
        return COLUMNS[Kind(self.kind)]

    @property
    def is_table(self) -> bool:
        return self.kind in COLUMNS


@dataclass(frozen=True)
class LotForm:
    number: int
    title: str
    ceiling: str
    is_chosen: bool
    price: str
    least: str
    wrong: str = ""


@dataclass
class ApplicationView:
    progress: Progress
    questions: list[QuestionForm]
    lots: list[LotForm]
    is_open: bool
    deadline: str
    left: str
    is_expression: bool
    others: list[str] = field(default_factory=list)
    partnership_url: str = ""


def application_view(
    application: Application, progress: Progress, at: datetime, *, is_expression: bool
) -> ApplicationView:
    call = application.call
    is_open = may(Act.APPLY, call.standing(at))
    closes = call.expressions_close_at if is_expression else call.closes_at
    return ApplicationView(
        progress=progress,
        questions=question_forms(application, progress),
        lots=lot_forms(application),
        is_open=is_open,
        deadline=moment(closes),
        left=time_left(closes, at) if is_open and closes and closes > at else "",
        is_expression=is_expression,
        partnership_url=partnership_url(call),
        others=[
            *progress.others,
            *(f"{one.rule.sentence} {one.why}" for one in progress.failed_rules),
        ],
    )


def partnership_url(call: Call) -> str:
    """The search for the smallest groups that cover what the call asks, begun with its words."""
    query = {"q": f"{call.title}. {call.purpose}"[:1_500]}
    if call.place:
        query["place"] = call.place.name
    if call.pot:
        query["budget"] = f"{call.pot:.0f}"
    return f"{reverse('partnerships')}?{urlencode(query)}"


def question_forms(application: Application, progress: Progress) -> list[QuestionForm]:
    answers = {one.question_id: one for one in application.answers.all()}
    files = list(application.attachments.all())
    saved = saved_answers(application.organisation)
    return [
        question_form(
            one,
            answers.get(one.pk),
            troubles=tuple(progress.by_question.get(one.pk, ())),
            files=tuple(file for file in files if file.question_id == one.pk),
            offered=tuple(offered_for(one, saved)) if one.kind == Kind.LONG else (),
        )
        for one in questions_now(application)
    ]


def question_form(
    question: Question,
    answer: Answer | None,
    *,
    mine: Any = None,
    troubles: tuple[str, ...] = (),
    files: tuple[Attachment, ...] = (),
    offered: tuple[SavedAnswer, ...] = (),
) -> QuestionForm:
    """With `mine` when somebody else saved meanwhile: both are shown, and mine is in the box."""
    stored = answer.value if answer else ""
    value = stored if mine is None else mine
    kind = Kind(question.kind)
    is_table = kind in COLUMNS
    rows = (value if isinstance(value, list) else []) if is_table else []
    empty: list[dict[str, str]] = [{} for _spare in range(SPARE_ROWS)] if is_table else []
    first, second = COLUMNS.get(kind, ("", ""))
    chosen = value if isinstance(value, list) else [value]
    return QuestionForm(
        question=question,
        kind=question.kind,
        value=value if isinstance(value, str) else "",
        version=answer.version if answer else 0,
        troubles=troubles,
        words=_words(question, value),
        options=tuple((one, one in chosen) for one in question.choices),
        headings=HEADINGS.get(kind, ("", "")),
        rows=tuple(
            (number, row.get(first, ""), row.get(second, ""))
            for number, row in enumerate([*rows, *empty], start=1)
        ),
        total=money(money_total(rows), "GBP") if kind is Kind.MONEY and rows else "",
        files=files,
        offered=tuple(one for one in offered if one.text != value),
        theirs=_plain(stored) if mine is not None else None,
        saved=moment(answer.updated_at) if answer else "",
    )


def lot_forms(application: Application, wrong: dict[int, str] | None = None) -> list[LotForm]:
    bids = {one.lot_id: one for one in application.bids.all()}
    made = []
    for lot in application.call.lots.all():
        bid = bids.get(lot.pk)
        made.append(
            LotForm(
                lot.number,
                lot.title,
                ceiling_words(lot, application.call),
                is_chosen=bid is not None,
                price=str(bid.price) if bid and bid.price else "",
                least=str(bid.least) if bid and bid.least else "",
                wrong=(wrong or {}).get(lot.number, ""),
            )
        )
    return made


def _words(question: Question, value: Any) -> str:
    if question.kind not in (Kind.LONG, Kind.SHORT) or not isinstance(value, str):
        return ""
    count = words_in(value)
    if question.most_words:
        return _("{count} of {most} words").format(count=count, most=question.most_words)
    return _("{count} words").format(count=count) if count else ""


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "\n".join(
        ": ".join(row.values()) if isinstance(row, dict) else str(row) for row in value or []
    )
