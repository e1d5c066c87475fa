"""Saying which column is which, for lists that nobody knows."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.imports.actions import mappings as actions
from counterpoint.apps.imports.forms.columns import Columns, NamedColumns, likely_kind
from counterpoint.apps.imports.models import ImportRun, SavedMapping
from counterpoint.apps.imports.presenters.words import kind_name
from counterpoint.apps.imports.queries.first_rows import Beginning, beginning_of
from counterpoint.apps.imports.queries.runs import awaits_mapping
from counterpoint.apps.imports.tasks import import_soon
from counterpoint.apps.imports.views.team import for_the_programme_team
from counterpoint.domain.interchange.fields import FIELDS
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.web.components import Link


@for_the_programme_team
@require_http_methods(["GET", "HEAD", "POST"])
def import_mapping(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(ImportRun, pk=pk)
    beginning = beginning_of(run) if awaits_mapping(run) else None
    if beginning is None:
        return render(request, "imports/no_columns.html", {"run": run})
    kind = _kind(request, run, beginning)
    keys = beginning.headings.keys
    headings = dict(zip(keys, beginning.headings.written, strict=True))
    form = NamedColumns(request.POST or None, kind=kind, headings=_named(headings))
    if request.method == "POST" and form.is_valid():
        return _read_again(request, run, kind, list(keys), form)
    context = {
        "run": run,
        "form": form,
        "beginning": beginning,
        "kind": kind,
        "kinds": _kinds(request.path, kind),
    }
    return render(request, "imports/mapping.html", context)


def _kind(request: HttpRequest, run: ImportRun, beginning: Beginning) -> RecordKind:
    asked = request.GET.get("kind") or run.options.get("kind", "")
    known = next((kind for kind in FIELDS if kind == asked), None)
    return known or likely_kind(beginning.headings.keys)


def _kinds(path: str, current: RecordKind) -> list[Link]:
    return [
        Link(kind_name(kind), f"{path}?kind={kind}", is_current=kind == current)
        for kind in FIELDS
    ]


def _named(headings: dict[str, str]) -> dict[str, str]:
    """A column without a heading is called by its number."""
    return {key: " ".join(written.split()) or key for key, written in headings.items()}


def _read_again(
    request: HttpRequest, run: ImportRun, kind: RecordKind, keys: list[str], form: NamedColumns
) -> HttpResponse:
    who: dict[str, Any] = {"by": signed_in(request), "at": timezone.now()}
    saved = actions.save_mapping(
        name=form.cleaned_data["name"], kind=kind, columns=form.columns, headings=keys, **who
    )
    run = actions.read_again(run=run, mapping=saved, **who)
    import_soon(run)
    return redirect(run)


@for_the_programme_team
@require_safe
def mappings(request: HttpRequest) -> HttpResponse:
    saved = SavedMapping.objects.select_related("saved_by")
    lines = [
        {"mapping": one, "kind": kind_name(one.kind), "count": len(one.columns)}
        for one in saved
    ]
    return render(request, "imports/mappings.html", {"lines": lines})


@for_the_programme_team
@require_http_methods(["GET", "HEAD", "POST"])
def edit_mapping(request: HttpRequest, pk: int) -> HttpResponse:
    mapping = get_object_or_404(SavedMapping, pk=pk)
    kind = RecordKind(mapping.kind)
    keys = mapping.headings or sorted(mapping.columns.values())
    form = Columns(
        request.POST or None,
        kind=kind,
        headings={key: key for key in keys},
        chosen=mapping.columns,
    )
    if request.method == "POST" and form.is_valid():
        actions.save_mapping(
            name=mapping.name,
            kind=kind,
            columns=form.columns,
            headings=mapping.headings,
            by=signed_in(request),
            at=timezone.now(),
        )
        messages.success(request, _("Saved. Files that come from now on are read this way."))
        return redirect("mappings")
    context = {"mapping": mapping, "form": form, "kind": kind_name(kind)}
    return render(request, "imports/edit_mapping.html", context)


@for_the_programme_team
@require_POST
def remove_mapping(request: HttpRequest, pk: int) -> HttpResponse:
    mapping = get_object_or_404(SavedMapping, pk=pk)
    actions.remove_mapping(mapping=mapping, by=signed_in(request), at=timezone.now())
    messages.success(request, _("Removed. What was imported with it stays."))
    return redirect("mappings")
