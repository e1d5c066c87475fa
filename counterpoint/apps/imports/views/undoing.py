"""Taking an import back, after saying what that means."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.imports.actions import undoing
from counterpoint.apps.imports.models import Stage
from counterpoint.apps.imports.presenters.run_page import counts
from counterpoint.apps.imports.queries.runs import all_runs, newer_import
from counterpoint.apps.imports.views.team import for_the_programme_team


@for_the_programme_team
@require_http_methods(["GET", "HEAD", "POST"])
def undo_import(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(all_runs(), pk=pk)
    if request.method == "POST":
        undoing.undo(run=run, by=signed_in(request), at=timezone.now())
        messages.success(request, _("The import was taken back."))
        return redirect(run)
    context = {
        "run": run,
        "counts": counts(run),
        "newer": newer_import(run),
        "can_be_undone": run.stage == Stage.FINISHED and not run.is_dry_run,
    }
    return render(request, "imports/undo.html", context)
