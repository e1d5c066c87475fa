"""The public pages of single records."""

from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from counterpoint.apps.directory import beneath_needs, panels
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.permissions import can_edit, can_merge, can_see_drafts
from counterpoint.apps.directory.presenters import record_pages as presenters
from counterpoint.apps.directory.presenters.organisation_page import organisation_view
from counterpoint.apps.directory.queries import record_pages
from counterpoint.apps.directory.queries.organisation_page import (
    organisation_by_slug,
    organisation_page,
)
from counterpoint.apps.directory.queries.owners import owner_of

Record = Organisation | Offer | Need
GONE = 410


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = organisation_by_slug(slug)
    if found is not None and found.merged_into is not None:
        return redirect(found.merged_into, permanent=True)
    record, standing = _seen_by(request, found)
    if standing["is_gone"]:
        return _gone(request, record)
    is_insider = standing["is_insider"]
    page = organisation_page(record, with_people=is_insider)
    view = organisation_view(page, at=timezone.now(), is_insider=is_insider)
    shown = {"view": view, "panels": panels.of(record)}
    context = {"organisation": record, **shown, **standing}
    return _page(request, record, "directory/organisation.html", context)


@require_safe
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    record, standing = _seen_by(request, record_pages.offer_by_reference(reference))
    if standing["is_gone"]:
        return _gone(request, record)
    page = record_pages.offer_page(record, with_people=standing["is_insider"])
    view = presenters.offer_view(page, at=timezone.now(), is_insider=standing["is_insider"])
    context = {"offer": record, "page": page, "view": view, **standing}
    return _page(request, record, "directory/offer.html", context)


@require_safe
def need(request: HttpRequest, reference: str) -> HttpResponse:
    record, standing = _seen_by(request, record_pages.need_by_reference(reference))
    if standing["is_gone"]:
        return _gone(request, record)
    page = record_pages.need_page(record, with_people=standing["is_insider"])
    view = presenters.need_view(page, at=timezone.now(), is_insider=standing["is_insider"])
    beneath = beneath_needs.of(record, request.user)
    context = {"need": record, "page": page, "view": view, "beneath": beneath, **standing}
    return _page(request, record, "directory/need.html", context)


@require_safe
def award(request: HttpRequest, pk: int) -> HttpResponse:
    found = record_pages.award_by_number(pk)
    if found is None:
        raise Http404
    context = {
        "award": found,
        "facts": presenters.award_facts(found),
        "source": presenters.award_source(found),
        "canonical": settings.ADDRESS + found.get_absolute_url(),
    }
    return render(request, "directory/award.html", context)


def _seen_by(request: HttpRequest, record: Any) -> tuple[Any, dict[str, bool]]:
    """The record and how the visitor stands to it; what they may not see does not exist."""
    if record is None:
        raise Http404
    owner = owner_of(record)
    is_insider = can_see_drafts(request.user, owner)
    if record.stage == Stage.DRAFT and not is_insider:
        raise Http404
    return record, {
        "is_insider": is_insider,
        "can_edit": is_insider and can_edit(request.user, owner),
        "can_merge": is_insider and can_merge(request.user),
        "is_gone": record.stage == Stage.WITHDRAWN and not is_insider,
    }


def _gone(request: HttpRequest, record: Record) -> HttpResponse:
    """The address was a promise: it says what became of it."""
    return render(request, "directory/withdrawn.html", {"record": record}, status=GONE)


def _page(
    request: HttpRequest, record: Record, template: str, context: dict[str, Any]
) -> HttpResponse:
    """For visitors who are not signed in, only what has changed is sent again.

    The mark is made of the page itself, which also holds offers, awards and other people's names:
    no time stamp of the record would cover all of them.
    """
    context["canonical"] = settings.ADDRESS + record.get_absolute_url()
    response = render(request, template, context)
    if request.user.is_authenticated:
        return response
    mark = blake2b(response.content, digest_size=12).hexdigest()
    response["ETag"] = etag = f'"{mark}"'
    response["Last-Modified"] = http_date(record.updated_at.timestamp())
    response["Cache-Control"] = "no-cache"
    unchanged = get_conditional_response(request, etag=etag, response=response)
    return unchanged or response
