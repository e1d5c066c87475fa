"""A visitor with a need, who knows none of the words of the arts."""

from __future__ import annotations

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from counterpoint.apps.directory.models import Offer
from tests.journeys.browser import WIDTHS, OpenScreen, Screen
from tests.journeys.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("examples")]

NEED = "reduce loneliness among over-65s living alone in Thanet"
ORGANISATION, PLACE = "/organisations/example-harbour-voices/", "/places/E07000114/"
PICTURES = {
    ("/", "phone", "dark"): "home-390-dark",
    (ORGANISATION, "desk", "light"): "organisation-1280-light",
    (PLACE, "desk", "light"): "place-1280-light",
}
FIND = "/find/?as=need&q=" + NEED.replace(" ", "+")


def test_a_visitor_finds_a_choir_that_never_says_loneliness(screen: Screen) -> None:
    page = screen.go("/")
    _ask(page, NEED)
    _sees_what_was_understood(page)
    _sees_the_choir_and_why(page)
    screen.check_accessibility()
    picture(screen, "find-need-1280-light", height=1680)
    _takes_off_a_chip(page)
    _asks_as_an_artist(page)
    _is_refused_a_sculpture(page)
    screen.check_accessibility()


def _sees_what_was_understood(page: Page) -> None:
    understood = page.get_by_role("group", name="Understood as")
    expect(understood).to_contain_text("loneliness")
    expect(understood.locator("q", has_text="over-65s")).to_be_visible()
    expect(understood).to_contain_text("Thanet")


def _sees_the_choir_and_why(page: Page) -> None:
    assert "Thursday Voices" in _titles(page)[:3]
    offer = Offer.objects.get(title="Thursday Voices")
    assert "lonel" not in f"{offer.title} {offer.description}".lower()
    choir = page.locator("article", has=page.get_by_role("link", name="Thursday Voices"))
    expect(choir.locator(".reasons")).to_contain_text("loneliness")
    expect(choir.locator(".reasons")).to_contain_text("came on their own")
    expect(choir.locator(".flag").first).to_be_visible()


def _takes_off_a_chip(page: Page) -> None:
    understood = page.get_by_role("group", name="Understood as")
    before = understood.locator(".chip").count()
    understood.get_by_role("link", name="Take off").first.click()
    page.wait_for_url("**off=**")
    assert understood.locator(".chip").count() < before


def _asks_as_an_artist(page: Page) -> None:
    page.get_by_text("I have an offer").click()
    _ask(page, "a weekly choir where people make friends, with tea, in Margate")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who needs this?")
    assert page.locator("article .reasons li").count()


def _is_refused_a_sculpture(page: Page) -> None:
    page.get_by_text("I need an outcome").click()
    _ask(page, "commission a new sculpture for the town square")
    notice = page.locator(".notice", has_text="means something else here")
    expect(notice).to_contain_text("Nothing was searched for.")
    assert not _titles(page)
    expect(notice.get_by_role("link", name="Search anyway")).to_be_visible()


def test_home_and_answers_fit_and_can_be_read(open_screen: OpenScreen) -> None:
    for device, theme in product(WIDTHS, ("light", "dark")):
        screen = open_screen(width=WIDTHS[device], theme=theme)
        for address in ("/", FIND, ORGANISATION, PLACE):
            screen.go(address)
            screen.check_width()
            screen.check_accessibility()
            if (address, device, theme) in PICTURES:
                picture(screen, PICTURES[address, device, theme])


def test_the_same_is_found_without_scripts(open_screen: OpenScreen) -> None:
    page = open_screen(java_script_enabled=False).go("/")
    _ask(page, NEED)
    assert "Thursday Voices" in _titles(page)[:3]
    page.get_by_role("link", name="Take off").first.click()
    assert "off=" in page.url
    page.get_by_role("button", name=re.compile("^Useful.*Thursday Voices")).click()
    expect(page.locator("#messages")).to_contain_text("Thank you")


def test_the_keyboard_alone_leads_from_home_to_an_organisation(screen: Screen) -> None:
    page = screen.go("/")
    _tab_to(page, "#question")
    page.keyboard.type("singing for people with breathing problems")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/**")
    _tab_to(page, "article a[href^='/offers/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/offers/**")
    _tab_to(page, "main a[href^='/organisations/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/**")
    assert page.text_content("h1")


def _ask(page: Page, words: str) -> None:
    page.get_by_label("In your own words").fill(words)
    page.get_by_role("button", name="Find matches").click()


def _titles(page: Page) -> list[str]:
    return page.locator("article .card-title").all_inner_texts()


def _tab_to(page: Page, selector: str, most: int = 150) -> None:
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{most} presses of Tab do not reach {selector}")
