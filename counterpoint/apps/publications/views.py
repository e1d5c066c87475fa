from collections import Counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from counterpoint.apps.publications import queries
from counterpoint.apps.publications.models import Guide
from counterpoint.apps.publications.presenters import feeds, pages, texts
from counterpoint.web.components import Link

LONGEST_WORDS = 200


@require_safe
def guidance(request: HttpRequest) -> HttpResponse:
    audience, about = request.GET.get("for", ""), request.GET.get("about", "")[:120]
    words = request.GET.get("q", "")[:LONGEST_WORDS]
    everybody = queries.guides(words=words, about=about)
    chosen = audience if audience in Guide.Audience.values else ""
    found = [guide for guide in everybody if chosen in ("", guide.audience)]
    today = timezone.localdate()
    context = {
        "cards": [pages.card(guide, today) for guide in found],
        "tabs": pages.audience_tabs(chosen, Counter(guide.audience for guide in everybody)),
        "about": pages.about_facet(queries.concepts_of_guides(), about),
        "words": words,
        "chosen": chosen,
        "is_narrowed": bool(words or about),
        "downloads": [Link("JSON", "/guidance.json"), Link("Atom", "/guidance.atom")],
    }
    return render(request, "publications/guidance.html", context)


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    one = get_object_or_404(Guide.objects.prefetch_related("concepts"), slug=slug)
    if one.withdrawn_at is not None:
        return render(request, "publications/withdrawn.html", {"guide": one}, status=410)
    context = {
        "guide": one,
        "chapters": texts.chapters(one),
        "facts": pages.facts(one),
        "flags": pages.flags(one, timezone.localdate()),
        "tags": pages.tags(one.concepts.all()),
        "onward": [
            Link(other.title, other.get_absolute_url())
            for other in queries.guides_by_slug(one.next_slugs)
        ],
        "trail": [Link(_("Guidance"), "/guidance/"), Link(one.title, "", is_current=True)],
        "canonical": f"{settings.ADDRESS}{one.get_absolute_url()}",
    }
    response = render(request, "publications/guide.html", context)
    response["Last-Modified"] = one.updated_at.strftime("%a, %d %b %Y %H:%M:%S GMT")
    return response


@require_safe
def feed(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        feeds.feed(queries.guides()), content_type="application/atom+xml; charset=utf-8"
    )


@require_safe
def document(_request: HttpRequest) -> HttpResponse:
    return JsonResponse(
        {"guides": feeds.as_json(queries.guides()), "licence": "CC BY 4.0"},
        json_dumps_params={"indent": 1, "ensure_ascii": False},
    )
