"""Whole lists for files, read in pieces."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Prefetch

from counterpoint.apps.directory.models import (
    Award,
    Need,
    Offer,
    Organisation,
    OrganisationConcept,
)
from counterpoint.apps.directory.queries import lists
from counterpoint.apps.directory.queries.wanted import Wanted

AT_ONCE = 1_000


def organisations(wanted: Wanted) -> Iterator[Organisation]:
    vouched = OrganisationConcept.objects.vouched_for().select_related("concept")
    found = lists.organisations(wanted).select_related("place").defer("place__outline")
    yield from found.prefetch_related(
        "roles", "identifiers", "other_names", Prefetch("tags", vouched, to_attr="terms")
    ).iterator(AT_ONCE)


def offers(wanted: Wanted) -> Iterator[Offer]:
    yield from lists.offers_with_details(lists.offers(wanted)).iterator(AT_ONCE)


def needs(wanted: Wanted) -> Iterator[Need]:
    yield from lists.needs_with_details(lists.needs(wanted)).iterator(AT_ONCE)


def awards(wanted: Wanted) -> Iterator[Award]:
    yield from lists.awards_with_details(lists.awards(wanted)).iterator(AT_ONCE)


def awards_with_identifiers(wanted: Wanted) -> Iterator[Award]:
    """With the register numbers of both ends, as the 360Giving standard wants them."""
    found = lists.awards_with_details(lists.awards(wanted))
    yield from found.prefetch_related(
        "funder__identifiers", "recipient__identifiers"
    ).iterator(AT_ONCE)


EXPORTS: dict[str, Callable[[Wanted], Iterator[Any]]] = {
    "organisations": organisations,
    "offers": offers,
    "needs": needs,
    "awards": awards,
}
