"""Suggesting a correction, and answering one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions import corrections as actions
from counterpoint.apps.directory.forms.corrections import Answer, Suggestion
from counterpoint.apps.directory.models import Award, Correction
from counterpoint.apps.directory.permissions import can_see_drafts, check_can_answer
from counterpoint.apps.directory.queries.corrections import record_of
from counterpoint.apps.directory.queries.owners import owner_of
from counterpoint.apps.directory.views.kinds import KINDS
from counterpoint.apps.directory.views.limiting import check_not_too_many
from counterpoint.domain.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    """Open to everybody."""
    record = _record(request, kind_name, key)
    form = Suggestion(request.POST or None, initial={"field": request.GET.get("field", "")})
    if request.method == "POST" and form.is_valid():
        check_not_too_many(request)
        actions.suggest_correction(
            record=record,
            suggestion=form.cleaned_data["suggestion"],
            field=form.cleaned_data["field"],
            email=form.cleaned_data["email"],
            by=request.user if request.user.is_authenticated else None,
            at=timezone.now(),
        )
        messages.success(
            request, _("Thank you. Your suggestion has reached those who can answer it.")
        )
        return redirect(record)
    if request.user.is_authenticated:
        del form.fields["email"]
    context = {"form": form, "record": record}
    return render(request, "directory/suggest.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    correction = get_object_or_404(Correction, pk=pk)
    record = record_of(correction)
    check_can_answer(request.user, owner_of(record))
    form = Answer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_correction(
                correction=correction,
                is_made=form.cleaned_data["decision"] == Answer.MADE,
                answer=form.cleaned_data["answer"],
                by=signed_in(request),
                at=timezone.now(),
            )
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Your answer is on its way."))
            return redirect("my-work")
    context = {"form": form, "correction": correction, "record": record}
    return render(request, "directory/answer.html", context)


def _record(request: HttpRequest, kind_name: str, key: str) -> Any:
    if kind_name == "award":
        return get_object_or_404(Award, pk=key)
    record = KINDS[kind_name].find(key)
    if record is None or not (
        record.is_public or can_see_drafts(request.user, owner_of(record))
    ):
        raise Http404
    return record
