"""Whole lists for files, read in pieces."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from counterpoint.apps.directory.models import (
    Award,
    Need,
    NeedConcept,
    Offer,
    OfferConcept,
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
    yield from _with_terms(lists.offers(wanted), OfferConcept)


def needs(wanted: Wanted) -> Iterator[Need]:
    yield from _with_terms(lists.needs(wanted), NeedConcept)


def awards(wanted: Wanted) -> Iterator[Award]:
    yield from _with_both_ends(lists.awards(wanted)).iterator(AT_ONCE)


def awards_with_identifiers(wanted: Wanted) -> Iterator[Award]:
    """With the register numbers of both ends, as the 360Giving standard wants them."""
    found = _with_both_ends(lists.awards(wanted))
    yield from found.prefetch_related(
        "funder__identifiers", "recipient__identifiers"
    ).iterator(AT_ONCE)


EXPORTS: dict[str, Callable[[Wanted], Iterator[Any]]] = {
    "organisations": organisations,
    "offers": offers,
    "needs": needs,
    "awards": awards,
}


def _with_terms(found: QuerySet[Any], tags: Any) -> Iterator[Any]:
    vouched = tags.objects.vouched_for().select_related("concept")
    whole = found.select_related("organisation", "place").defer("place__outline")
    yield from whole.prefetch_related(Prefetch("tags", vouched, to_attr="terms")).iterator(
        AT_ONCE
    )


def _with_both_ends(found: QuerySet[Award]) -> QuerySet[Award]:
    ends = found.select_related("funder", "recipient", "place", "source")
    return ends.defer("place__outline")
