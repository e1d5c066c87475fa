from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.delivery.forms.valuing import Valuing
from counterpoint.apps.delivery.presenters.valuing import result, yardsticks
from counterpoint.domain.value.assumptions import GUIDANCE, PRICE_YEAR


@require_safe
def value(request: HttpRequest) -> HttpResponse:
    form = Valuing(request.GET)
    context: dict[str, object] = {
        "form": form,
        "guidance": GUIDANCE,
        "price_year": PRICE_YEAR,
        "yardsticks": yardsticks(),
    }
    if form.is_valid():
        context["result"] = result(form.assumptions)
    return render(request, "delivery/value.html", context)
