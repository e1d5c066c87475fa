"""A commissioner's work: where each piece stands in the cycle, and what is due."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.presenters.calls import moment
from counterpoint.apps.commissioning.queries import cycle as queries
from counterpoint.web.components import Link


@login_required
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    known = queries.cycles()
    chosen = known.get(request.GET.get("cycle", ""), known[queries.USUAL])
    pieces = queries.pieces_of(signed_in(request), timezone.now())
    due = sorted((one for one in pieces if one.by), key=lambda one: one.by or timezone.now())
    context = {
        "cycle": chosen,
        "tabs": [
            Link(one.name, f"?cycle={one.code}", is_current=one is chosen)
            for one in known.values()
        ],
        "stages": queries.staged(chosen, pieces),
        "due": [(one, moment(one.by)) for one in due],
        "has_any": bool(pieces),
    }
    return render(request, "commissioning/work.html", context)
