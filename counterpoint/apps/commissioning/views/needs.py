"""What stands behind a need: figures and voices."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import needs as actions
from counterpoint.apps.commissioning.forms.needs import FiguresForm, VoiceForm
from counterpoint.apps.commissioning.models import Baseline, Voice
from counterpoint.apps.commissioning.views.attempt import ANSWERS, or_error, who_and_when
from counterpoint.apps.directory.models import Need
from counterpoint.apps.directory.permissions import can_see_drafts, check_can_edit
from counterpoint.apps.places.figures import figures_of


def need_to_write(request: HttpRequest, reference: str) -> Need:
    need = get_object_or_404(
        Need.objects.select_related("organisation", "place"), reference=reference
    )
    if not need.is_public and not can_see_drafts(request.user, need.organisation):
        raise Http404
    check_can_edit(signed_in(request), need.organisation)
    return need


@login_required
@require_http_methods(ANSWERS)
def behind(request: HttpRequest, reference: str) -> HttpResponse:
    need = need_to_write(request, reference)
    found = figures_of(need.place.code) if need.place else []
    is_voice = request.method == "POST" and "role" in request.POST
    is_figures = request.method == "POST" and not is_voice
    figures = FiguresForm(request.POST if is_figures else None)
    figures.fields["indicators"].choices = [  # type: ignore[attr-defined]
        (
            one.indicator.code,
            f"{one.indicator.name}: {one.value.normalize():f} ({one.indicator.unit}; {one.indicator.period})",
        )
        for one in found
    ]
    voice = VoiceForm(request.POST if is_voice else None)
    if is_figures and figures.is_valid():
        codes, who = figures.cleaned_data["indicators"], who_and_when(request)
        count = or_error(
            figures, lambda: actions.attach_figures(need=need, indicators=codes, **who)
        )
        if count is not None:
            messages.success(request, _("Attached, with source and period."))
            return redirect(need)
    if is_voice and voice.is_valid():
        said, who = voice.cleaned_data, who_and_when(request)
        actions.add_voice(need=need, **said, **who)
        messages.success(request, _("Written down."))
        return redirect(need)
    context: dict[str, Any] = {
        "need": need,
        "found": found,
        "figures": figures,
        "voice": voice,
    }
    return render(request, "commissioning/behind_need_edit.html", context)


@login_required
@require_POST
def take_off_figure(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    need = need_to_write(request, reference)
    found = get_object_or_404(Baseline, pk=pk, need=need)
    actions.take_off_figure(baseline=found, **who_and_when(request))
    return redirect(need)


@login_required
@require_POST
def take_off_voice(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    need = need_to_write(request, reference)
    found = get_object_or_404(Voice, pk=pk, need=need)
    actions.take_off_voice(voice=found, **who_and_when(request))
    return redirect(need)
