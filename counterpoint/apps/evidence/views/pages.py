"""The list of studies, a study, the gap map and a cell of it; each also as a file."""

import csv
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from counterpoint.apps.evidence.models import Study
from counterpoint.apps.evidence.presenters import findings, pages, references
from counterpoint.apps.evidence.presenters.pools import pools
from counterpoint.apps.evidence.queries import gap_map as maps
from counterpoint.apps.evidence.queries.studies import Asked, studies, studies_in_cell
from counterpoint.apps.vocabulary.models import Concept

PER_PAGE = 20
COLUMNS = (
    "key",
    "title",
    "authors",
    "year",
    "doi",
    "design",
    "people",
    "found",
    "read",
    "source",
)


def _asked(request: HttpRequest) -> Asked:
    get = request.GET.get
    return Asked(
        get("words", "").strip()[:200],
        get("design", "")[:20],
        get("about", "")[:120],
        get("sort", "newest"),
    )


@require_safe
def study_list(request: HttpRequest) -> HttpResponse:
    asked = _asked(request)
    page = Paginator(studies(asked), PER_PAGE).get_page(request.GET.get("page"))
    about = Concept.objects.filter(code=asked.about).first() if asked.about else None
    context = {
        "asked": asked,
        "page": page,
        "cards": [pages.card(study) for study in page.object_list],
        "designs": Study.Design.choices,
        "chips": pages.chips(request.GET, asked, about.name if about else asked.about),
        "sorts": pages.sorts(request.GET, asked.sort),
        "downloads": pages.downloads(request.GET),
    }
    return render(request, "evidence/list.html", context)


@require_safe
def download(request: HttpRequest, style: str) -> HttpResponse:
    found = studies(_asked(request))
    if style == "ris":
        answer = HttpResponse(
            references.ris(found), content_type="application/x-research-info-systems"
        )
    elif style == "csl.json":
        answer = JsonResponse(references.csl(found), safe=False)
    elif style == "json":
        answer = JsonResponse(list(found.values(*COLUMNS)), safe=False)
    else:
        answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
        _write_csv(answer, COLUMNS, found.values_list(*COLUMNS))
    answer["Content-Disposition"] = f'attachment; filename="counterpoint-evidence.{style}"'
    return answer


def _write_csv(answer: HttpResponse, heading: Any, rows: Any) -> None:
    writer = csv.writer(answer)
    writer.writerow(heading)
    writer.writerows([pages.cell(value) for value in row] for row in rows)


@require_safe
def study(request: HttpRequest, key: str) -> HttpResponse:
    found = get_object_or_404(
        Study.objects.prefetch_related("effects", "assertions", "concepts"), key=key
    )
    context = {
        "study": found,
        "facts": pages.facts(found),
        "findings": [findings.finding(effect) for effect in found.effects.all()],
        "level": findings.level(found),
        "does_not_show": findings.does_not_show(found),
        "tags": pages.tags(found),
    }
    return render(request, "evidence/study.html", context)


@require_safe
def gap_map(request: HttpRequest) -> HttpResponse:
    population = request.GET.get("population", "")[:120]
    design = request.GET.get("design", "")[:20]
    found = maps.gap_map(population, design)
    query = urlencode({"population": population, "design": design})
    context = {
        "map": found,
        "rows": pages.map_rows(found),
        "population": population,
        "design": design,
        "designs": Study.Design.choices,
        "populations": Concept.objects.filter(
            kind__in=("population", "condition"), studies__isnull=False
        ).distinct(),
        "downloads": pages.map_downloads(query),
    }
    return render(request, "evidence/map.html", context)


@require_safe
def gap_map_file(request: HttpRequest, style: str) -> HttpResponse:
    found = maps.gap_map(request.GET.get("population", ""), request.GET.get("design", ""))
    rows = list(pages.map_lines(found))
    if style == "json":
        return JsonResponse(
            [dict(zip(pages.MAP_COLUMNS, row, strict=True)) for row in rows], safe=False
        )
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    _write_csv(answer, pages.MAP_COLUMNS, rows)
    return answer


@require_safe
def gap_map_cell(request: HttpRequest, art: str, outcome: str) -> HttpResponse:
    named = {one.code: one for one in Concept.objects.filter(code__in=(art, outcome))}
    if len(named) != 2:
        raise Http404
    found = list(studies_in_cell(art, outcome))
    context = {
        "art": named[art],
        "outcome": named[outcome],
        "groups": pages.by_tier(found),
        "pools": pools(found),
        "title": _("{art} and {outcome}").format(
            art=named[art].name, outcome=named[outcome].name.lower()
        ),
    }
    return render(request, "evidence/cell.html", context)
