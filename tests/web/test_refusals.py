from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils.functional import SimpleLazyObject

from counterpoint.web import refusals
from tests.pages import check_page, words_of
from tests.visiting import Visit

pytestmark = pytest.mark.urls("tests.web.urls")


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("forbidden", 403, "Only members of this organisation can publish its offers."),
        ("not-found", 404, "No offer has this reference."),
        ("conflict", 409, "Somebody else changed this offer. Load it again."),
        ("invalid", 422, "The last day is before the first."),
        ("other", 400, "The index is being rebuilt."),
    ],
)
def test_a_refusal_becomes_a_page_with_its_words(
    client: Client, kind: str, status: int, words: str
) -> None:
    page = Visit(client)(f"/refuse/{kind}/", status=status)
    assert words in page.words
    assert page.response["Content-Security-Policy"]


def test_a_refusal_answers_htmx_with_a_notice_for_the_messages(client: Client) -> None:
    response = client.get("/refuse/conflict/", headers={"HX-Request": "true"})
    assert response.status_code == 409
    assert response["HX-Retarget"] == "#messages"
    assert "Somebody else changed this offer." in response.content.decode()
    assert "<html" not in response.content.decode()


def test_a_refusal_answers_a_program_in_json(client: Client) -> None:
    response = client.get("/refuse/conflict/", headers={"Accept": "application/json"})
    assert response.status_code == 409
    assert response.json() == {
        "sentence": "Somebody else changed this offer.",
        "advice": "Load it again.",
    }


def test_an_unknown_address_offers_ways_on(client: Client) -> None:
    page = Visit(client)("/no-such-thing/", status=404)
    assert page.heading == "There is no such page"
    assert page.links["Start again from the first page"] == "/"


def test_an_unexpected_failure_gives_a_page_and_the_number_in_the_log() -> None:
    logging.disable(logging.CRITICAL)
    client = Client(raise_request_exception=False)
    response = client.get("/fail/", headers={"X-Request-ID": "from-the-proxy-1"})
    logging.disable(logging.NOTSET)
    assert response.status_code == 500
    page = check_page(response.content.decode())
    assert "from-the-proxy-1" in words_of(page)
    assert "the disk is full" not in response.content.decode()


@pytest.mark.parametrize(("view", "status"), [("server_error", 500), ("unavailable", 503)])
def test_pages_for_a_broken_house_touch_neither_person_nor_session(
    rf: RequestFactory, view: str, status: int
) -> None:
    def explode() -> None:
        raise AssertionError("the database is away")

    request = rf.get("/")
    for what_may_be_broken in ("user", "session"):
        setattr(request, what_may_be_broken, SimpleLazyObject(explode))
    response = getattr(refusals, view)(request)
    assert response.status_code == status
    check_page(response.content.decode())


def test_a_failed_forgery_check_says_that_nothing_was_saved(rf: RequestFactory) -> None:
    response = refusals.csrf_failure(rf.post("/"), reason="no cookie")
    assert response.status_code == 403
    assert "Nothing was saved." in words_of(check_page(response.content.decode()))


def test_a_failed_page_still_answers_when_no_static_file_was_collected(
    rf: RequestFactory, settings: Any, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    settings.DEBUG = False
    response = refusals.server_error(rf.get("/"))
    assert response.status_code == 500
    assert b"<h1>500</h1>" in response.content
