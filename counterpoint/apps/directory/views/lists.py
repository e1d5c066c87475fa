"""The public lists, and the same lists as files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from counterpoint.apps.directory.forms.asking import asked
from counterpoint.apps.directory.presenters import cards, listing
from counterpoint.apps.directory.presenters.columns import TABLES
from counterpoint.apps.directory.presenters.streams import csv_lines, json_parts
from counterpoint.apps.directory.queries import lists, rows
from counterpoint.apps.directory.queries.exports import EXPORTS
from counterpoint.apps.directory.queries.pages import page_of


@dataclass(frozen=True)
class List:
    """One kind of list: where its records come from and how it is spoken of."""

    name: str
    one: str | Promise
    several: str | Promise
    find: Callable[[Any], Any]
    as_rows: Callable[[Any], list[Any]]
    show: Callable[[Any], Any]
    orders: dict[str, str | Promise]
    filters: frozenset[str]


ORGANISATIONS = List(
    "organisations",
    _("organisation"),
    _("organisations"),
    lists.organisations,
    rows.organisation_rows,
    cards.organisation_card,
    {"name": _("Name"), "changed": _("Latest change"), "checked": _("Last checked")},
    frozenset({"words", "place", "about", "role", "offers"}),
)
OFFERS = List(
    "offers",
    _("offer"),
    _("offers"),
    lists.offers,
    rows.offer_rows,
    cards.offer_card,
    {"newest": _("Newest"), "title": _("Title")},
    frozenset({"words", "place", "about"}),
)
NEEDS = List(
    "needs",
    _("need"),
    _("needs"),
    lists.needs,
    rows.need_rows,
    cards.need_card,
    {"newest": _("Newest"), "wanted": _("Wanted soonest"), "title": _("Title")},
    frozenset({"words", "place", "about"}),
)
AWARDS = List(
    "awards",
    _("award"),
    _("awards"),
    lists.awards,
    rows.award_rows,
    cards.award_line,
    {"newest": _("Newest"), "title": _("Title")},
    frozenset({"words", "place", "funder", "recipient", "year"}),
)


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    return _list(request, ORGANISATIONS)


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    return _list(request, OFFERS)


@require_safe
def needs(request: HttpRequest) -> HttpResponse:
    return _list(request, NEEDS)


@require_safe
def awards(request: HttpRequest) -> HttpResponse:
    return _list(request, AWARDS)


def _list(request: HttpRequest, kind: List) -> HttpResponse:
    wanted, path = asked(request.GET), request.path
    pages, page = page_of(kind.find(wanted), request.GET.get("page", ""), kind.as_rows)
    context = {
        "wanted": wanted,
        "page": page,
        "rows": [kind.show(row) for row in page.object_list],
        "count": listing.count_words(pages, str(kind.one), str(kind.several)),
        "is_capped": pages.is_capped,
        "chips": listing.chips(path, request.GET, wanted, kind.filters),
        "clear_url": path,
        "sorts": listing.sorts(path, request.GET, kind.orders, wanted.sort),
        "downloads": listing.downloads(path, request.GET),
        "explanations": listing.explanations(path, request.GET, wanted),
        "roles": listing.role_facet(wanted),
    }
    return render(request, f"directory/{kind.name}.html", context)


@require_safe
def download(request: HttpRequest, name: str, style: str) -> StreamingHttpResponse:
    """Exactly what the list shows for the same address, all of it, in the same order."""
    records, table = EXPORTS[name](asked(request.GET)), TABLES[name]
    if style == "json":
        response = StreamingHttpResponse(
            json_parts(table, records), content_type="application/json"
        )
    else:
        response = StreamingHttpResponse(
            csv_lines(table, records), content_type="text/csv; charset=utf-8"
        )
    response["Content-Disposition"] = f'attachment; filename="counterpoint-{name}.{style}"'
    return response
