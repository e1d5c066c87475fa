"""The page of an organisation, ready to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from counterpoint.apps.directory.models import OrganisationName, Succession
from counterpoint.apps.directory.presenters import pages
from counterpoint.apps.directory.presenters.cards import (
    AwardLine,
    award_line,
    need_card,
    offer_card,
    role_names,
    term_tag,
)
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.presenters.registers import register_link
from counterpoint.apps.directory.queries.organisation_page import (
    OrganisationPage,
    OtherEnd,
    OtherName,
    Total,
)
from counterpoint.web.components import Card, Fact, Flag, HistoryLine, Link, Tag

NAME_KINDS = dict(OrganisationName.Kind.choices)
# On the page of what came before: "was replaced by". On the page of what came after:
BECAME_THIS = {
    Succession.How.MERGED: _lazy("merged into this one"),
    Succession.How.SPLIT: _lazy("was split; this is one part"),
    Succession.How.REPLACED: _lazy("was replaced by this one"),
}
BECAME_THAT = dict(Succession.How.choices)


@dataclass(frozen=True)
class TotalRow:
    """Awards of one funder in one currency."""

    funder: Link
    count: int
    amount: str
    years: str


@dataclass(frozen=True)
class OrganisationView:
    kinds: list[str]
    names: list[str]
    tags: list[Tag]
    flags: list[Flag]
    facts: list[Fact]
    came_before: list[Link]
    came_after: list[Link]
    offers: list[Card]
    needs: list[Card]
    received: list[TotalRow]
    received_totals: list[str]
    awards_received: list[AwardLine]
    made: list[str]
    made_count: int
    awards_made: list[AwardLine]
    sources: list[pages.SourceShown] = field(default_factory=list)
    history: list[HistoryLine] = field(default_factory=list)


def organisation_view(
    page: OrganisationPage, *, at: datetime, is_insider: bool
) -> OrganisationView:
    organisation = page.organisation
    return OrganisationView(
        kinds=role_names(page.roles),
        names=[_other_name(name) for name in page.names],
        tags=[term_tag(term) for term in page.terms],
        flags=pages.flags(organisation, at),
        facts=_facts(page),
        came_before=[_other_end(one, BECAME_THIS) for one in page.predecessors],
        came_after=[_other_end(one, BECAME_THAT) for one in page.successors],
        offers=[offer_card(offer, is_at_home=True) for offer in page.offers],
        needs=[need_card(need, is_at_home=True) for need in page.needs],
        received=[_total_row(total) for total in page.received],
        received_totals=_by_currency(page.received),
        awards_received=[award_line(row) for row in page.awards_received],
        made=_by_currency(page.made),
        made_count=sum(total.count for total in page.made),
        awards_made=[award_line(row) for row in page.awards_made],
        sources=pages.sources(page.sources),
        history=pages.history(page.history, with_names=is_insider),
    )


def _facts(page: OrganisationPage) -> list[Fact]:
    origin = {name: row.source for row in reversed(page.sources) for name in row.fields}
    facts = []
    for field_name, term, value, url in _said(page):
        if value:
            said_by = origin.get(field_name)
            source = Link(said_by, "#sources") if said_by else None
            facts.append(Fact(term, value, url, source))
    return [*facts, *pages.checked(page.organisation)]


def _said(page: OrganisationPage) -> Iterator[tuple[str, str, Any, str]]:
    """Field, what it is called, what it says, where that leads."""
    one: Any = page.organisation  # with the names of what it points at
    place_url = f"/places/{one.place_code}/" if one.place_code else ""
    yield "place", _("Based in"), one.place_name or one.place_words, place_url
    # Where a freelancer works is often where they live.
    if not one.is_one_person:
        yield "address", _("Address"), ", ".join(filter(None, (one.address, one.postcode))), ""
    yield (
        "website",
        _("Website"),
        urlsplit(one.website).netloc.removeprefix("www."),
        one.website,
    )
    yield "email", _("E-mail"), one.email, f"mailto:{one.email}"
    yield "phone", _("Telephone"), one.phone, ""
    yield "legal_form", _("Legal form"), one.legal_form_name, ""
    for scheme, value in page.identifiers:
        register, link = register_link(scheme, value)
        yield "identifiers", register, link.label, link.url
    if one.opened_on:
        yield "opened_on", _("Founded"), date_format(one.opened_on, "j F Y"), ""


def _other_name(name: OtherName) -> str:
    years = _years(name.valid_from, name.valid_to)
    return f"{NAME_KINDS[name.kind]}: {name.name}" + (f" ({years})" if years else "")


def _years(start: date | None, end: date | None) -> str:
    if start and end:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if end:
        return _("until {year}").format(year=end.year)
    return _("from {year}").format(year=start.year) if start else ""


def _other_end(end: OtherEnd, words: Mapping[Any, Any]) -> Link:
    when = date_format(end.on, "j F Y") if end.on else ""
    how = str(words[end.how])
    note = ", ".join(part for part in (how, when, end.source) if part)
    return Link(end.name, f"/organisations/{end.slug}/", note)


def _total_row(total: Total) -> TotalRow:
    return TotalRow(
        funder=Link(total.funder, f"/organisations/{total.funder_slug}/"),
        count=total.count,
        amount=money(total.amount, total.currency),
        years=_years(total.earliest, total.latest),
    )


def _by_currency(totals: list[Total]) -> list[str]:
    """A sum for each currency; pounds and euros are never added together."""
    sums: dict[str, Any] = {}
    for total in totals:
        sums[total.currency] = sums.get(total.currency, 0) + total.amount
    return [money(amount, currency) for currency, amount in sorted(sums.items())]
