"""The public pages: programmes, one programme, what is catalogued, what changed."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.directory.presenters.streams import csv_lines
from counterpoint.apps.programmes.models import Programme
from counterpoint.apps.programmes.permissions import can_see, can_write
from counterpoint.apps.programmes.presenters.catalogue import COLUMNS, TITLES
from counterpoint.apps.programmes.presenters.dates import period, when_words
from counterpoint.apps.programmes.presenters.feed import atom
from counterpoint.apps.programmes.presenters.programme_page import programme_view
from counterpoint.apps.programmes.queries import lists
from counterpoint.apps.programmes.queries.pages import (
    newest_history,
    programme_by_slug,
    programme_page,
)

ON_A_PAGE = 25


def seen_programme(request: HttpRequest, slug: str) -> Programme:
    """What one may not see does not exist."""
    found = programme_by_slug(slug)
    if found is None or not can_see(request.user, found):
        raise Http404
    return found


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    page = Paginator(lists.programmes(), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(one, period(one.starts, one.ends)) for one in page]
    return render(request, "programmes/index.html", {"page": page, "rows": rows})


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    found = seen_programme(request, slug)
    may_write = can_write(request.user, found)
    page = programme_page(found, with_drafts=may_write)
    today = timezone.localdate()
    view = programme_view(page, today=today, is_insider=may_write)
    context = {"programme": found, "page": page, "view": view, "may_write": may_write}
    return render(request, "programmes/programme.html", context)


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    found = programme_by_slug(slug)
    if found is None or not found.is_public:
        raise Http404
    return HttpResponse(atom(found, newest_history(found)), content_type=ATOM)


@require_safe
def catalogue(request: HttpRequest, kind: str) -> HttpResponse:
    page = Paginator(lists.catalogue(kind), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(one, when_words(one.on)) for one in page],
        "title": TITLES[kind],
        "kind": kind,
    }
    return render(request, "programmes/catalogue.html", context)


@require_safe
def catalogue_file(request: HttpRequest, kind: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        csv_lines(COLUMNS, lists.catalogue(kind).iterator(chunk_size=2_000)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{kind}s.csv"'},
    )


ATOM = "application/atom+xml; charset=utf-8"
