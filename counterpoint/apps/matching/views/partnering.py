from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.directory.models import Need
from counterpoint.apps.directory.models.concepts import VOUCHED_FOR
from counterpoint.apps.matching.forms.asking import settled
from counterpoint.apps.matching.forms.partnering import reference, wanted
from counterpoint.apps.matching.presenters import partnering as presenter
from counterpoint.apps.matching.queries.partnering import build

OFFERED_NEEDS = 5


@require_safe
def partnerships(request: HttpRequest) -> HttpResponse:
    """The smallest groups of published providers that cover a need together."""
    path = reverse("partnerships")
    shorter = settled(request.GET)
    if shorter is not None:
        return HttpResponseRedirect(f"{path}?{shorter.urlencode()}")
    need, codes = _need(reference(request.GET))
    asked = wanted(request.GET, need, codes)
    if asked.question.is_empty:
        needs = list(Need.objects.public().select_related("organisation")[:OFFERED_NEEDS])
        context = presenter.empty_page(path, asked, needs, request.GET)
    else:
        built = build(asked, timezone.localdate(), need.organisation if need else None)
        context = presenter.page(path, asked, built, need, request.GET)
    return render(request, "matching/partnerships.html", context)


def _need(written: str) -> tuple[Need | None, list[str]]:
    if not written:
        return None, []
    public = Need.objects.public().select_related("organisation", "place")
    need = get_object_or_404(public, reference=written)
    tags = need.tags.filter(origin__in=VOUCHED_FOR)
    return need, list(tags.values_list("concept__code", flat=True))
