"""Organisations, offers, needs and awards as cards in a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.directory.models import (
    Award,
    Need,
    Offer,
    Organisation,
    OrganisationRole,
)
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.web.components import Card, Flag, Link, Tag, Voice

WORDS_IN_SUMMARY = 40
MOST_TAGS = 6
# Terms of the arts' own side; the others are how public services speak.
ARTS_KINDS = {Concept.Kind.ART_FORM, Concept.Kind.ACTIVITY, Concept.Kind.PRACTICE_MODEL}
ROLE_NAMES = dict(OrganisationRole.Role.choices)


def role_names(roles: Iterable[str]) -> list[str]:
    return [str(ROLE_NAMES[role]) for role in roles]


def term_tag(concept: Concept) -> Tag:
    voice: Voice = "warm" if concept.kind in ARTS_KINDS else "cool"
    return Tag(concept.name, f"/vocabulary/{concept.code}/", voice)


def summary(text: str) -> str:
    return Truncator(text).words(WORDS_IN_SUMMARY, truncate="…")


def day(moment: datetime) -> str:
    return date_format(localtime(moment), "j F Y")


def organisation_card(organisation: Organisation) -> Card:
    """Wants `queries.lists.organisations_with_details`."""
    roles = [one.role for one in organisation.roles.all()]
    terms: list[Any] = organisation.terms  # type: ignore[attr-defined]  # prefetched
    return Card(
        title=organisation.name,
        url=organisation.get_absolute_url(),
        kind=", ".join(role_names(sorted(roles))),
        voice="cool" if "commissioner" in roles else "warm",
        summary=summary(organisation.description),
        facts=_organisation_facts(organisation),
        tags=[term_tag(tag.concept) for tag in terms[:MOST_TAGS]],
        flags=_flags(organisation),
    )


def _organisation_facts(organisation: Organisation) -> list[str]:
    facts = [organisation.place.name] if organisation.place else []
    count: int = organisation.offer_count  # type: ignore[attr-defined]  # annotated
    if count:
        facts.append(ngettext("{count} offer", "{count} offers", count).format(count=count))
    if organisation.verified_at:
        facts.append(_("checked {day}").format(day=day(organisation.verified_at)))
    return facts


def offer_card(offer: Offer) -> Card:
    facts = [offer.place.name if offer.place else offer.place_words]
    if offer.travel_km:
        facts.append(_("travels {distance} km").format(distance=offer.travel_km))
    if offer.is_online:
        facts.append(_("also online"))
    if offer.price_amount is not None:
        facts.append(price(offer))
    return Card(
        title=offer.title,
        url=offer.get_absolute_url(),
        kind=offer.organisation.name if offer.organisation else str(_("Offer")),
        voice="warm",
        summary=summary(offer.description),
        facts=[fact for fact in facts if fact],
        tags=_tags(offer),
        flags=_flags(offer),
    )


def need_card(need: Need) -> Card:
    facts = [need.place.name if need.place else need.place_words]
    if need.wanted_by:
        facts.append(_("wanted by {day}").format(day=date_format(need.wanted_by, "j F Y")))
    if need.budget_amount is not None:
        facts.append(money(need.budget_amount, need.budget_currency))
    return Card(
        title=need.title,
        url=need.get_absolute_url(),
        kind=need.organisation.name if need.organisation else str(_("Need")),
        voice="cool",
        summary=summary(need.statement),
        facts=[fact for fact in facts if fact],
        tags=_tags(need),
        flags=_flags(need),
    )


def price(offer: Offer) -> str:
    if offer.price_amount is None:
        return offer.price_note
    amount = money(offer.price_amount, offer.price_currency)
    return f"{amount} {offer.get_price_unit_display()}".strip()


def recipient_name(award: Award) -> str:
    """A private person is never named."""
    if award.is_to_individual or award.recipient is None:
        return _("An individual")
    return award.recipient.name


def awarded_when(award: Award) -> str:
    if award.awarded_on is not None:
        return date_format(award.awarded_on, "j F Y")
    return award.awarded_note


def _tags(record: Offer | Need) -> list[Tag]:
    terms: list[Any] = record.terms  # type: ignore[union-attr]  # prefetched
    return [term_tag(tag.concept) for tag in terms[:MOST_TAGS]]


def _flags(record: Organisation | Offer | Need) -> list[Flag]:
    flags = []
    if record.is_example:
        flags.append(Flag(_("Invented example"), "info"))
    if isinstance(record, Organisation) and record.closed_on is not None:
        closed = date_format(record.closed_on, "j F Y")
        flags.append(Flag(_("Closed"), "warning", closed))
    return flags


@dataclass(frozen=True)
class AwardRow:
    title: str
    url: str
    amount: str
    when: str
    funder: Link
    recipient: Link
    source: str


def award_row(award: Award) -> AwardRow:
    recipient = award.recipient
    return AwardRow(
        title=award.title,
        url=award.get_absolute_url(),
        amount=money(award.amount, award.currency),
        when=awarded_when(award),
        funder=Link(award.funder.name, award.funder.get_absolute_url()),
        recipient=Link(
            recipient_name(award), recipient.get_absolute_url() if recipient else ""
        ),
        source=award.source.name,
    )
