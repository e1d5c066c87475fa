"""What is in here, from whom, under which licence. For everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.directory.presenters.streams import csv_lines, json_parts
from counterpoint.apps.imports.presenters.sources import TABLE, SourceShown, licence_url
from counterpoint.apps.imports.queries import sources as queries
from counterpoint.web.components import Link


@require_safe
def data_sources(request: HttpRequest) -> HttpResponse:
    shown = _shown()
    context = {
        "sources": shown,
        "own": [(one, licence_url(one.licence)) for one in queries.own_tables()],
        "downloads": [
            Link("CSV", "/data-sources/sources.csv"),
            Link("JSON", "/data-sources/sources.json"),
        ],
    }
    return render(request, "imports/data_sources.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    content = "".join(csv_lines(TABLE, _shown()))
    return _attached(HttpResponse(content, content_type="text/csv; charset=utf-8"), "csv")


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    content = "".join(json_parts(TABLE, _shown()))
    return _attached(HttpResponse(content, content_type="application/json"), "json")


def _attached(response: HttpResponse, style: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="counterpoint-sources.{style}"'
    return response


def _shown() -> list[SourceShown]:
    counts, invented = queries.records_by_source(), queries.invented_sources()
    return [
        SourceShown(source, counts.get(source.pk, {}), source.pk in invented)
        for source in queries.sources()
    ]
