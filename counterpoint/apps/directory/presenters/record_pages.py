"""The pages of an offer, a need and an award, ready to print."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Award, Need, Offer, Organisation
from counterpoint.apps.directory.models.concepts import VOUCHED_FOR, Origin
from counterpoint.apps.directory.presenters import pages
from counterpoint.apps.directory.presenters.cards import (
    awarded_when,
    price,
    recipient,
    term_tag,
)
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.queries.record_pages import NeedPage, OfferPage
from counterpoint.web.components import Fact, Flag, HistoryLine, Link, Tag


@dataclass(frozen=True)
class TermsShown:
    arts: list[Tag]
    services: list[Tag]
    # Read by the system in an imported text; nobody has confirmed them.
    unconfirmed: list[Tag]


@dataclass(frozen=True)
class RecordView:
    """What an offer's and a need's page have in common."""

    terms: TermsShown
    flags: list[Flag]
    facts: list[Fact]
    history: list[HistoryLine]
    source: Link | None = None
    areas: list[Link] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)


def offer_view(page: OfferPage, *, at: datetime, is_insider: bool) -> RecordView:
    offer = page.offer
    return RecordView(
        terms=_terms(page.tags, is_imported=offer.source_file_id is not None),
        flags=[*pages.flags(offer, at), *_missing_assurance(offer)],
        facts=[*_offer_facts(offer), *pages.checked(offer)],
        history=pages.history(page.history, with_names=is_insider),
        source=_source(offer),
        areas=[Link(area.name, area.get_absolute_url()) for area in page.areas],
    )


def need_view(page: NeedPage, *, at: datetime, is_insider: bool) -> RecordView:
    need = page.need
    return RecordView(
        terms=_terms(page.tags, is_imported=need.source_file_id is not None),
        flags=pages.flags(need, at),
        facts=[*_need_facts(need), *pages.checked(need)],
        history=pages.history(page.history, with_names=is_insider),
        source=_source(need),
        indicators=[str(mapping) for mapping in page.indicators],
    )


def award_facts(award: Award) -> list[Fact]:
    to = recipient(*_recipient(award))
    rows = (
        (_("Amount"), money(award.amount, award.currency), ""),
        (_("From"), award.funder.name, award.funder.get_absolute_url()),
        (_("To"), to.label, to.url),
        (_("Awarded"), awarded_when(award), ""),
        (_("For the time"), _span(award), ""),
        (_("Programme"), award.programme, ""),
        (_("Art form, as published"), award.art_form_words, ""),
        (
            _("Place"),
            award.place or award.place_words,
            award.place.get_absolute_url() if award.place else "",
        ),
        (_("Identifier, as published"), award.identifier, ""),
    )
    return [Fact(term, value, url) for term, value, url in rows if value]


def _recipient(award: Award) -> tuple[str | None, str | None]:
    named = award.recipient if not award.is_to_individual else None
    return (named.name, named.slug) if named else (None, None)


def award_source(award: Award) -> Link:
    return pages.source_link(award.source_file, award.source_row, award.source_sheet)


def _terms(tags: list[Any], *, is_imported: bool) -> TermsShown:
    vouched = [tag.concept for tag in tags if tag.origin in VOUCHED_FOR]
    arts, services = pages.terms_by_side(vouched)
    proposed = [tag.concept for tag in tags if tag.origin == Origin.PROPOSED and is_imported]
    return TermsShown(
        arts=[term_tag(concept) for concept in arts],
        services=[term_tag(concept) for concept in services],
        unconfirmed=[term_tag(concept) for concept in proposed],
    )


def _missing_assurance(offer: Offer) -> list[Flag]:
    """Said, not held against anybody: an imported offer could not have filled it in."""
    missing = [
        name
        for name, said in (
            (_("safeguarding"), offer.safeguarding_statement),
            (_("insurance"), offer.insurance_statement),
        )
        if not said
    ]
    if not missing:
        return []
    note = _("Ask before you commission.")
    return [Flag(_("Nothing said about {what}").format(what=", ".join(missing)), "info", note)]


def _offer_facts(offer: Offer) -> list[Fact]:
    place = offer.place
    travel = _("{distance} km from there").format(distance=offer.travel_km)
    capacity = " ".join(
        str(part) for part in (offer.capacity_people, offer.capacity_note) if part
    )
    rows = (
        (_("Where"), place or offer.place_words, place.get_absolute_url() if place else ""),
        (_("Travels"), travel if offer.travel_km else "", ""),
        (_("Online or by telephone"), _("yes, too") if offer.is_online else "", ""),
        (_("How many at a time"), capacity, ""),
        (_("Price"), price(offer), ""),
        (
            _("More about the price"),
            offer.price_note if offer.price_amount is not None else "",
            "",
        ),
    )
    return [Fact(term, value, url) for term, value, url in rows if value]


def _need_facts(need: Need) -> list[Fact]:
    place = need.place
    budget = (
        money(need.budget_amount, need.budget_currency)
        if need.budget_amount is not None
        else ""
    )
    wanted = date_format(need.wanted_by, "j F Y") if need.wanted_by else ""
    rows = (
        (_("Where"), place or need.place_words, place.get_absolute_url() if place else ""),
        (_("For about"), _people(need), ""),
        (_("Budget"), budget, ""),
        (_("Wanted by"), wanted, ""),
    )
    return [Fact(term, value, url) for term, value, url in rows if value]


def _people(need: Need) -> str:
    return _("{number} people").format(number=need.people) if need.people else ""


def _source(record: Offer | Need) -> Link | None:
    if record.source_file is None:
        return None
    return pages.source_link(record.source_file, record.source_row, record.source_sheet)


def _span(award: Award) -> str:
    days = [date_format(day, "j F Y") for day in (award.starts_on, award.ends_on) if day]
    return " – ".join(days)


def organisation_terms(organisation: Organisation) -> TermsShown:
    tags = organisation.tags.select_related("concept").order_by("concept__name")
    return _terms(list(tags), is_imported=False)
