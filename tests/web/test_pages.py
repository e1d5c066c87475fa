from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.template import engines
from django.test import Client, RequestFactory

from counterpoint.domain.privacy import DECLARATIONS, PersonalData
from counterpoint.web import declared
from tests.visiting import Visit

pytestmark = pytest.mark.urls("tests.web.urls")


@pytest.mark.parametrize("address", ["/kit/", "/about/", "/accessibility/", "/privacy/"])
def test_the_pages_of_the_kit_obey_its_own_rules(client: Client, address: str) -> None:
    assert Visit(client)(address).heading


def test_pages_of_the_kit_need_no_database(client: Client) -> None:
    assert Visit(client)("/about/").links["Skip to the content"] == "#main"


def test_nothing_but_reading_is_answered(client: Client) -> None:
    assert client.post("/about/").status_code == 405


def test_the_privacy_page_prints_what_is_declared(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = PersonalData(("email", "birthplace"), "Signing in.", "Until the account is closed.")
    label = get_user_model()._meta.label
    monkeypatch.setattr(DECLARATIONS, "by_record", {label: data, "gone.Record": data})
    words = Visit(client)("/privacy/").words
    assert (
        "Person e-mail address, birthplace Signing in. Until the account is closed." in words
    )
    assert "gone.Record email, birthplace" in words


def test_the_privacy_page_can_say_that_nothing_is_held(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DECLARATIONS, "by_record", {"a.B": PersonalData()})
    assert (
        "No kind of record here holds anything about people."
        in Visit(client)("/privacy/").words
    )


def test_questions_go_to_the_address_that_mails_come_from(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Counterpoint <team@example.org>"
    assert declared.contact_address() == "team@example.org"


def test_a_member_sees_a_menu_in_place_of_the_way_in(rf: RequestFactory) -> None:
    request = rf.get("/about/")
    request.user = get_user_model()(name="A member")
    html = (
        engines["django"].from_string("{% load kit %}{% account_menu %}").render({}, request)
    )
    assert "<summary>A member</summary>" in html
