"""Advice on the way of buying, kept with a call: a person chooses among the open routes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.commissioning.actions import drafting
from counterpoint.apps.commissioning.forms.route import asked
from counterpoint.apps.commissioning.forms.routing import RouteForm
from counterpoint.apps.commissioning.presenters import route as presenter
from counterpoint.apps.commissioning.queries.rulebook import rulebook
from counterpoint.apps.commissioning.views.attempt import ANSWERS, or_error, who_and_when
from counterpoint.apps.commissioning.views.drafting import call_to_write
from counterpoint.domain.commissioning.route.walking import walk


@login_required
@require_http_methods(ANSWERS)
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    book = rulebook()
    wanted = asked(request.GET, book, timezone.localdate())
    walked = walk(book, wanted.answers, wanted.on)
    address = presenter.address(wanted.on, walked.answered)
    if walked.advice is None:
        messages.error(request, _("The questions are not all answered yet."))
        return redirect(address)
    advice = walked.advice
    routes = [one.name for one in advice.routes]
    form = RouteForm(request.POST or None, routes=routes)
    if request.method == "POST" and form.is_valid():
        said, who = form.cleaned_data, who_and_when(request)
        details = {
            "route": said["route"][:60],
            "route_reason": said["reason"],
            "route_advice": {
                "title": advice.title,
                "on": wanted.on.isoformat(),
                "routes": routes,
                "notices": [book.notices[code].name for code in advice.notices],
                "address": address,
            },
        }
        saved = or_error(form, lambda: drafting.edit_call(call=call, details=details, **who))
        if saved is not None:
            messages.success(request, _("Kept with the call, with your reason."))
            return redirect("edit-call", call.reference)
    context = {"call": call, "form": form, "advice": advice, "address": address}
    return render(request, "commissioning/keep_route.html", context)
