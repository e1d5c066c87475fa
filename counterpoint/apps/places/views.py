from collections.abc import Iterable

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from counterpoint.apps.places import downloads, panels, presenters, queries


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    page = queries.index_page(request.GET.get("q", ""), request.GET.get("kind", ""))
    return render(request, "places/index.html", presenters.index(page))


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    page = queries.place_page(code)
    if page.place.code != code:
        return redirect(page.place)
    shown = presenters.place(page, panels.of(page.place, page.within))
    return render(request, "places/place.html", shown)


@require_safe
def place_as_json(request: HttpRequest, code: str) -> HttpResponse:
    return JsonResponse(downloads.as_json(queries.place_page(code)))


@require_safe
def place_as_geojson(request: HttpRequest, code: str) -> HttpResponse:
    feature = downloads.as_feature(queries.place_with(code))
    return JsonResponse(feature, content_type="application/geo+json")


@require_safe
def parts_as_csv(request: HttpRequest, code: str) -> HttpResponseBase:
    page = queries.place_page(code)
    return _csv(downloads.csv_lines(page.parts), f"{page.place.code}-parts.csv")


@require_safe
def all_as_csv(request: HttpRequest) -> HttpResponseBase:
    return _csv(downloads.csv_lines(queries.all_places()), "places.csv")


def _csv(lines: Iterable[str], name: str) -> HttpResponseBase:
    return StreamingHttpResponse(
        lines,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
