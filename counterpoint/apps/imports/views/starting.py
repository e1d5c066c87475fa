"""Sending a file in, trying it out, and going on with it."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.imports.actions import continuing
from counterpoint.apps.imports.actions.starting import start
from counterpoint.apps.imports.actions.uploads import by_ticket, keep_upload, ticket
from counterpoint.apps.imports.forms.new_import import NewImport
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.queries.runs import earlier_import
from counterpoint.apps.imports.tasks import import_soon
from counterpoint.apps.imports.views.team import for_the_programme_team
from counterpoint.domain.refusals import Refusal
from counterpoint.integrations.files.opening import fingerprint


@for_the_programme_team
@require_http_methods(["GET", "HEAD", "POST"])
def new_import(request: HttpRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = NewImport(request.POST, request.FILES) if is_sent else NewImport()
    if is_sent and form.is_valid():
        try:
            return _received(request, form)
        except Refusal as refused:
            form.add_error("file", str(refused))
    return render(request, "imports/new.html", {"form": form})


def _received(request: HttpRequest, form: NewImport) -> HttpResponse:
    said, was_asked = form.cleaned_data, bool(form.cleaned_data["ticket"])
    path = by_ticket(said["ticket"]) if was_asked else keep_upload(said["file"])
    name = said["file_name"] if was_asked else said["file"].name
    earlier = None if was_asked else earlier_import(fingerprint(path))
    if earlier is not None:
        return _ask(request, form, path, name, earlier)
    return _begin(
        start(
            path=path,
            file_name=name,
            options=form.wishes,
            is_dry_run=said["is_trial"],
            is_upload=True,
            by=signed_in(request),
            at=timezone.now(),
        )
    )


def _ask(
    request: HttpRequest, form: NewImport, path: Path, name: str, earlier: ImportRun
) -> HttpResponse:
    """The same bytes were imported before: whether it is meant is asked before anything starts."""
    hidden: dict[str, Any] = {
        key: value for key, value in form.cleaned_data.items() if value and key != "file"
    }
    hidden |= {"ticket": ticket(path), "file_name": name}
    context = {"hidden": hidden, "earlier": earlier, "file_name": name}
    return render(request, "imports/known.html", context)


def _begin(run: ImportRun) -> HttpResponse:
    if run.stage == Stage.WAITING:
        import_soon(run)
    return redirect(run)


@for_the_programme_team
@require_POST
def import_for_real(request: HttpRequest, pk: int) -> HttpResponse:
    trial = get_object_or_404(ImportRun, pk=pk)
    return _begin(
        continuing.import_for_real(trial=trial, by=signed_in(request), at=timezone.now())
    )


@for_the_programme_team
@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(ImportRun, pk=pk)
    run = continuing.resume(run=run, by=signed_in(request), at=timezone.now())
    messages.success(request, _("It goes on from where it stopped."))
    return _begin(run)
