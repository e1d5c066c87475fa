"""The page of one programme, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.history.presenters import lines
from counterpoint.apps.programmes import words
from counterpoint.apps.programmes.models import Figure, Item, MoneyLine, Partner, Programme
from counterpoint.apps.programmes.presenters.dates import period, when_words
from counterpoint.apps.programmes.presenters.timeline import Timeline, timeline
from counterpoint.apps.programmes.queries.pages import (
    ProgrammePage,
    move_value,
    moves_in_time,
)
from counterpoint.domain.programmes import figures, pipeline
from counterpoint.domain.programmes.money import ADDS_UP, Money, MoneyKind, totals
from counterpoint.web.components import Fact, HistoryLine, Link

MONEY_WORDS = dict(words.MONEY_KINDS)
STATE_WORDS = dict(words.STATES)


@dataclass(frozen=True)
class MoneyGroup:
    title: str
    rows: list[tuple[MoneyLine, str]]  # with the amount in words
    total: str


@dataclass(frozen=True)
class MoveRow:
    state: str
    when: str
    evidence: str
    source_url: str
    pk: int


@dataclass(frozen=True)
class PartRow:
    link: Link
    kind: str
    stands_at: str
    reached: str
    quiet: str
    is_draft: bool


@dataclass(frozen=True)
class Answers:
    question: str
    is_disputed: bool
    rows: list[tuple[Figure, str]]  # with when it was said


@dataclass(frozen=True)
class ProgrammeView:
    facts: list[Fact]
    partners: list[tuple[str, list[tuple[Partner, str]]]]
    money: list[MoneyGroup]
    money_is_disputed: bool
    moves: list[MoveRow]
    timeline: Timeline | None
    quiet: str
    parts: list[PartRow]
    answers: list[Answers]
    items: list[tuple[str, list[tuple[Item, str]]]]
    history: list[HistoryLine]


def programme_view(page: ProgrammePage, *, today: date, is_insider: bool) -> ProgrammeView:
    pairs = moves_in_time(page.moves)
    told = lines(page.history, with_names=is_insider)
    return ProgrammeView(
        facts=_facts(page),
        partners=_partners(page.partners),
        money=_money(page.money),
        money_is_disputed=any(one.about == "money" for one in page.figures),
        moves=[
            MoveRow(
                str(move.get_state_display()),
                when_words(move.on) or _("no date in the sources"),
                move.evidence,
                move.source_url,
                move.pk,
            )
            for move, _value in pairs
        ],
        timeline=timeline(pairs),
        quiet=_quiet([value for _move, value in pairs], today),
        parts=[_part(one, today) for one in page.parts],
        answers=_answers(page.figures),
        items=_items(page.items),
        history=[HistoryLine(line.sentence, line.at) for line in told],
    )


def _facts(page: ProgrammePage) -> list[Fact]:
    one = page.programme
    disputed = any(row.about == "period" for row in page.figures)
    says = Link(_("what each source says"), "#figures") if disputed else None
    found = [Fact(_("Kind"), one.get_kind_display())]
    if one.parent:
        found.append(Fact(_("Part of"), one.parent.name, one.parent.get_absolute_url()))
    led = _("Programme led by") if one.parent else _("Led by")
    found.append(Fact(led, one.lead.name, one.lead.get_absolute_url()))
    if one.place:
        found.append(Fact(_("Where"), one.place.name, one.place.get_absolute_url()))
    if one.starts or one.ends:
        found.append(Fact(_("Period"), period(one.starts, one.ends), "", says))
    if one.source_url:
        found.append(Fact(_("Source"), _("where this is told"), one.source_url))
    return found


def _partners(partners: Sequence[Partner]) -> list[tuple[str, list[tuple[Partner, str]]]]:
    grouped = []
    for role, title in words.ROLES:
        rows = [(one, period(one.since, one.until)) for one in partners if one.role == role]
        if rows:
            grouped.append((str(title), rows))
    return grouped


def _money(rows: Sequence[MoneyLine]) -> list[MoneyGroup]:
    """A table for each kind; a sum only where the kind adds up and there is something to add."""
    groups = []
    for kind in MoneyKind:
        here = [row for row in rows if row.kind == kind.value]
        if here:
            sums = totals(Money(kind, row.amount, row.currency) for row in here)
            total = ", ".join(money(one.amount, one.currency) for one in sums)
            shown = [(row, money(row.amount, row.currency)) for row in here]
            has_total = kind in ADDS_UP and len(here) > 1
            groups.append(
                MoneyGroup(str(MONEY_WORDS[kind.value]), shown, total if has_total else "")
            )
    return groups


def _part(programme: Programme, today: date) -> PartRow:
    pairs = moves_in_time(list(programme.moves.all()))
    values = [value for _move, value in pairs]
    state = pipeline.now_at(values)
    told = (_step(move) for move, _value in pairs)
    return PartRow(
        link=Link(programme.name, programme.get_absolute_url()),
        kind=programme.get_kind_display(),
        stands_at=str(STATE_WORDS[state.value]) if state else _("nothing recorded"),
        reached=" → ".join(told),
        quiet=_quiet(values, today),
        is_draft=not programme.is_public,
    )


def _step(move: Any) -> str:
    on = move_value(move).on
    return f"{move.get_state_display()} ({on.year})" if on else str(move.get_state_display())


def _quiet(values: Sequence[pipeline.Move], today: date) -> str:
    if not pipeline.is_stalled(values, today):
        return ""
    last = max((value.on for value in values if value.on), key=lambda on: on.last_day)
    return _("Nothing recorded since {when}").format(when=when_words(str(last)))


def _answers(rows: Sequence[Figure]) -> list[Answers]:
    values = [figures.Figure(row.question, row.figure, row.unit) for row in rows]
    return [
        Answers(
            group.words,
            group.is_disputed,
            [(row, when_words(row.said_on)) for row in rows if row.question == group.words],
        )
        for group in figures.by_question(values)
    ]


def _items(items: Sequence[Item]) -> list[tuple[str, list[tuple[Item, str]]]]:
    titles = {
        Item.Kind.PUBLICATION: _("Publications"),
        Item.Kind.EVENT: _("Events"),
        Item.Kind.MILESTONE: _("Milestones"),
    }
    grouped = []
    for kind, title in titles.items():
        rows = [(one, when_words(one.on)) for one in items if one.kind == kind]
        if rows:
            grouped.append((title, rows))
    return grouped
