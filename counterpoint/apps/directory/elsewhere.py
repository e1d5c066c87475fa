"""What the directory shows on the pages of places and of terms. Loaded when the app starts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Award
from counterpoint.apps.directory.queries import lists
from counterpoint.apps.directory.queries.placing import Placed
from counterpoint.apps.directory.queries.wanted import Term, Wanted
from counterpoint.apps.places import panels
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary import uses
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.web.components import Link

MOST_NAMED = 5

ORGANISATIONS = _("Organisations based here")
OFFERS = _("Offers")
NEEDS = _("Needs")
AWARDS = _("Awards")


@panels.register
def organisations_here(place: Place, within: tuple[int, ...]) -> panels.Panel | None:
    return _panel(ORGANISATIONS, lists.organisations, "/organisations/", place)


@panels.register
def offers_here(place: Place, within: tuple[int, ...]) -> panels.Panel | None:
    return _panel(OFFERS, lists.offers, "/offers/", place)


@panels.register
def needs_here(place: Place, within: tuple[int, ...]) -> panels.Panel | None:
    return _panel(NEEDS, lists.needs, "/needs/", place)


@panels.register
def awards_here(place: Place, within: tuple[int, ...]) -> panels.Panel | None:
    """Without names of awards: there may be thousands, and none stands for the others."""
    count = Award.objects.filter(place__in=within).count()
    if not count:
        return None
    return panels.Panel(
        AWARDS, count, more=Link(str(_("See them all")), _url("/awards/", place))
    )


@uses.counts
def organisations_using(concept: Concept, within: tuple[int, ...]) -> uses.Use:
    return _use(_("organisations"), lists.organisations, "/organisations/", concept, within)


@uses.counts
def offers_using(concept: Concept, within: tuple[int, ...]) -> uses.Use:
    return _use(_("offers"), lists.offers, "/offers/", concept, within)


@uses.counts
def needs_using(concept: Concept, within: tuple[int, ...]) -> uses.Use:
    return _use(_("needs"), lists.needs, "/needs/", concept, within)


def _panel(
    title: Promise | str, find: Callable[[Wanted], QuerySet[Any]], path: str, place: Place
) -> panels.Panel | None:
    """Counted as the list counts, so that the number and the page behind it agree."""
    found = find(Wanted(place=Placed(place.name, place=place)))
    count = found.order_by().count()
    if not count:
        return None
    named = tuple(Link(str(one), one.get_absolute_url()) for one in found[:MOST_NAMED])
    more = Link(str(_("See them all")), _url(path, place)) if count > len(named) else None
    return panels.Panel(title, count, named, more)


def _use(
    label: Promise | str,
    find: Callable[[Wanted], QuerySet[Any]],
    path: str,
    concept: Concept,
    within: tuple[int, ...],
) -> uses.Use:
    term = Term(concept.code, concept.name, Kind(concept.kind), within)
    wanted = Wanted(about=concept.code, terms=(term,))
    count = find(wanted).order_by().count()
    return uses.Use(label, count, f"{path}?{urlencode({'about': concept.code})}")


def _url(path: str, place: Place) -> str:
    return f"{path}?{urlencode({'place': place.code})}"
