"""Newsletters that were sent, for everybody, as pages and as a feed."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from counterpoint.apps.updates.models import Campaign
from counterpoint.apps.updates.presenters_of_mail import rendered

A_PAGE = 20
IN_FEED = 20


@require_safe
def newsletters(request: HttpRequest) -> HttpResponse:
    page = Paginator(_published(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "updates/newsletters.html", {"page": page})


@require_safe
def newsletter(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(_published(), slug=slug)
    context = {
        "campaign": found,
        "html": rendered(found.body),
        "canonical": settings.ADDRESS + found.get_absolute_url(),
    }
    return render(request, "updates/newsletter.html", context)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Atom (RFC 4287). Those who read feeds need give no address to anybody."""
    made = feedgenerator.Atom1Feed(
        title=_("Newsletters from Counterpoint"),
        link=settings.ADDRESS + reverse("newsletters"),
        description="",
        feed_url=settings.ADDRESS + reverse("newsletters-atom"),
        author_name="Counterpoint",
        language="en-gb",
    )
    for one in _published()[:IN_FEED]:
        address = settings.ADDRESS + one.get_absolute_url()
        made.add_item(
            title=one.subject,
            link=address,
            unique_id=address,
            description=str(rendered(one.body)),
            pubdate=one.published_at,
            updateddate=one.published_at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml")


def _published() -> QuerySet[Campaign]:
    return Campaign.objects.exclude(published_at=None).order_by("-published_at", "-id")
