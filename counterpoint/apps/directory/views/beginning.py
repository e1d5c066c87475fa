"""The first page of something new."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions import needs as need_actions
from counterpoint.apps.directory.actions import offers as offer_actions
from counterpoint.apps.directory.actions import organisations as organisation_actions
from counterpoint.apps.directory.forms import needs, offers, organisations
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.queries.my_work import organisations_i_edit
from counterpoint.apps.directory.queries.naming import namesakes
from counterpoint.apps.directory.views.kinds import NEED, OFFER, ORGANISATION, Kind

SAME_NAME_IS_FINE = "another"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    """Somebody may have listed it already: then it is claimed, not written a second time."""
    form = organisations.About(request.POST or None)
    known: list[Organisation] = []
    if request.method == "POST" and form.is_valid():
        if request.POST.get("if_known") != SAME_NAME_IS_FINE:
            known = namesakes(form.cleaned_data["name"])
        if not known:
            made = organisation_actions.create_organisation(
                details=form.details(),  # type: ignore[arg-type]  # the form's fields are its keys
                roles=form.cleaned_data["roles"],
                by=signed_in(request),
                at=timezone.now(),
            )
            return redirect(_after_first(request, ORGANISATION, made))
    context = {"form": form, "known": known, "kind": ORGANISATION}
    return render(request, "directory/new_organisation.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_offer(request: HttpRequest) -> HttpResponse:
    return _new(request, OFFER, offers.Words, offer_actions.create_offer)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_need(request: HttpRequest) -> HttpResponse:
    return _new(request, NEED, needs.Words, need_actions.create_need)


def _new(request: HttpRequest, kind: Kind, form_class: Any, create: Any) -> HttpResponse:
    mine = organisations_i_edit(signed_in(request))
    if not mine:
        return render(request, "directory/join_first.html", {"kind": kind})
    chosen = request.GET.get("for", "") or mine[0].slug
    form = form_class(request.POST or None)
    whose = offers.For(
        request.POST or None, organisations=_among(mine), initial={"organisation": chosen}
    )
    if request.method == "POST" and form.is_valid() and whose.is_valid():
        made = create(
            organisation=whose.cleaned_data["organisation"],
            details=form.details(),
            by=signed_in(request),
            at=timezone.now(),
        )
        return redirect(_after_first(request, kind, made))
    context = {"kind": kind, "form": form, "whose": whose}
    return render(request, "directory/new_record.html", context)


def _among(mine: list[Organisation]) -> QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=[one.pk for one in mine])


def _after_first(request: HttpRequest, kind: Kind, made: Any) -> str:
    if request.POST.get("then") == "stop":
        return "my-work"
    return kind.step_url(made, kind.after(kind.steps[0].code))
