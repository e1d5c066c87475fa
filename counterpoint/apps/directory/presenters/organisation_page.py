"""The page of an organisation, ready to print."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Organisation, OrganisationName, Succession
from counterpoint.apps.directory.presenters import pages
from counterpoint.apps.directory.presenters.cards import (
    AwardRow,
    award_row,
    need_card,
    offer_card,
    role_names,
    term_tag,
)
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.presenters.registers import register_link
from counterpoint.apps.directory.queries.organisation_page import OrganisationPage, Total
from counterpoint.web.components import Card, Fact, Flag, HistoryLine, Link, Tag


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
    awards_received: list[AwardRow]
    made: list[str]
    made_count: int
    awards_made: list[AwardRow]
    sources: list[dict[str, Any]] = field(default_factory=list)
    history: list[HistoryLine] = field(default_factory=list)


def organisation_view(
    page: OrganisationPage, *, at: datetime, is_insider: bool
) -> OrganisationView:
    organisation = page.organisation
    for record, kind in ((page.offers, "offer"), (page.needs, "need")):
        for one in record:
            one.terms = [_Tagged(concept) for concept in page.terms.get((kind, one.pk), ())]
    concepts = page.terms.get(("organisation", organisation.pk), [])
    return OrganisationView(
        kinds=role_names(page.roles),
        names=[_other_name(name) for name in page.names],
        tags=[term_tag(concept) for concept in concepts],
        flags=pages.flags(organisation, at),
        facts=_facts(page),
        came_before=[_succession(one, one.predecessor) for one in page.predecessors],
        came_after=[_succession(one, one.successor) for one in page.successors],
        offers=[offer_card(offer) for offer in page.offers],
        needs=[need_card(need) for need in page.needs],
        received=[_total_row(total) for total in page.received],
        received_totals=_by_currency(page.received),
        awards_received=[award_row(award) for award in page.awards_received],
        made=_by_currency(page.made),
        made_count=sum(total.count for total in page.made),
        awards_made=[award_row(award) for award in page.awards_made],
        sources=pages.sources(page.provenance),
        history=pages.history(page.history, with_names=is_insider),
    )


@dataclass(frozen=True)
class _Tagged:
    concept: Any


def _facts(page: OrganisationPage) -> list[Fact]:
    origin = {name: row for row in reversed(page.provenance) for name in row.fields}
    facts = []
    for field_name, term, value, url in _said(page):
        row = origin.get(field_name)
        source = Link(row.source_file.source.name, "#sources") if row and value else None
        if value:
            facts.append(Fact(term, value, url, source))
    return [*facts, *pages.checked(page.organisation)]


def _said(page: OrganisationPage) -> Iterator[tuple[str, str, Any, str]]:
    """Field, what it is called, what it says, where that leads."""
    one, place = page.organisation, page.organisation.place
    yield (
        "place",
        _("Based in"),
        place or one.place_words,
        place.get_absolute_url() if place else "",
    )
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
    yield "legal_form", _("Legal form"), one.legal_form, ""
    for scheme, value in page.identifiers:
        register, link = register_link(scheme, value)
        yield "identifiers", register, link.label, link.url
    if one.opened_on:
        yield "opened_on", _("Founded"), date_format(one.opened_on, "j F Y"), ""


def _other_name(name: OrganisationName) -> str:
    kind = name.get_kind_display()
    years = _years(name.valid_from, name.valid_to)
    return f"{kind}: {name.name}" + (f" ({years})" if years else "")


def _years(start: date | None, end: date | None) -> str:
    if start and end:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if end:
        return _("until {year}").format(year=end.year)
    return _("from {year}").format(year=start.year) if start else ""


def _succession(succession: Succession, other: Organisation) -> Link:
    when = date_format(succession.on, "j F Y") if succession.on else ""
    note = ", ".join(part for part in (when, succession.source) if part)
    return Link(other.name, other.get_absolute_url(), note)


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
