"""A programme is set up in one sitting, and two figures for one thing stand side by side."""

from __future__ import annotations

import pytest

from tests.factories import accounts, directory, programmes
from tests.journeys.browser import OpenScreen
from tests.journeys.people import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


def test_a_programme_is_set_up_and_a_second_source_is_added(open_screen: OpenScreen) -> None:
    person = accounts.person()
    house = directory.organisation("Example House")
    directory.member(house, person)
    desk = open_screen()
    sign_in(desk, person)
    page = desk.go("/programmes/new/")
    page.get_by_label("Name", exact=True).fill("Sing Together")
    page.get_by_label("Lead organisation").fill("Example House")
    page.get_by_label("Aims").fill("More singing.")
    page.get_by_label("Locality projects, one a line").fill("Example Town")
    desk.check_accessibility()
    page.get_by_role("button", name="Make the draft").click()
    for number, source in (("nine", "One Report"), ("twelve", "Another Report")):
        page.get_by_role("link", name="Add a figure with its source").click()
        page.get_by_label("What it answers").fill("How many projects?")
        page.get_by_label("Figure", exact=True).fill(number)
        page.get_by_label("Who says so").fill(source)
        page.get_by_label("Where one can read it").fill(programmes.SOURCE)
        page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Publish").click()
    assert page.get_by_text("The sources differ").is_visible()
    phone = open_screen(width=390, theme="dark")
    phone.go("/programmes/sing-together/")
    phone.check_width()
    phone.check_accessibility()
