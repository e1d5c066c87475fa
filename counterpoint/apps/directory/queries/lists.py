"""The lists of the directory: who is here, what is offered, needed and was awarded."""

from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from counterpoint.apps.directory.models import (
    Award,
    Need,
    NeedConcept,
    Offer,
    OfferConcept,
    Organisation,
    OrganisationConcept,
    OrganisationName,
    OrganisationRole,
)
from counterpoint.apps.directory.models.concepts import VOUCHED_FOR
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.queries.wanted import Wanted
from counterpoint.domain.interchange.values.names import name_key


def organisations(wanted: Wanted) -> QuerySet[Organisation]:
    found = Organisation.objects.public()
    if wanted.roles:
        in_role = OrganisationRole.objects.filter(role__in=wanted.roles)
        found = found.filter(pk__in=in_role.values("organisation"))
    if wanted.has_offers:
        found = found.filter(Exists(_offers_of_outer()))
    if wanted.place is not None:
        found = found.filter(place__in=wanted.place.within)
    if wanted.about:
        found = found.filter(_works_on(wanted.concept_ids))
    key = name_key(wanted.text) if wanted.text else ""
    if key:
        called = OrganisationName.objects.filter(folded_name__contains=key)
        found = found.filter(
            Q(folded_name__contains=key) | Q(pk__in=called.values("organisation"))
        )
    return found.order_by(*_organisation_order(wanted.sort, key))


def offers(wanted: Wanted) -> QuerySet[Offer]:
    found = Offer.objects.public()
    if wanted.place is not None:
        reached = Offer.service_areas.through.objects.filter(
            place__in=[*wanted.place.within, *wanted.place.holders]
        )
        found = found.filter(
            Q(place__in=wanted.place.within) | Q(pk__in=reached.values("offer"))
        )
    if wanted.about:
        found = found.filter(pk__in=_tagged(OfferConcept, "offer", wanted.concept_ids))
    if wanted.text:
        found = found.filter(
            Q(title__icontains=wanted.text) | Q(description__icontains=wanted.text)
        )
    return found.order_by(*_order(OFFER_ORDERS, wanted.sort))


def needs(wanted: Wanted) -> QuerySet[Need]:
    found = Need.objects.public()
    if wanted.place is not None:
        found = found.filter(place__in=[*wanted.place.within, *wanted.place.holders])
    if wanted.about:
        found = found.filter(pk__in=_tagged(NeedConcept, "need", wanted.concept_ids))
    if wanted.text:
        found = found.filter(
            Q(title__icontains=wanted.text) | Q(statement__icontains=wanted.text)
        )
    return found.order_by(*_order(NEED_ORDERS, wanted.sort))


def awards(wanted: Wanted) -> QuerySet[Award]:
    found = Award.objects.all()
    if wanted.funder:
        found = found.filter(funder__slug=wanted.funder)
    if wanted.recipient:
        found = found.filter(recipient__slug=wanted.recipient)
    if wanted.place is not None:
        found = found.filter(place__in=wanted.place.within)
    if wanted.year:
        found = found.filter(awarded_on__year=wanted.year)
    if wanted.text:
        found = found.filter(title__icontains=wanted.text)
    return found.order_by(*_order(AWARD_ORDERS, wanted.sort))


# The first of each is the order of the list when none is asked for.
ORGANISATION_ORDERS: dict[str, tuple[Any, ...]] = {
    "name": ("name", "id"),
    "changed": ("-updated_at", "-id"),
    "checked": (F("verified_at").desc(nulls_last=True), "name", "id"),
}
OFFER_ORDERS: dict[str, tuple[Any, ...]] = {
    "newest": ("-published_at", "-id"),
    "title": ("title", "id"),
}
NEED_ORDERS: dict[str, tuple[Any, ...]] = {
    "newest": ("-published_at", "-id"),
    "title": ("title", "id"),
    "wanted": (F("wanted_by").asc(nulls_last=True), "-id"),
}
AWARD_ORDERS: dict[str, tuple[Any, ...]] = {
    "newest": (F("awarded_on").desc(nulls_last=True), "-id"),
    "title": ("title", "id"),
}


def _order(orders: dict[str, tuple[Any, ...]], sort: str) -> tuple[Any, ...]:
    return orders.get(sort) or next(iter(orders.values()))


def _organisation_order(sort: str, key: str) -> tuple[Any, ...]:
    order = _order(ORGANISATION_ORDERS, sort)
    if not key or (sort and sort != "name"):
        return order
    begins = Case(When(folded_name__startswith=key, then=Value(0)), default=Value(1))
    return (begins, *order)


def _works_on(concept_ids: tuple[int, ...]) -> Q:
    """By its own terms, or by those of something it offers."""
    offered = Offer.objects.public().filter(
        pk__in=_tagged(OfferConcept, "offer", concept_ids), organisation__isnull=False
    )
    return Q(pk__in=_tagged(OrganisationConcept, "organisation", concept_ids)) | Q(
        pk__in=offered.values("organisation")
    )


def _tagged(tags: type[Any], record: str, concept_ids: tuple[int, ...]) -> QuerySet[Any]:
    found: QuerySet[Any] = tags.objects.filter(
        concept__in=concept_ids, origin__in=VOUCHED_FOR
    ).values(record)
    return found


def _offers_of_outer() -> QuerySet[Offer]:
    return Offer.objects.filter(organisation=OuterRef("pk"), stage=Stage.PUBLISHED)
