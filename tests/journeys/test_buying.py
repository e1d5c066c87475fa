"""A commissioner who does not know how to buy, and an artist who does not know what it costs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import OpenScreen, Screen

pytestmark = pytest.mark.browser


def test_a_commissioner_is_led_to_a_route(screen: Screen) -> None:
    page = screen.go("/route/")
    for answer in ("A contract: we are buying a service", "No"):
        page.get_by_label(answer, exact=True).check()
        page.get_by_role("button", name="Continue").click()
    page.get_by_label("How much is the contract worth?").fill("£35,000")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("£35,000")).to_be_visible()
    expect(page.get_by_text("Is it one of several lots")).to_be_visible()
    screen.check_accessibility()


def _fill_a_line(
    page: Page, part: str, number: int, words: str, units: str, rate: str
) -> None:
    for column, value in (("words", words), ("units", units), ("rate", rate)):
        page.locator(f"#{part}-{column}-{number}").fill(value)


def test_a_price_is_worked_out_while_it_is_written(screen: Screen) -> None:
    page = screen.go("/price/")
    _fill_a_line(page, "direct", 0, "Singing leader", "40", "150")
    page.locator("button[name=add][value=direct]").click()
    _fill_a_line(page, "direct", 1, "Hall", "80", "18.50")
    page.get_by_label("Price that you would ask, £").fill("7000")
    page.get_by_label("People it is for").focus()
    expect(page.locator("#price-result")).to_contain_text("£7,480")
    expect(page.locator("#price-result")).to_contain_text("£480 is left to you")
    expect(page).to_have_url(re.compile(r"direct=80(?!.*sent)"))
    page.reload()
    expect(page.locator("#direct-words-1")).to_have_value("Hall")
    screen.check_accessibility()


def test_a_price_is_worked_out_on_a_phone_without_scripts(open_screen: OpenScreen) -> None:
    screen = open_screen(width=390, theme="dark", java_script_enabled=False)
    page = screen.go("/price/")
    _fill_a_line(page, "access", 0, "Interpreter", "2", "145.25")
    page.locator("button[name=add][value=access]").click()
    expect(page.locator("#access-words-1")).to_be_visible()
    expect(page.locator("#price-result")).to_contain_text("£290.50")
