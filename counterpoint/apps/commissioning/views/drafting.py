"""Writing a call: begun, put together from its parts, tried out with a made-up application."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import drafting, scheduling
from counterpoint.apps.commissioning.forms.calls import (
    TITLES,
    CallForm,
    NewCall,
    part_details,
    part_form,
)
from counterpoint.apps.commissioning.forms.scheduling import TimesForm
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.permissions import can_see_call, check_can_write_call
from counterpoint.apps.commissioning.presenters import calls as presenter
from counterpoint.apps.commissioning.presenters.call_specification import specification_of
from counterpoint.apps.commissioning.presenters.simulating import simulation
from counterpoint.apps.commissioning.queries import calls as queries
from counterpoint.apps.commissioning.queries.readiness import missing
from counterpoint.apps.commissioning.views.attempt import (
    ANSWERS,
    or_error,
    seen,
    who_and_when,
)
from counterpoint.apps.commissioning.views.calls import seen_call
from counterpoint.apps.directory.models import Need, Organisation
from counterpoint.apps.directory.queries.my_work import organisations_i_edit
from counterpoint.domain.commissioning.working_days import skipped_between


def call_to_write(request: HttpRequest, reference: str) -> Call:
    call = seen_call(request, reference)
    check_can_write_call(signed_in(request), call)
    return call


@login_required
@require_http_methods(ANSWERS)
def new(request: HttpRequest) -> HttpResponse:
    earlier = _earlier(request)
    form = NewCall(request.POST or None, initial=_first_words(request, earlier))
    if request.method == "POST" and form.is_valid():
        made = or_error(form, lambda: _made(request, form.cleaned_data, earlier))
        if made is not None:
            messages.success(
                request, _("Your draft stands. Nobody sees it until you publish.")
            )
            return redirect("edit-call", made.reference)
    context = {"form": form, "earlier": earlier}
    return render(request, "commissioning/new_call.html", context)


@login_required
@require_http_methods(ANSWERS)
def edit(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    stored = Call.objects.get(pk=call.pk)
    form = CallForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():

        def save() -> list[str]:
            return drafting.edit_call(
                call=call,
                details=form.details(),
                seen_at=seen(form.cleaned_data["seen"]),
                **who_and_when(request),
            )

        if or_error(form, save) is not None:
            messages.success(request, _("Saved."))
            return redirect("edit-call", call.reference)
    now = timezone.now()
    page = queries.call_page(call)
    context = {
        "call": call,
        "form": form,
        "page": page,
        "view": presenter.call_view(call, page, now),
        "missing": missing(call, now),
        "weight": sum(one.weight for one in page.criteria),
        "specification": specification_of(call),
    }
    return render(request, "commissioning/edit_call.html", context)


@login_required
@require_http_methods(ANSWERS)
def add(request: HttpRequest, reference: str, what: str) -> HttpResponse:
    call = call_to_write(request, reference)
    if what not in drafting.PARTS:
        raise Http404
    form = part_form(what, call, request.POST or None)
    if request.method == "POST" and form.is_valid():

        def save() -> Any:
            return drafting.add_part(
                call=call, what=what, details=part_details(form), **who_and_when(request)
            )

        if or_error(form, save) is not None:
            messages.success(request, _("Added."))
            return redirect("edit-call", call.reference)
    context = {"call": call, "form": form, "title": TITLES[what], "is_new": True}
    return render(request, "commissioning/call_part.html", context)


@login_required
@require_http_methods(ANSWERS)
def change(request: HttpRequest, reference: str, what: str, pk: int) -> HttpResponse:
    call = call_to_write(request, reference)
    part = _part(call, what, pk)
    # The form fills a copy: what is stored is written by its action alone.
    form = part_form(what, call, request.POST or None, instance=_part(call, what, pk))
    if request.method == "POST" and form.is_valid():

        def save() -> list[str]:
            return drafting.edit_part(
                part=part, details=part_details(form), **who_and_when(request)
            )

        if or_error(form, save) is not None:
            messages.success(request, _("Saved."))
            return redirect("edit-call", call.reference)
    context = {"call": call, "form": form, "title": TITLES[what], "part": part, "what": what}
    return render(request, "commissioning/call_part.html", context)


@login_required
@require_POST
def remove(request: HttpRequest, reference: str, what: str, pk: int) -> HttpResponse:
    call = call_to_write(request, reference)
    drafting.remove_part(part=_part(call, what, pk), **who_and_when(request))
    messages.success(request, _("Taken off."))
    return redirect("edit-call", call.reference)


@login_required
@require_POST
def move(request: HttpRequest, reference: str, what: str, pk: int) -> HttpResponse:
    call = call_to_write(request, reference)
    if what not in ("lot", "step", "question"):
        raise Http404
    up = request.POST.get("way") == "up"
    drafting.move_part(part=_part(call, what, pk), up=up, **who_and_when(request))
    return redirect("edit-call", call.reference)


@login_required
@require_http_methods(ANSWERS)
def times(request: HttpRequest, reference: str) -> HttpResponse:
    """Looked at first: the days are shown with the holidays that were left out, then kept."""
    call = call_to_write(request, reference)
    form = TimesForm(request.POST or None, call=call)
    planned: list[tuple[str, date]] = []
    skipped: tuple[tuple[date, str], ...] = ()
    if request.method == "POST" and form.is_valid():
        begins, nation = form.cleaned_data["begins"], form.of_nation
        if request.POST.get("then") == "keep":

            def keep() -> bool:
                scheduling.set_times(
                    call=call,
                    begins=begins,
                    counts=form.counts,
                    nation=nation,
                    **who_and_when(request),
                )
                return True

            if or_error(form, keep):
                messages.success(request, _("The times are set."))
                return redirect("edit-call", call.reference)
        days = scheduling.days_of(begins, form.counts, nation)
        planned = list(zip((step.title for step in form.steps), days, strict=True))
        skipped = skipped_between(begins, days[-1], nation) if days else ()
    context = {"call": call, "form": form, "planned": planned, "skipped": skipped}
    return render(request, "commissioning/times.html", context)


@login_required
@require_safe
def simulate(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    context = {"call": call, **simulation(call, request.GET, timezone.now())}
    return render(request, "commissioning/simulate.html", context)


def _part(call: Call, what: str, pk: int) -> Any:
    if what not in drafting.PARTS:
        raise Http404
    return get_object_or_404(drafting.PARTS[what], pk=pk, call=call)


def _earlier(request: HttpRequest) -> Call | None:
    reference = request.GET.get("from", "")
    found = queries.call_by_reference(reference) if reference else None
    return found if found is not None and can_see_call(request.user, found) else None


def _first_words(request: HttpRequest, earlier: Call | None) -> dict[str, Any]:
    first: dict[str, Any] = {}
    mine = organisations_i_edit(signed_in(request))
    if len(mine) == 1:
        first["lead"] = mine[0].name
    if earlier is not None:
        first |= {"title": earlier.title, "kind": earlier.kind, "purpose": earlier.purpose}
    need = Need.objects.public().filter(reference=request.GET.get("need", "")).first()
    if need is not None:
        first |= {"title": need.title, "purpose": need.statement, "need": need.reference}
        if need.organisation:
            first["lead"] = need.organisation.name
    return first


def _made(request: HttpRequest, said: dict[str, Any], earlier: Call | None) -> Call:
    lead: Organisation = said["lead"]
    details = {name: said[name] for name in ("title", "kind", "purpose", "need")}
    if said["need"] is not None and said["need"].place is not None:
        details["place"] = said["need"].place
    who = who_and_when(request)
    if earlier is None:
        return drafting.create_call(
            organisation=lead, details=details, preset=said["preset"], **who
        )
    made = drafting.start_from(earlier=earlier, organisation=lead, **who)
    details.pop("need")
    drafting.edit_call(call=made, details=details, **who)
    return made
