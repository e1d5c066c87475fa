from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.commissioning.forms.price import settled, sheet
from counterpoint.apps.commissioning.presenters import price as presenter
from counterpoint.apps.commissioning.presenters.tools import tool_tabs
from counterpoint.apps.commissioning.queries.applications import budgets_to_write


@require_safe
def price(request: HttpRequest) -> HttpResponse:
    shorter = settled(request.GET)
    if shorter is not None:
        query = shorter.urlencode()
        return HttpResponseRedirect(
            f"{reverse('price')}?{query}" if query else reverse("price")
        )
    written = sheet(request.GET)
    address = presenter.address_of(request.GET)
    context = {
        "tools": tool_tabs(request.path),
        "sheet": written,
        "errors": presenter.errors(written),
        "sections": presenter.sections(written, request.GET.get("add", "")),
        "overheads": presenter.boxes(written, "year", "days_here", "days_in_all"),
        "offer": presenter.boxes(written, "price", "ceiling", "people"),
        "budgets": budgets_to_write(request.user, timezone.now()),
        "address": address,
        "csv_url": f"{reverse('price-csv')}?{address}",
        **presenter.result(written),
    }
    return render(request, "commissioning/price.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        "".join(presenter.csv_lines(sheet(request.GET))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="counterpoint-price.csv"'},
    )
