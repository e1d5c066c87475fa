"""Media and venues of an offer."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions import media as media_actions
from counterpoint.apps.directory.actions import venues as venue_actions
from counterpoint.apps.directory.forms.offers import NewMedia, NewVenue
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.directory.views.editing import record_to_edit, steps_shown
from counterpoint.apps.directory.views.kinds import MEDIA, OFFER
from counterpoint.domain.refusals import Refusal


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def media(request: HttpRequest, key: str) -> HttpResponse:
    offer = record_to_edit(request, OFFER, key)
    if request.method == "POST" and request.POST.get("remove", "").isdecimal():
        removed = get_object_or_404(offer.media, pk=request.POST["remove"])
        media_actions.remove_media(media=removed, by=signed_in(request), at=timezone.now())
        messages.success(request, _("Removed."))
        return redirect("media-offer", key)
    form = NewMedia(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            media_actions.add_media(
                offer=offer, **form.cleaned_data, by=signed_in(request), at=timezone.now()
            )
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Added."))
            return redirect("media-offer", key)
    context = {
        "offer": offer,
        "form": form,
        "shown": offer.media.all(),
        "steps": steps_shown(OFFER, offer, MEDIA),
        "next_url": OFFER.step_url(offer, OFFER.after(MEDIA)),
    }
    return render(request, "directory/media.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def venues(request: HttpRequest, key: str) -> HttpResponse:
    """A venue belongs to the organisation; the offer from which it was added happens there."""
    offer = record_to_edit(request, OFFER, key)
    form = NewVenue(request.POST or None)
    back = OFFER.url("edit", offer, "reach")
    if request.method == "POST" and form.is_valid():
        venue_actions.add_venue(
            organisation=offer.organisation,
            details=_where(form.cleaned_data),  # type: ignore[arg-type]  # the form's fields are its keys
            offer=offer,
            by=signed_in(request),
            at=timezone.now(),
        )
        messages.success(request, _("The venue is added to this offer."))
        return redirect(back)
    context = {"offer": offer, "form": form, "back": back}
    return render(request, "directory/venue.html", context)


def _where(said: dict[str, Any]) -> dict[str, Any]:
    found = placed(said["postcode"]) if said["postcode"] else None
    if found is None or found.point is None:
        return said
    point = found.point
    return {
        **said,
        "place": found.place,
        "latitude": point.latitude,
        "longitude": point.longitude,
    }
