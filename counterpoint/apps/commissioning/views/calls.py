"""Public pages: the calls, one call, what was published of it and when."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.forms.calls import AskForm
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.permissions import can_see_call, can_write_call, seat_of
from counterpoint.apps.commissioning.presenters import calls as presenter
from counterpoint.apps.commissioning.presenters.responses import questions_shown
from counterpoint.apps.commissioning.queries import calls as queries
from counterpoint.apps.commissioning.queries.applications import my_applications_to
from counterpoint.apps.directory.presenters.streams import csv_lines
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.history.presenters import lines
from counterpoint.domain.commissioning.calls.standing import Act, Standing, may

ON_A_PAGE, IN_A_FEED = 25, 50
ATOM = "application/atom+xml; charset=utf-8"


def seen_call(request: HttpRequest, reference: str) -> Call:
    """What one may not see does not exist."""
    found = queries.call_by_reference(reference)
    if found is None or not can_see_call(request.user, found):
        raise Http404
    return found


def wanted(request: HttpRequest) -> tuple[queries.Wanted, str]:
    """What is asked for, and what is to be said about the place that was named."""
    place = request.GET.get("place", "").strip()
    where = placed(place) if place else None
    says = where.says if where is not None and where.place is None else ""
    asked = queries.Wanted(
        words=request.GET.get("q", "")[:200],
        standing=request.GET.get("standing", ""),
        kind=request.GET.get("kind", ""),
        within=where.within if where and where.place else (),
    )
    return asked, says


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    asked, says = wanted(request)
    page = Paginator(queries.calls(asked, now), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "cards": [presenter.card(call, now) for call in page],
        "asked": asked,
        "place": request.GET.get("place", ""),
        "says": says,
        "kinds": words.CALL_KINDS,
    }
    return render(request, "commissioning/calls.html", context)


@require_safe
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    asked, _says = wanted(request)
    rows = queries.calls(asked, timezone.now()).iterator(chunk_size=2_000)
    return StreamingHttpResponse(
        csv_lines(presenter.COLUMNS, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="calls.csv"'},
    )


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    asked, _says = wanted(request)
    found = queries.calls(asked, now)[:IN_A_FEED]
    return HttpResponse(presenter.feed(found, now), content_type=ATOM)


@require_safe
def call(request: HttpRequest, reference: str) -> HttpResponse:
    now = timezone.now()
    found = seen_call(request, reference)
    page = queries.call_page(found)
    may_write = can_write_call(request.user, found)
    standing = found.standing(now)
    context = {
        "call": found,
        "page": page,
        "view": presenter.call_view(found, page, now),
        # Of a call that is written down from sources, when it was written down says nothing.
        "history": lines(page.history, with_names=may_write) if found.has_known_times else [],
        "versions": presenter.version_links(page.notices) if found.has_known_times else [],
        "asked": [one for one in page.clarifications if one.answer or may_write],
        "first_asked": questions_shown(one for one in page.questions if one.in_expression),
        "then_asked": questions_shown(one for one in page.questions if not one.in_expression),
        "admitted": queries.admitted_to(found),
        "may_write": may_write,
        "may_apply": may(Act.APPLY, standing) and found.closes_at is not None,
        "may_ask": may(Act.ASK, standing),
        "is_closed": standing is Standing.CLOSED,
        "ask_form": AskForm(),
        "mine": my_applications_to(found, request.user),
        "seat": seat_of(request.user, found),
    }
    return render(request, "commissioning/call.html", context)


@require_safe
def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    found = seen_call(request, reference)
    notice = get_object_or_404(found.notices.all(), number=number)
    context = {
        "call": found,
        "notice": notice,
        "was": notice.snapshot,
        "when": presenter.moment(notice.at),
        "is_newest": notice.number == found.version,
    }
    return render(request, "commissioning/version.html", context)


@require_safe
def changes(request: HttpRequest, reference: str) -> HttpResponse:
    found = queries.call_by_reference(reference)
    if found is None or not found.is_public:
        raise Http404
    notices = found.notices.defer("snapshot")[:IN_A_FEED]
    return HttpResponse(presenter.changes_feed(found, notices), content_type=ATOM)
