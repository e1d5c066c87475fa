"""The list of imports, and one import from its first row to its report."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.directory.presenters.streams import csv_lines
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.presenters import run_page
from counterpoint.apps.imports.presenters.changed import changed_records
from counterpoint.apps.imports.presenters.progress import progress_of
from counterpoint.apps.imports.presenters.words import kind_name, stage_flag
from counterpoint.apps.imports.queries import runs
from counterpoint.apps.imports.queries.waiting_doubts import waiting_count
from counterpoint.apps.imports.views.team import for_the_programme_team
from counterpoint.web.components import Link

PER_PAGE = 20
ROWS_AT_ONCE = 2_000


@for_the_programme_team
@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    page = Paginator(runs.all_runs(), PER_PAGE).get_page(request.GET.get("page"))
    lines = [
        {"run": run, "flag": stage_flag(run), "kind": kind_name(run.kind)}
        for run in page.object_list
    ]
    context = {"page": page, "lines": lines, "doubt_count": waiting_count()}
    return render(request, "imports/imports.html", context)


@for_the_programme_team
@require_safe
def import_run(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(runs.all_runs(), pk=pk)
    context: dict[str, Any] = {
        "run": run,
        "flag": stage_flag(run),
        "facts": run_page.facts(run),
    }
    if run.is_going_on:
        context["progress"] = progress_of(run, timezone.now())
    else:
        context |= _report(request, run)
    return render(request, "imports/run.html", context)


def _report(request: HttpRequest, run: ImportRun) -> dict[str, Any]:
    refused = _page(request, "refused", runs.refused_rows(run))
    changes = _page(request, "changes", runs.changes_of(run))
    is_finished = run.stage == Stage.FINISHED
    return {
        "counts": run_page.counts(run),
        "totals": run_page.totals(run),
        "warnings": run_page.warnings(run),
        "refused": refused,
        "refused_rows": [run_page.refused_words(finding) for finding in refused.object_list],
        "refused_downloads": [Link("CSV", f"{run.get_absolute_url()}refused.csv")],
        "changes": changes,
        "changed": changed_records(list(changes.object_list)),
        "can_be_real": run.is_dry_run and is_finished and runs.is_here(run),
        "can_be_undone": is_finished and not run.is_dry_run,
        "awaits_mapping": runs.awaits_mapping(run),
        "doubt_count": run.doubts.waiting().count(),
    }


def _page(request: HttpRequest, name: str, records: Any) -> Any:
    return Paginator(records, PER_PAGE).get_page(request.GET.get(name))


@for_the_programme_team
@require_safe
def fragment(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for every few seconds; when the import is over the page is fetched anew, whole."""
    run = get_object_or_404(runs.all_runs(), pk=pk)
    progress = progress_of(run, timezone.now())
    response = render(request, "imports/progress.html", {"run": run, "progress": progress})
    if not run.is_going_on:
        response["HX-Refresh"] = "true"
    return response


@for_the_programme_team
@require_safe
def refused_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    run = get_object_or_404(ImportRun, pk=pk)
    findings = runs.refused_rows(run).iterator(ROWS_AT_ONCE)
    lines = csv_lines(run_page.REFUSED, map(run_page.refused_words, findings))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{run.pk}-refused.csv"'
    return response
