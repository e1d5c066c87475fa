"""The main job on a page: a question, and explained matches."""

import time
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.matching.forms.asking import asked, settled
from counterpoint.apps.matching.presenters import evidence, find_page, guidance
from counterpoint.apps.matching.presenters.as_json import answer_values
from counterpoint.apps.matching.presenters.as_table import csv_lines
from counterpoint.apps.matching.presenters.facets import COUNTED
from counterpoint.apps.matching.presenters.results import BESIDE, page_of, sorted_matches
from counterpoint.apps.matching.queries.evidence import evidence_for
from counterpoint.apps.matching.queries.finding import Answer, find
from counterpoint.apps.matching.queries.guidance import guides_for
from counterpoint.apps.matching.queries.shown import records_of
from counterpoint.domain.matching.matches import Match

MOST_DOWNLOADED = 200


@require_safe
def find_matches(request: HttpRequest) -> HttpResponse:
    shorter = settled(request.GET)
    if shorter is not None:
        return HttpResponseRedirect(f"{reverse('find')}?{shorter.urlencode()}")
    wanted = asked(request.GET)
    if wanted.question.is_empty:
        return render(request, "matching/find.html", find_page.empty_page(wanted))
    answer = find(wanted.question, timezone.localdate(), counts=COUNTED)
    records = records_of(_shown(answer))
    context = find_page.find_page(wanted, answer, records, request.GET)
    context["studies"] = evidence.lines(evidence_for(answer.understanding))
    context["guides"] = guidance.lines(guides_for(answer.understanding))
    return render(request, "matching/find.html", context)


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    started = time.perf_counter()
    answer, matches = _whole(request)
    records = records_of(matches)
    took_ms = (time.perf_counter() - started) * 1000
    values = answer_values(answer, matches, records, took_ms)
    return JsonResponse(values, json_dumps_params={"ensure_ascii": False, "indent": 2})


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    answer, matches = _whole(request)
    lines = csv_lines(matches, records_of(matches), answer.understanding.question.side)
    return HttpResponse(
        "".join(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="counterpoint-matches.csv"'},
    )


def _whole(request: HttpRequest) -> tuple[Answer, list[Match]]:
    """Everything that the page leads to, in the order of the page."""
    question = asked(request.GET).question
    answer = find(question, timezone.localdate())
    return answer, sorted_matches(answer.ranked, question.sort)[:MOST_DOWNLOADED]


def _shown(answer: Answer) -> Iterable[Match]:
    yield from page_of(answer).object_list
    for group in answer.groups[1:]:
        yield from group.matches[:BESIDE]
