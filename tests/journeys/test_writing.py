"""Those who offer and those who need, each in their own words, until they find each other."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from counterpoint.apps.directory.models import Need, Offer, Organisation
from tests.factories import accounts, directory
from tests.journeys.browser import OpenScreen, Screen
from tests.journeys.people import join, sign_in
from tests.journeys.pictures import picture
from tests.journeys.scene import now, take_over_changes

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("terms_and_places")]

OFFER = (
    "A weekly choir in the old lifeboat house. No auditions and no reading music: people who "
    "came on their own make friends over tea and cake."
)
# None of the words of the offer.
NEED = "reduce loneliness among isolated older people in Thanet"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_freelancer_writes_an_offer_and_a_commissioner_finds_it(
    open_screen: OpenScreen, has_scripts: bool
) -> None:
    artist = open_screen(java_script_enabled=has_scripts)
    join(artist, "rosa@example.org")
    _list_herself(artist)
    _write_the_offer(artist)
    _decide_on_terms(artist)
    _publish(artist)
    take_over_changes()
    commissioner = open_screen(java_script_enabled=has_scripts)
    _ask(commissioner, "need", NEED)
    found = commissioner.page.locator("article").first
    expect(found.locator(".card-title")).to_have_text("Lifeboat House Singers")
    expect(found.locator(".reasons")).to_contain_text("loneliness")
    expect(found.get_by_text("make friends").first).to_be_visible()


def _list_herself(screen: Screen) -> None:
    page = screen.page
    page.get_by_role("link", name="List an organisation or yourself").click()
    page.get_by_role("main").get_by_label("Name", exact=True).fill("Rosa Example")
    page.get_by_role("main").get_by_label("I work on my own").check()
    page.get_by_role("main").get_by_label("What you do, in your own words").fill(
        "I run choirs by the sea."
    )
    _go_on(page)
    page.get_by_role("main").get_by_label("Where").fill("Margate")
    _go_on(page)
    page.get_by_role("button", name="Accept all that are left").click()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#messages")).to_contain_text("Published")


def _write_the_offer(screen: Screen) -> None:
    page = screen.go("/my-work/")
    page.get_by_role("link", name=re.compile("^An offer")).click()
    page.get_by_role("main").get_by_label("What you offer").fill("Lifeboat House Singers")
    page.get_by_role("main").get_by_label("In your own words").fill(OFFER)
    _go_on(page)
    page.get_by_role("main").get_by_label("Where").fill("Margate")
    _go_on(page)
    page.get_by_role("main").get_by_label("How many people at a time").fill("40")
    _go_on(page)
    page.get_by_role("main").get_by_label("Safeguarding").fill(
        "I have a policy and an enhanced DBS check."
    )
    _go_on(page)


def _decide_on_terms(screen: Screen) -> None:
    page = screen.go(_terms_of(Offer.objects.get()))
    expect(page.locator("mark", has_text="make friends")).to_be_visible()
    picture(screen, "offer-terms-1280-light", height=1100)
    proposed = page.get_by_role("radiogroup")
    assert proposed.count() >= 3
    page.get_by_role("radiogroup", name="Universal").get_by_label("Does not fit").check()
    page.get_by_role("button", name="Save and stay here").click()
    page.get_by_role("main").get_by_label("Look for a term").fill("older people")
    page.get_by_role("button", name="Look", exact=True).click()
    page.get_by_role("button", name="Add Older people", exact=True).click()
    expect(page.locator("#messages")).to_contain_text("Added: Older people.")
    page.get_by_role("button", name="Accept all that are left").click()
    page.get_by_role("button", name="Save and go on").click()


def _publish(screen: Screen) -> None:
    page = screen.page
    expect(page.get_by_text("This is how readers will see it.")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#messages")).to_contain_text("Published")
    assert page.text_content("h1") == "Lifeboat House Singers"


def test_a_council_officer_claims_the_council_and_writes_a_need(
    open_screen: OpenScreen, screen: Screen
) -> None:
    council = directory.organisation(
        "Example District Council",
        roles=["commissioner"],
        description="We look after the district between the two rivers.",
        at=now(),
    )
    officer = accounts.person("Ola Officer")
    team = accounts.person("Terry Team", is_programme_team=True, at=now())
    sign_in(screen, officer)
    _claim(screen, council)
    at_the_desk = open_screen()
    sign_in(at_the_desk, team)
    _accept(at_the_desk, council)
    _write_a_need(screen)
    take_over_changes()
    artist = open_screen()
    _ask(artist, "offer", "a tea dance with a live band for grandparents in Margate")
    found = artist.page.locator("article", has_text="Steadier on their feet")
    expect(found.locator(".reasons")).to_be_visible()
    artist.check_accessibility()
    artist.page.get_by_role("link", name="Steadier on their feet").first.click()
    artist.check_accessibility()


def _claim(screen: Screen, council: Organisation) -> None:
    page = screen.go(council.get_absolute_url())
    screen.check_accessibility()
    page.get_by_role("link", name=re.compile("claim|act for", re.IGNORECASE)).first.click()
    page.get_by_role("main").get_by_label("How can we check").fill(
        "I am named on the council's website."
    )
    screen.check_accessibility()
    page.get_by_role("button", name="Send the claim").click()
    expect(page.locator("#messages")).to_contain_text("waiting for an answer")


def _accept(screen: Screen, council: Organisation) -> None:
    page = screen.page
    page.get_by_role("main").get_by_role("link", name=council.name).click()
    expect(page.get_by_text("I am named on the council's website.")).to_be_visible()
    screen.check_accessibility()
    page.get_by_role("button", name="Accept the claim").click()
    expect(page.locator("#messages")).to_contain_text("accepted")
    screen.check_accessibility()


def _write_a_need(screen: Screen) -> None:
    page = screen.go("/my-work/")
    screen.check_accessibility()
    page.get_by_role("link", name=re.compile("^A need")).click()
    page.get_by_role("main").get_by_label("The need in a line").fill("Steadier on their feet")
    page.get_by_role("main").get_by_label("In your own words").fill(
        "Fewer falls and less loneliness among people over 75 who live alone."
    )
    screen.check_accessibility()
    _go_on(page)
    page.get_by_role("main").get_by_label("Where").fill("Thanet")
    _go_on(page)
    page.get_by_role("button", name="Accept all that are left").click()
    screen.check_accessibility()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#messages")).to_contain_text("Published")
    assert Need.objects.get().is_public


def _go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and go on").click()


def _terms_of(offer: Offer) -> str:
    return f"/offers/{offer.reference}/terms/"


def _ask(screen: Screen, voice: str, words: str) -> None:
    page = screen.go(f"/find/?as={voice}")
    page.get_by_role("main").get_by_label("In your own words").fill(words)
    page.get_by_role("button", name="Find matches").click()
