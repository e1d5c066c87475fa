"""Refusals and errors as pages that help: what happened, that nothing is lost, what to do next."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import TemplateDoesNotExist, loader
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.refusals import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    Refusal,
    TooOften,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """The words of an error page."""

    status: int
    title: str | Promise
    sentence: str | Promise
    advice: str | Promise = ""


TITLES: dict[type[Refusal], tuple[int, str | Promise]] = {
    Forbidden: (403, _("You cannot do this")),
    NotFound: (404, _("There is no such page")),
    Conflict: (409, _("This has changed")),
    Invalid: (422, _("Something does not fit")),
    TooOften: (429, _("Too many in a short time")),
}

BAD_REQUEST = Trouble(
    400,
    _("That request cannot be read"),
    _("Part of the address or of what was sent is not in a form that this site understands."),
    _("Go back, check what you entered and try again."),
)
PERMISSION_DENIED = Trouble(
    403,
    _("You cannot do this"),
    _("This page is for people with another role, or for another organisation."),
    _(
        "If you think it should be yours, sign in with the address that your organisation knows."
    ),
)
FORGERY_CHECK = Trouble(
    403,
    _("This form has to be sent again"),
    _("The form was open for too long, or cookies are switched off. Nothing was saved."),
    _(
        "Go back, reload the page and send it again; this site needs cookies for signing in only."
    ),
)
PAGE_NOT_FOUND = Trouble(
    404,
    _("There is no such page"),
    _("The address may be mistyped, or the record has been merged or taken down."),
    _("Look for it by name or by what it does."),
)


def page_for(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The refusal as a page, as a fragment for htmx, or as JSON for programs."""
    status, title = next(
        (words for kind, words in TITLES.items() if isinstance(refusal, kind)),
        (400, _("This cannot be done")),
    )
    return _answer(request, Trouble(status, title, str(refusal.sentence), str(refusal.advice)))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, BAD_REQUEST)


def permission_denied(
    request: HttpRequest, exception: Exception | None = None
) -> HttpResponse:
    return _answer(request, PERMISSION_DENIED)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    log.info("form refused by the forgery check: %s", reason)
    return _answer(request, FORGERY_CHECK)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, PAGE_NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database, session or context processor: any of them may be what broke."""
    return _bare(request, "500.html", 500)


def unavailable(request: HttpRequest, retry_after_seconds: int = 60) -> HttpResponse:
    response = _bare(request, "503.html", 503)
    response["Retry-After"] = str(retry_after_seconds)
    return response


def _answer(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    if _wants_json(request):
        words = {"sentence": str(trouble.sentence), "advice": str(trouble.advice)}
        return JsonResponse(words, status=trouble.status)
    context: dict[str, Any] = {"trouble": trouble}
    if request.headers.get("HX-Request") == "true":
        fragment = loader.render_to_string("components/trouble.html", context)
        response = HttpResponse(fragment, status=trouble.status)
        response["HX-Retarget"] = "#messages"
        response["HX-Reswap"] = "innerHTML show:window:top"
        return response
    page = loader.render_to_string("trouble.html", context, request=request)
    return HttpResponse(page, status=trouble.status)


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _bare(request: HttpRequest, template: str, status: int) -> HttpResponse:
    request_id = getattr(request, "id", "")
    try:
        page = loader.get_template(template).render({"request_id": request_id})
    except (TemplateDoesNotExist, ValueError):
        # ValueError: the static files were not collected, so no stylesheet has an address.
        page = f"<!DOCTYPE html><title>{status}</title><h1>{status}</h1><p>{request_id}</p>"
    return HttpResponse(page, status=status)
