from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.delivery.forms.choosing import Choosing
from counterpoint.apps.delivery.presenters import measures as presenters
from counterpoint.apps.delivery.queries import measures as queries
from counterpoint.domain.outcomes.choosing import enough, suggestions


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    cards = presenters.cards(queries.instruments())
    return render(request, "delivery/measures.html", {"cards": cards})


@require_safe
def measure(request: HttpRequest, code: str) -> HttpResponse:
    shown = presenters.page(queries.instrument(code))
    return render(request, "delivery/measure.html", shown)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    form = Choosing(request.GET or None)
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        wish = form.wish()
        found = suggestions(queries.instruments(), wish)
        context |= {
            "has_asked": True,
            "wants_outcomes": bool(wish.outcomes),
            "cards": presenters.suggested(found),
            "enough": [one.instrument.short for one in enough(found, wish)],
        }
    return render(request, "delivery/choose.html", context)
