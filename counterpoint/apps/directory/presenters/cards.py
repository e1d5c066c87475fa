"""Organisations, offers, needs and awards as lines of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.directory.models import Award, Offer, OrganisationRole
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.queries.rows import (
    AwardRow,
    NeedRow,
    OfferRow,
    OrganisationRow,
    Term,
)
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.web.components import Card, Flag, Link, Tag, Voice

SIGNS_IN_SUMMARY = 260
MOST_TAGS = 6
# Terms of the arts' own side; the others are how public services speak.
ARTS_KINDS = {Concept.Kind.ART_FORM, Concept.Kind.ACTIVITY, Concept.Kind.PRACTICE_MODEL}
ROLE_NAMES = dict(OrganisationRole.Role.choices)
PRICE_UNITS = dict(Offer.PriceUnit.choices)


def role_names(roles: Iterable[str]) -> list[str]:
    return [str(ROLE_NAMES[role]) for role in roles]


def term_tag(term: Term | Concept) -> Tag:
    voice: Voice = "warm" if term.kind in ARTS_KINDS else "cool"
    return Tag(term.name, f"/vocabulary/{term.code}/", voice)


def summary(text: str) -> str:
    """The beginning, up to a whole word."""
    if len(text) <= SIGNS_IN_SUMMARY:
        return text
    return text[:SIGNS_IN_SUMMARY].rpartition(" ")[0].rstrip(",;:") + "…"


def day(moment: datetime) -> str:
    return date_format(localtime(moment), "j F Y")


def organisation_card(row: OrganisationRow) -> Card:
    facts = [row.place] if row.place else []
    if row.offer_count:
        count = row.offer_count
        facts.append(ngettext("{count} offer", "{count} offers", count).format(count=count))
    if row.verified_at:
        facts.append(_("checked {day}").format(day=day(row.verified_at)))
    return Card(
        title=row.name,
        url=f"/organisations/{row.slug}/",
        kind=", ".join(role_names(sorted(row.roles))),
        voice="cool" if "commissioner" in row.roles else "warm",
        summary=summary(row.description),
        facts=facts,
        tags=_tags(row.terms),
        flags=_flags(row.is_example, row.closed_on),
    )


def offer_card(row: OfferRow, *, is_at_home: bool = False) -> Card:
    """At home, on its organisation's page, it need not say whose it is."""
    facts = [row.place or row.place_words]
    if row.travel_km:
        facts.append(_("travels {distance} km").format(distance=row.travel_km))
    if row.is_online:
        facts.append(_("also online"))
    facts.append(price(row) if row.price_amount is not None else "")
    return Card(
        title=row.title,
        url=f"/offers/{row.reference}/",
        kind=_("Offer") if is_at_home else row.organisation or _("Offer"),
        voice="warm",
        summary=summary(row.description),
        facts=[fact for fact in facts if fact],
        tags=_tags(row.terms),
        flags=_flags(row.is_example),
    )


def need_card(row: NeedRow, *, is_at_home: bool = False) -> Card:
    facts = [row.place or row.place_words]
    if row.wanted_by:
        facts.append(_("wanted by {day}").format(day=date_format(row.wanted_by, "j F Y")))
    if row.budget_amount is not None:
        facts.append(money(row.budget_amount, row.budget_currency))
    return Card(
        title=row.title,
        url=f"/needs/{row.reference}/",
        kind=_("Need") if is_at_home else row.organisation or _("Need"),
        voice="cool",
        summary=summary(row.statement),
        facts=[fact for fact in facts if fact],
        tags=_tags(row.terms),
        flags=_flags(row.is_example),
    )


@dataclass(frozen=True)
class AwardLine:
    title: str
    url: str
    amount: str
    when: str
    funder: Link
    recipient: Link


def award_line(row: AwardRow) -> AwardLine:
    return AwardLine(
        title=row.title,
        url=f"/awards/{row.pk}/",
        amount=money(row.amount, row.currency),
        when=awarded_when(row),
        funder=Link(row.funder, f"/organisations/{row.funder_slug}/"),
        recipient=recipient(
            None if row.is_to_individual else row.recipient, row.recipient_slug
        ),
    )


def recipient(name: str | None, slug: str | None) -> Link:
    """A private person is never named."""
    return Link(name, f"/organisations/{slug}/") if name else Link(_("An individual"), "")


def awarded_when(award: Award | AwardRow) -> str:
    if award.awarded_on is not None:
        return date_format(award.awarded_on, "j F Y")
    return award.awarded_note


def price(offer: Offer | OfferRow) -> str:
    if offer.price_amount is None:
        return offer.price_note
    amount = money(offer.price_amount, offer.price_currency)
    unit = PRICE_UNITS.get(offer.price_unit, "")
    return f"{amount} {unit}".strip()


def _tags(terms: list[Term]) -> list[Tag]:
    return [term_tag(term) for term in terms[:MOST_TAGS]]


def _flags(is_example: bool, closed_on: date | None = None) -> list[Flag]:
    flags = [Flag(_("Invented example"), "info")] if is_example else []
    if closed_on is not None:
        flags.append(Flag(_("Closed"), "warning", date_format(closed_on, "j F Y")))
    return flags
