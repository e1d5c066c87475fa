"""A list as its page shows it: what was asked, how many there are, and ways to ask otherwise."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import OrganisationRole
from counterpoint.apps.directory.queries.pages import CappedPaginator
from counterpoint.apps.directory.queries.placing import choice_words
from counterpoint.apps.directory.queries.wanted import Wanted
from counterpoint.web.components import Chip, Facet, Link, Option

PAGED = ("page",)


@dataclass(frozen=True)
class Explanation:
    """Why the list is not what the words seemed to ask for, and what they may have meant."""

    sentence: str
    choices: tuple[Link, ...] = ()


def chips(path: str, asked: QueryDict, wanted: Wanted, filters: Collection[str]) -> list[Chip]:
    """Each thing that was asked and that this list can be narrowed by, to be taken off singly."""
    shown: list[Chip] = []
    if "role" in filters:
        names = dict(OrganisationRole.Role.choices)
        shown = [
            Chip(str(names[role]), without(path, asked, "role", role), _("Kind"))
            for role in wanted.roles
        ]
    shown += [
        Chip(value, without(path, asked, name), kind)
        for name, kind, value in _simple(wanted)
        if value and name in filters
    ]
    if wanted.about and "about" in filters:
        names_of_terms = ", ".join(term.name for term in wanted.terms) or wanted.about
        words = "" if names_of_terms == wanted.about else wanted.about
        url = without(path, asked, "about")
        shown.append(Chip(names_of_terms, url, _("About"), words))
    return shown


def _simple(wanted: Wanted) -> Iterator[tuple[str, str, str]]:
    yield "words", _("Words"), wanted.text
    yield "place", _("Place"), wanted.place.name if wanted.place else ""
    yield "funder", _("Funder"), wanted.funder
    yield "recipient", _("Recipient"), wanted.recipient
    yield "year", _("Year"), str(wanted.year or "")
    yield "offers", _("Offers"), _("has some") if wanted.has_offers else ""


def without(path: str, asked: QueryDict, name: str, value: str | None = None) -> str:
    """The same list without this; page numbers belong to the list as it was."""
    rest = asked.copy()
    if value is None:
        rest.pop(name, None)
    else:
        rest.setlist(name, [one for one in rest.getlist(name) if one != value])
    return _address(path, rest)


def sorts(
    path: str, asked: QueryDict, orders: Mapping[str, str | Promise], current: str
) -> list[Link]:
    current = current if current in orders else next(iter(orders))
    links = []
    for code, label in orders.items():
        url = _with(path, asked, "sort", code)
        links.append(Link(str(label), url, is_current=code == current))
    return links


def downloads(path: str, asked: QueryDict) -> list[Link]:
    """Of exactly what the page lists: /offers/?place=x as /offers.csv?place=x."""
    rest = asked.copy()
    for name in (*PAGED, "sort"):
        rest.pop(name, None)
    stem = path.rstrip("/")
    return [
        Link("CSV", _address(f"{stem}.csv", rest)),
        Link("JSON", _address(f"{stem}.json", rest)),
    ]


def role_facet(wanted: Wanted) -> Facet:
    options = [
        Option(str(label), value=role, is_chosen=role in wanted.roles)
        for role, label in OrganisationRole.Role.choices
    ]
    return Facet(_("Kind"), options, name="role")


def explanations(path: str, asked: QueryDict, wanted: Wanted) -> list[Explanation]:
    found = [Explanation(sentence) for sentence in wanted.not_understood.values()]
    if wanted.place is not None and wanted.place.says:
        links = tuple(
            Link(choice_words(choice), _with(path, asked, "place", choice.code))
            for choice in wanted.place.choices
        )
        found.append(Explanation(wanted.place.says, links))
    return found


def count_words(pages: CappedPaginator, singular: str, plural: str) -> str:
    """ "1 offer", "23 offers", "more than 10,000 offers"."""
    number = number_format(pages.count, use_l10n=True, force_grouping=True)
    words = f"{number} {singular if pages.count == 1 else plural}"
    return _("More than {words}").format(words=words) if pages.is_capped else words


def _with(path: str, asked: QueryDict, name: str, value: str) -> str:
    rest = asked.copy()
    rest[name] = value
    return _address(path, rest)


def _address(path: str, query: QueryDict) -> str:
    for name in PAGED:
        query.pop(name, None)
    for name in [name for name in query if not any(query.getlist(name))]:
        del query[name]
    return f"{path}?{query.urlencode()}" if query else path
