from __future__ import annotations

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from counterpoint.web.middleware import RequestId, current_request_id

pytestmark = pytest.mark.urls("tests.web.urls")


def test_the_id_of_a_proxy_is_kept_and_returned(client: Client) -> None:
    response = client.get("/find/", headers={"X-Request-ID": "edge-7.frankfurt_01"})
    assert response["X-Request-ID"] == "edge-7.frankfurt_01"


@pytest.mark.parametrize(
    "forged", ["", "short", "x" * 65, "two words here", "new\x0bline-in-log", "<script>alert"]
)
def test_an_id_that_could_forge_a_log_line_is_replaced(client: Client, forged: str) -> None:
    response = client.get("/find/", headers={"X-Request-ID": forged})
    assert re.fullmatch(r"[0-9a-f]{32}", response["X-Request-ID"])


def test_the_id_is_known_while_the_request_is_answered_and_not_after(
    rf: RequestFactory,
) -> None:
    seen = []

    def answer(request: HttpRequest) -> HttpResponse:
        seen.append(current_request_id())
        return HttpResponse()

    response = RequestId(answer)(rf.get("/"))
    assert seen == [response["X-Request-ID"]]
    assert current_request_id() == "-"


def test_the_content_security_policy_allows_nothing_inline_and_no_other_site(
    client: Client,
) -> None:
    policy = dict(
        part.strip().split(" ", 1)
        for part in client.get("/find/")["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }


def test_other_headers_close_what_pages_do_not_use(client: Client) -> None:
    response = client.get("/find/")
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in response["Permissions-Policy"]
