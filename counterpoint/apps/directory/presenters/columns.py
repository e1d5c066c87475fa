"""The columns of each list as it leaves: readable in a spreadsheet, and by our own import again.

The headings are those that `counterpoint import` reads without being told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.presenters.cards import price

Value = Any
Column = Callable[[Any], Value]


@dataclass(frozen=True)
class Table:
    """A kind of record with the columns of its file, in their order."""

    name: str
    columns: Mapping[str, Column]

    def row(self, record: Any) -> dict[str, Value]:
        return {heading: column(record) for heading, column in self.columns.items()}


def _address(record: Any) -> str:
    return f"{settings.ADDRESS}{record.get_absolute_url()}"


def _day(value: datetime | date | None) -> str:
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if value else ""


def _place(record: Any) -> str:
    return record.place_words or (record.place.name if record.place else "")


def _terms(record: Any) -> list[str]:
    return [tag.concept.code for tag in record.terms]


def _organisation_name(record: Any) -> str:
    return record.organisation.name if record.organisation else ""


def _number(scheme: str) -> Column:
    def column(organisation: Organisation) -> str:
        numbers = organisation.identifiers.all()
        return next((one.value for one in numbers if one.scheme == scheme), "")

    return column


def _unless_a_home(name: str, otherwise: Value = "") -> Column:
    """Where a freelancer works is often where they live, so it is not handed out."""

    def column(organisation: Organisation) -> Value:
        return otherwise if organisation.is_one_person else getattr(organisation, name)

    return column


ORGANISATIONS = Table(
    "organisations",
    {
        "id": lambda one: one.slug,
        "name": lambda one: one.name,
        "kind": lambda one: [held.role for held in one.roles.all()],
        "description": lambda one: one.description,
        "website": lambda one: one.website,
        "email": lambda one: one.email,
        "phone": lambda one: one.phone,
        "place": _place,
        "address": _unless_a_home("address"),
        "postcode": _unless_a_home("postcode"),
        "latitude": _unless_a_home("latitude", None),
        "longitude": _unless_a_home("longitude", None),
        "charity number": _number("GB-CHC"),
        "company number": _number("GB-COH"),
        "identifiers": lambda one: [str(number) for number in one.identifiers.all()],
        "other name": lambda one: [other.name for other in one.other_names.all()],
        "terms": _terms,
        "founded on": lambda one: _day(one.opened_on),
        "closed on": lambda one: _day(one.closed_on),
        "verified on": lambda one: _day(one.verified_at),
        "updated on": lambda one: _day(one.updated_at),
        "page": _address,
    },
)
OFFERS = Table(
    "offers",
    {
        "id": lambda one: one.identifier,
        "title": lambda one: one.title,
        "description": lambda one: one.description,
        "place": _place,
        "organisation": _organisation_name,
        "capacity": lambda one: " ".join(
            str(part) for part in (one.capacity_people, one.capacity_note) if part
        ),
        "price": price,
        "travel km": lambda one: one.travel_km,
        "online": lambda one: one.is_online,
        "safeguarding": lambda one: one.safeguarding_statement,
        "insurance": lambda one: one.insurance_statement,
        "access": lambda one: one.accessibility_statement,
        "terms": _terms,
        "published on": lambda one: _day(one.published_at),
        "verified on": lambda one: _day(one.verified_at),
        "page": _address,
    },
)
NEEDS = Table(
    "needs",
    {
        "id": lambda one: one.identifier,
        "need": lambda one: one.statement,
        "title": lambda one: one.title,
        "place": _place,
        "organisation": _organisation_name,
        "people": lambda one: one.people,
        "budget": lambda one: one.budget_amount,
        "currency": lambda one: one.budget_currency if one.budget_amount is not None else "",
        "wanted by": lambda one: _day(one.wanted_by),
        "terms": _terms,
        "published on": lambda one: _day(one.published_at),
        "verified on": lambda one: _day(one.verified_at),
        "page": _address,
    },
)
AWARDS = Table(
    "awards",
    {
        "id": lambda one: one.identifier,
        "title": lambda one: one.title,
        "description": lambda one: one.description,
        "amount": lambda one: one.amount,
        "currency": lambda one: one.currency,
        "award date": lambda one: _day(one.awarded_on),
        "recipient": lambda one: one.recipient.name if one.recipient else "",
        "to an individual": lambda one: one.is_to_individual,
        "funder": lambda one: one.funder.name,
        "programme": lambda one: one.programme,
        "place": _place,
        "source": lambda one: one.source.name,
        "licence": lambda one: one.source.licence,
        "page": _address,
    },
)
TABLES = {table.name: table for table in (ORGANISATIONS, OFFERS, NEEDS, AWARDS)}
