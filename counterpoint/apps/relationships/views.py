"""The network of those who took part in programmes, at two dates, and as files."""

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from counterpoint.apps.relationships.presenters import files
from counterpoint.apps.relationships.presenters.network_page import network_view
from counterpoint.apps.relationships.queries.network import network, years


class Asked(forms.Form):
    then = forms.IntegerField(label=_("At the end of"), min_value=1900, max_value=2200)
    now = forms.IntegerField(label=_("and at the end of"), min_value=1900, max_value=2200)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = network(today)
    first, last = years(found.ties) or (today.year, today.year)
    chosen = {"then": first, "now": last}
    form = Asked(chosen | {name: request.GET[name] for name in chosen if name in request.GET})
    if form.is_valid():
        chosen = form.cleaned_data
    view = network_view(found, **chosen) if found.ties else None
    return render(request, "relationships/networks.html", {"form": form, "view": view})


@require_safe
def ties_csv(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        files.ties_csv(network(timezone.localdate())),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="ties.csv"'},
    )


@require_safe
def graphml(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        files.graphml(network(timezone.localdate())),
        content_type="application/graphml+xml",
        headers={"Content-Disposition": 'attachment; filename="network.graphml"'},
    )
