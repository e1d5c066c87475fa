"""The route page: the open question with what has been answered, or the advice with its reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.forms.route import Asked
from counterpoint.apps.directory.presenters.money import money
from counterpoint.domain.commissioning.route.due import counted_day
from counterpoint.domain.commissioning.route.rules import (
    CURRENCY,
    Asks,
    Counting,
    Force,
    Notice,
    Reason,
    Rulebook,
)
from counterpoint.domain.commissioning.route.walking import Answered, Walk
from counterpoint.domain.commissioning.working_days import Nation, skipped_between
from counterpoint.web.components import Link

NATIONS: Mapping[Nation, str | Promise] = {
    Nation.ENGLAND: gettext_lazy("England"),
    Nation.WALES: gettext_lazy("Wales"),
    Nation.SCOTLAND: gettext_lazy("Scotland"),
    Nation.NORTHERN_IRELAND: gettext_lazy("Northern Ireland"),
}
FORCES: Mapping[Force, str | Promise] = {
    Force.MUST: gettext_lazy("must be used"),
    Force.MAY: gettext_lazy("may be used"),
}
# Real programmes, whose sums are public; the answers are how they would be given today.
EXAMPLES: tuple[tuple[str | Promise, Mapping[str, str]], ...] = (
    (
        gettext_lazy("Six lots of at most £35,000, one a district, advertised (Kent)"),
        {
            "instrument": "contract",
            "health": "no",
            "value": "35000",
            "lots": "several",
            "lot_count": "6",
            "aggregate": "alone",
            "buyer": "sub-central",
            "service": "light-touch",
            "advertise": "yes",
        },
    ),
    (
        gettext_lazy("Grants of up to £5,000 to local groups (York)"),
        {"instrument": "grant", "why": "The fund supports what local groups already do."},
    ),
)


@dataclass(frozen=True)
class AnswerLine:
    question: str
    answer: str
    change_url: str


@dataclass(frozen=True)
class ReasonShown:
    text: str
    sources: tuple[Link, ...]
    is_unsettled: bool


@dataclass(frozen=True)
class NoticeLine:
    name: str
    when: str
    counted: str
    sources: tuple[Link, ...]
    is_unsettled: bool


def answer_lines(walk: Walk, asked: Asked) -> list[AnswerLine]:
    """Each answer with the address at which it is asked again and the ones before it stand."""
    return [
        AnswerLine(
            one.question.text,
            answer_words(one),
            address(asked.on, walk.answered[:number]),
        )
        for number, one in enumerate(walk.answered)
    ]


def answer_words(one: Answered) -> str:
    if one.question.asks is Asks.MONEY:
        return money(Decimal(one.answer), CURRENCY)
    return one.question.label_of(one.answer)


def address(on: date, answered: Iterable[Answered], **more: str) -> str:
    query = {"on": on.isoformat(), **{one.question.code: one.answer for one in answered}}
    return f"{reverse('buying-route')}?{urlencode({**query, **more})}"


def kept_fields(walk: Walk, asked: Asked) -> list[tuple[str, str]]:
    """What a form on the page sends along unseen."""
    return [
        ("on", asked.on.isoformat()),
        *((one.question.code, one.answer) for one in walk.answered),
    ]


def examples(on: date) -> list[Link]:
    return [
        Link(
            str(label),
            f"{reverse('buying-route')}?{urlencode({'on': on.isoformat(), **answers})}",
        )
        for label, answers in EXAMPLES
    ]


def advice_shown(walk: Walk, asked: Asked, book: Rulebook) -> dict[str, Any]:
    advice = walk.advice
    assert advice is not None
    notices = [book.notices[code] for code in advice.notices]
    return {
        "advice": advice,
        "routes": [(route, FORCES[route.force]) for route in advice.routes],
        "reasons": [reason_shown(one, book) for one in dict.fromkeys(walk.reasons)],
        "compared": _compared(walk, book),
        "why_a_grant": next(
            (one.answer for one in walk.answered if one.question.code == "why"), ""
        ),
        "remember": [reason_shown(one, book) for one in advice.remember],
        "notices": [_notice_line(one, asked, book) for one in notices],
        "is_counted": any(one.counting is not Counting.NONE for one in notices),
        "counted_from": asked.counted_from,
        "nation": asked.nation,
        "nations": list(NATIONS.items()),
        "skipped": _skipped(notices, asked),
        "lots_total": _lots_total(walk),
    }


def reason_shown(reason: Reason, book: Rulebook) -> ReasonShown:
    return ReasonShown(reason.text, _sources(reason.sources, book), reason.is_unsettled)


def _sources(keys: Iterable[str], book: Rulebook) -> tuple[Link, ...]:
    return tuple(
        Link(book.sources[key].title, book.sources[key].url, note=key) for key in keys
    )


def _compared(walk: Walk, book: Rulebook) -> list[dict[str, Any]]:
    return [
        {
            "money": money(amount, CURRENCY),
            "threshold": money(threshold.amount, CURRENCY),
            "name": threshold.name,
            "is_reached": amount >= threshold.amount,
            "valid_from": threshold.valid_from,
            "valid_to": threshold.valid_to,
            "sources": _sources(threshold.sources, book),
        }
        for amount, threshold in walk.compared
    ]


def _lots_total(walk: Walk) -> str:
    """The ceiling of all lots together, which people ask for even where each stands alone."""
    known = {one.question.code: one.answer for one in walk.answered}
    if "lot_count" not in known:
        return ""
    return money(Decimal(known["value"]) * int(known["lot_count"]), CURRENCY)


def _notice_line(notice: Notice, asked: Asked, book: Rulebook) -> NoticeLine:
    return NoticeLine(
        notice.name,
        notice.when,
        _counted(notice, asked),
        _sources(notice.sources, book),
        notice.is_unsettled,
    )


def _counted(notice: Notice, asked: Asked) -> str:
    if asked.counted_from is None:
        return ""
    last = counted_day(notice, asked.counted_from, asked.nation)
    if last is None:
        return ""
    if notice.counting is Counting.DAYS_AFTER:
        return _("by %(day)s") % {"day": _day(last)}
    earliest = last + timedelta(1)
    return _("the wait ends with %(last)s; the contract may follow from %(earliest)s") % {
        "last": _day(last),
        "earliest": _day(earliest),
    }


def _day(day: date) -> str:
    return date_format(day, "l j F Y")


def _skipped(notices: Iterable[Notice], asked: Asked) -> list[str]:
    """Bank holidays that the counts stepped over, so that a reader can check them."""
    if asked.counted_from is None:
        return []
    counted = [
        last
        for one in notices
        if one.counting not in (Counting.NONE, Counting.DAYS_AFTER)
        and (last := counted_day(one, asked.counted_from, asked.nation))
    ]
    if not counted:
        return []
    found = skipped_between(asked.counted_from, max(counted), asked.nation)
    return [f"{name}, {_day(day)}" for day, name in found]
