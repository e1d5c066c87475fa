"""Programmes and what is catalogued of them."""

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.programmes.models import Item, Partner, Programme

Kind = Programme.Kind
LIGHT = Programme.objects.select_related("lead", "place", "parent").defer("place__outline")


def programmes() -> QuerySet[Programme]:
    """Whole programmes first, then pilots, then localities."""
    place = Case(
        When(kind=Kind.PROGRAMME, then=Value(0)),
        When(kind=Kind.PILOT, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    found = LIGHT.filter(stage=Stage.PUBLISHED).alias(order=place)
    return found.order_by("order", "name", "pk")


def catalogue(kind: str) -> QuerySet[Item]:
    """Of published programmes, newest first; what has no date comes last."""
    found = Item.objects.filter(kind=kind, programme__stage=Stage.PUBLISHED)
    return found.select_related("programme").order_by("-on", "title", "pk")


def in_places(ids: tuple[int, ...]) -> QuerySet[Programme]:
    return Programme.objects.public().filter(place__in=ids).order_by("name", "pk")


def part_of(organisation: Organisation) -> QuerySet[Partner, Any]:
    """Name and address of each published programme, with the roles that it had in it."""
    found = Partner.objects.filter(
        organisation=organisation, programme__stage=Stage.PUBLISHED
    ).order_by()
    return found.values_list("programme__name", "programme__slug", "role")
