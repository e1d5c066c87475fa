from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from counterpoint.web import navigation
from counterpoint.web.navigation import Destination
from tests.visiting import Visit

pytestmark = pytest.mark.urls("tests.web.urls")

MEMBER = SimpleNamespace(is_authenticated=True)
FIND = Destination("Find", "find", "/find")


def test_a_name_that_nothing_answers_to_is_left_out() -> None:
    offered = navigation.links([FIND, Destination("Gone", "a-part-taken-away")], None, "/")
    assert [link.label for link in offered] == ["Find"]


def test_a_page_stands_when_most_parts_are_away(client: Client) -> None:
    page = Visit(client)("/about/")
    assert "Find" in page.links
    assert "Organisations" not in page.links


@pytest.mark.parametrize(
    ("path", "is_current"),
    [
        ("/find", True),
        ("/find/", True),
        ("/find/map/", True),
        ("/findings/", False),
        ("/", False),
    ],
)
def test_the_part_that_holds_the_page_is_marked(path: str, is_current: bool) -> None:
    (link,) = navigation.links([FIND], None, path)
    assert link.is_current is is_current


def test_visitors_and_members_are_offered_different_things() -> None:
    both = [
        Destination("Mine", "find", is_for=navigation.signed_in),
        Destination("Join", "find", is_for=navigation.visitors),
    ]
    assert [x.label for x in navigation.links(both, None, "/")] == ["Join"]
    assert [x.label for x in navigation.links(both, MEMBER, "/")] == ["Mine"]


def test_a_group_holds_what_is_installed_and_is_current_with_one_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = navigation.Group("Both", (FIND, Destination("Gone", "a-part-taken-away")))
    away = navigation.Group("Away", (Destination("Gone", "a-part-taken-away"),))
    monkeypatch.setattr(navigation, "HEADER", (group, away))
    (shown,) = navigation.header(None, "/find/map/")
    assert isinstance(shown, navigation.GroupShown)
    assert [link.label for link in shown.links] == ["Find"]
    assert shown.is_current
    (elsewhere,) = navigation.header(None, "/about/")
    assert not elsewhere.is_current
