"""What happens around every request: its id, its security headers, and refusals made into pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from counterpoint.domain.refusals import Refusal
from counterpoint.web import security

Respond = Callable[[HttpRequest], HttpResponseBase]

# An id from a proxy is passed on to logs and headers, so it may hold nothing that could forge either.
SANE_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")

_request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_request_id() -> str:
    """The id of the request being answered, or "-" outside one."""
    return _request_id.get()


class RequestId:
    """Every request has an id, ours or the proxy's, in the log and in the answer."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if SANE_REQUEST_ID.fullmatch(given) else uuid4().hex
        request.id = request_id  # type: ignore[attr-defined]  # ours, read by error pages
        token = _request_id.set(request_id)
        try:
            response = self.get_response(request)
        finally:
            _request_id.reset(token)
        response["X-Request-ID"] = request_id
        return response


class SecurityHeaders:
    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for header, value in security.HEADERS.items():
            response.headers.setdefault(header, value)
        return response


class Refusals:
    """A refusal raised anywhere below becomes a page that says what to do."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        # Not at the top: settings import this module for the log, before any page can be made.
        from counterpoint.web import refusals

        return refusals.page_for(request, error)
