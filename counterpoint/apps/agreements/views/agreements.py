"""Pages of agreements: public ones, one's own, and one of them."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.agreements import permissions
from counterpoint.apps.agreements.forms.agreements import (
    GraduateForm,
    ReportForm,
    SignForm,
    WhyForm,
)
from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.agreements.presenters import agreements as presenter
from counterpoint.apps.agreements.queries import pages as queries
from counterpoint.apps.directory.permissions import can_edit
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.presenters.streams import csv_lines
from counterpoint.apps.history.presenters import lines

ON_A_PAGE = 25


def seen_agreement(request: HttpRequest, reference: str) -> Agreement:
    """What one may not see does not exist."""
    found = queries.agreement_by_reference(reference)
    if found is None or not permissions.can_see(request.user, found):
        raise Http404
    return found


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:200]
    page = Paginator(queries.public_agreements(words), ON_A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    rows = [(one, money(one.amount, one.currency)) for one in shown]
    context = {"page": shown, "rows": rows, "q": words}
    return render(request, "agreements/index.html", context)


@require_safe
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    rows = queries.public_agreements(request.GET.get("q", "")[:200]).iterator(chunk_size=2_000)
    return StreamingHttpResponse(
        csv_lines(presenter.COLUMNS, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="agreements.csv"'},
    )


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.my_agreements(signed_in(request)), ON_A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    rows = [(one, money(one.amount, one.currency)) for one in shown]
    return render(request, "agreements/mine.html", {"page": shown, "rows": rows})


@require_safe
def agreement(request: HttpRequest, reference: str) -> HttpResponse:
    found = seen_agreement(request, reference)
    whole = permissions.can_read_whole(request.user, found)
    page = queries.agreement_page(found, whole=whole)
    report = ReportForm()
    report.fields["indicator"].queryset = queries.indicators_of(found)  # type: ignore[attr-defined]
    sides = [
        side
        for side, who in (("funder", found.funder), ("provider", found.provider))
        if permissions.acts_for(request.user, who)
    ]
    signed = {one.side for one in page.signatures}
    context = {
        "agreement": found,
        "page": page,
        "view": presenter.agreement_view(
            found,
            page,
            lines(page.history, with_names=whole),  # type: ignore[arg-type]
        ),
        "whole": whole,
        "may_write": can_edit(request.user, found.funder),
        "acts_for_provider": "provider" in sides,
        "acts_for_funder": "funder" in sides,
        "to_sign": [side for side in sides if side not in signed],
        "variations": [
            (one, [s for s in sides if s not in {x.side for x in one.signatures.all()}])
            for one in page.variations
        ],
        "sign_form": SignForm(),
        "report_form": report,
        "graduate_form": GraduateForm(),
        "why_form": WhyForm(),
    }
    return render(request, "agreements/agreement.html", context)
