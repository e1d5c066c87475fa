"""Calls in lists and on their own page: what stands where, by when, for how much."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.commissioning.models import Call, Notice, Question
from counterpoint.apps.commissioning.models import Lot as LotRecord
from counterpoint.apps.commissioning.queries.calls import CallPage
from counterpoint.apps.commissioning.words import STANDINGS
from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.apps.directory.presenters.money import money
from counterpoint.domain.commissioning.calls.lots import Lot, total_ceiling
from counterpoint.domain.commissioning.calls.standing import Standing
from counterpoint.domain.commissioning.working_days import Nation, working_days_after
from counterpoint.web.components import Card, Fact, Flag, FlagKind, Link

COLUMNS = Table(
    "calls",
    {
        "identifier": lambda call: call.reference,
        "title": lambda call: call.title,
        "by": lambda call: call.organisation.name,
        "kind": lambda call: str(call.get_kind_display()),
        "place": lambda call: call.place.name if call.place else "",
        "pot": lambda call: call.pot,
        "currency": lambda call: call.currency,
        "published_at": lambda call: _iso(call.published_at),
        "closes_at": lambda call: _iso(call.closes_at),
        "state": lambda call: call.state,
        "page": lambda call: f"{settings.ADDRESS}{call.get_absolute_url()}",
    },
)
KINDS: dict[Standing, FlagKind] = {
    Standing.OPEN: "success",
    Standing.ANNOUNCED: "info",
    Standing.WITHDRAWN: "danger",
    Standing.DRAFT: "warning",
}
SOON = timedelta(days=7)


def moment(at: datetime | None) -> str:
    """Day and minute with the zone: a deadline is never left to guessing."""
    if at is None:
        return ""
    here = timezone.localtime(at)
    return f"{date_format(here, 'j F Y, H:i')} {here.tzname()}"


def day(at: datetime | None) -> str:
    return date_format(timezone.localtime(at), "j F Y") if at else ""


def standing_words(call: Call, at: datetime) -> str:
    return str(STANDINGS[call.standing(at)])


def time_left(closes_at: datetime, at: datetime) -> str:
    left = closes_at - at
    if left.days >= 1:
        return ngettext("%(days)d day left", "%(days)d days left", left.days) % {
            "days": left.days
        }
    hours = int(left.total_seconds() // 3_600)
    if hours >= 1:
        return ngettext("%(hours)d hour left", "%(hours)d hours left", hours) % {
            "hours": hours
        }
    return _("Less than an hour left")


def card(call: Call, at: datetime) -> Card:
    standing = call.standing(at)
    facts = [call.organisation.name]
    if call.place:
        facts.append(call.place.name)
    if call.pot:
        facts.append(_("up to {sum}").format(sum=money(call.pot, call.currency)))
    if call.closes_at and call.has_known_times:
        facts.append(_("deadline {when}").format(when=moment(call.closes_at)))
    flags = [Flag(str(STANDINGS[standing]), KINDS.get(standing, "info"))]
    if standing is Standing.OPEN and call.closes_at and call.closes_at - at < SOON:
        flags.append(Flag(time_left(call.closes_at, at), "warning"))
    if call.is_example:
        flags.append(Flag(_("Invented example"), "info"))
    return Card(
        title=call.title,
        url=call.get_absolute_url(),
        kind=str(call.get_kind_display()),
        voice="cool",
        summary=call.purpose[:300],
        facts=facts,
        flags=flags,
    )


@dataclass(frozen=True)
class LotRow:
    pk: int
    number: int
    title: str
    place: str
    ceiling: str
    note: str
    awarded: str


@dataclass(frozen=True)
class StepRow:
    title: str
    kind: str
    by: str
    is_over: bool


@dataclass(frozen=True)
class CallView:
    facts: list[Fact]
    lots: list[LotRow]
    total: str
    steps: list[StepRow]
    standing: str
    flag: FlagKind
    left: str
    first_asked: list[Question]
    then_asked: list[Question]


def call_view(call: Call, page: CallPage, at: datetime) -> CallView:
    standing = call.standing(at)
    is_decided = standing is Standing.DECIDED
    lots = [
        LotRow(
            one.pk,
            one.number,
            one.title,
            one.place.name if one.place else "",
            ceiling_words(one, call),
            one.note,
            money(one.awarded, call.currency) if is_decided else "",
        )
        for one in page.lots
    ]
    total = total_ceiling(Lot(one.number, one.title, one.ceiling) for one in page.lots)
    return CallView(
        facts=facts(call, total),
        lots=lots,
        total=money(total, call.currency) if len(lots) > 1 and total else "",
        steps=[
            StepRow(
                one.title,
                str(one.get_kind_display()),
                moment(one.by) if call.has_known_times else "",
                bool(one.by and one.by < at),
            )
            for one in page.steps
        ],
        standing=str(STANDINGS[standing]),
        flag=KINDS.get(standing, "info"),
        left=time_left(call.closes_at, at)
        if standing is Standing.OPEN and call.closes_at
        else "",
        first_asked=[one for one in page.questions if one.in_expression],
        then_asked=[one for one in page.questions if not one.in_expression],
    )


def facts(call: Call, total: Decimal) -> list[Fact]:
    who = call.organisation
    place = call.place
    return [
        Fact(_("By"), who.name, who.get_absolute_url()),
        Fact(_("Kind"), call.get_kind_display()),
        *([Fact(_("Where"), place.name, f"/places/{place.code}/")] if place else []),
        *_money_facts(call, total),
        *_time_facts(call),
        *_rule_facts(call),
    ]


def _money_facts(call: Call, total: Decimal) -> Iterator[Fact]:
    if call.pot:
        note = _("less than the lots together") if call.pot < total else ""
        yield Fact(_("Up to"), money(call.pot, call.currency), note=note)


def _time_facts(call: Call) -> Iterator[Fact]:
    if not call.has_known_times:
        yield Fact(_("Times"), _("not known: no source that was read gives day and hour"))
        return
    if call.opens_at:
        yield Fact(_("Opens"), moment(call.opens_at))
    if call.expressions_close_at:
        yield Fact(_("Expressions of interest by"), moment(call.expressions_close_at))
    if call.closes_at:
        grace = _("No grace after it.")
        if call.grace_minutes:
            grace = _("What arrives within {n} minutes after it is taken too.").format(
                n=call.grace_minutes
            )
        yield Fact(_("Deadline"), moment(call.closes_at), note=grace)
    if call.delivery_from or call.delivery_to:
        yield Fact(_("The work"), _period(call))


def _rule_facts(call: Call) -> Iterator[Fact]:
    if call.need and call.need.is_public:
        yield Fact(_("Answers the need"), call.need.title, call.need.get_absolute_url())
    if call.route:
        advice = call.route_advice.get("address", "")
        yield Fact(_("Way of buying"), call.route, advice, note=call.route_reason)
    if call.standstill_days:
        words = _("{n} working days before anything is signed").format(n=call.standstill_days)
        yield Fact(_("Standstill"), words, note=_standstill_end(call))
    if call.source_url:
        yield Fact(_("Written down from"), call.source_url, call.source_url)


def _standstill_end(call: Call) -> str:
    if call.decided_at is None:
        return ""
    told = timezone.localtime(call.decided_at).date()
    last = working_days_after(told, call.standstill_days, Nation.ENGLAND)
    words = _("It ends with {day}, by the bank holidays of England.")
    return words.format(day=date_format(last, "j F Y"))


def ceiling_words(lot: LotRecord, call: Call) -> str:
    return money(lot.ceiling, call.currency) if lot.ceiling else _("not said")


def _period(call: Call) -> str:
    parts = [
        date_format(one, "j F Y") for one in (call.delivery_from, call.delivery_to) if one
    ]
    return " – ".join(parts)


def feed(calls: Iterable[Call], at: datetime) -> str:
    address = f"{settings.ADDRESS}/calls/"
    made = Atom1Feed(
        title=_("Calls on Counterpoint"),
        link=address,
        description=_("Calls for applications and tenders"),
        feed_url=f"{settings.ADDRESS}/calls.atom",
        language=settings.LANGUAGE_CODE,
    )
    for call in calls:
        made.add_item(
            title=f"{call.title} ({standing_words(call, at)})",
            link=f"{settings.ADDRESS}{call.get_absolute_url()}",
            description=call.purpose,
            unique_id=f"{settings.ADDRESS}{call.get_absolute_url()}",
            pubdate=call.published_at,
            updateddate=call.updated_at,
            author_name=call.organisation.name,
        )
    return str(made.writeString("utf-8"))


def changes_feed(call: Call, notices: Iterable[Notice]) -> str:
    address = f"{settings.ADDRESS}{call.get_absolute_url()}"
    made = Atom1Feed(
        title=_("Notices of {name}").format(name=call.title),
        link=address,
        description=call.purpose,
        feed_url=f"{address}changes.atom",
        language=settings.LANGUAGE_CODE,
    )
    for notice in notices:
        link = f"{address}versions/{notice.number}/"
        made.add_item(
            title=f"{notice.get_kind_display()}: {call.title}",
            link=link,
            description=notice.text,
            unique_id=link,
            pubdate=notice.at,
            updateddate=notice.at,
            author_name=call.organisation.name,
        )
    return str(made.writeString("utf-8"))


def version_links(notices: Iterable[Notice]) -> list[Link]:
    return [
        Link(
            str(one.get_kind_display()),
            f"{one.call.get_absolute_url()}versions/{one.number}/",
            moment(one.at),
        )
        for one in notices
    ]


def _iso(at: datetime | None) -> str:
    return at.isoformat() if at else ""
