"""The page kit in a browser: both themes, phone and desk, and each module at work."""

from __future__ import annotations

import pytest

from tests.journeys.browser import WIDTHS, OpenScreen, Screen

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.journeys.kit_urls")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("device", WIDTHS)
def test_every_component_is_accessible_and_fits(
    open_screen: OpenScreen, device: str, theme: str
) -> None:
    screen = open_screen(width=WIDTHS[device], theme=theme)
    screen.go("/kit/")
    screen.check_width()
    screen.check_accessibility()
    screen.photograph(f"kit-{device}-{theme}")


@pytest.mark.parametrize("width", [390, 1600])
def test_targets_are_at_least_24_pixels(open_screen: OpenScreen, width: int) -> None:
    """WCAG 2.2, 2.5.8: links inside a sentence are exempt, everything else is not."""
    page = open_screen(width=width).go("/kit/")
    small = page.evaluate(
        """() => Array.from(document.querySelectorAll("a, button, input, select, summary"))
        .filter((x) => x.checkVisibility() && !x.closest("p, dd, .source, .unseen, .skip"))
        .map((x) => [x.outerHTML.slice(0, 90), x.getBoundingClientRect()])
        .filter(([, box]) => box.height < 24 || box.width < 24)
        .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""
    )
    remaining = [x for x in small if 'type="radio" name="as"' not in x]
    assert not remaining, "\n".join(remaining)


def test_the_keyboard_reaches_the_content_first(screen: Screen) -> None:
    page = screen.go("/kit/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_can_be_seen_on_every_kind_of_control(screen: Screen) -> None:
    page = screen.go("/kit/")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => { const x = document.activeElement, own = getComputedStyle(x);
            const label = x.closest("label"), around = label && getComputedStyle(label);
            return own.outlineStyle !== "none" || around?.outlineStyle !== "none" && !!around
              || own.borderBottomWidth === "3px" ? "" : x.outerHTML.slice(0, 90) }"""
        )
        unseen += [outline] if outline else []
    assert not unseen


def test_what_is_typed_into_a_long_form_can_be_put_back(screen: Screen) -> None:
    page = screen.go("/kit/")
    page.fill("#id_title", "Tea dance")
    page.fill("#id_description", "An afternoon of dancing.")
    page.check("#id_settings_1")
    page.wait_for_timeout(600)
    page.reload()
    assert page.input_value("#id_title") == ""
    page.click("text=Put it back")
    assert page.input_value("#id_title") == "Tea dance"
    assert page.input_value("#id_description") == "An afternoon of dancing."
    assert page.is_checked("#id_settings_1")
    assert not page.is_checked("#id_settings_0")


def test_a_draft_goes_once_the_form_has_arrived_and_not_before(screen: Screen) -> None:
    page = screen.go("/long-form/")
    drafts = "Object.keys(localStorage).filter((key) => key.includes('draft')).length"
    page.fill("#id_title", "fails")
    page.click("text=Send")
    assert page.text_content("h1") == "This has changed"
    assert page.evaluate(drafts) == 1
    screen.go("/long-form/")
    page.click("text=Put it back")
    assert page.input_value("#id_title") == "fails"
    page.fill("#id_title", "arrives")
    page.click("text=Send")
    assert page.text_content("h1") == "About Counterpoint"
    assert page.evaluate(drafts) == 0


def test_the_counter_counts_whole_characters(screen: Screen) -> None:
    page = screen.go("/kit/")
    page.fill("#id_description", "Cŵn 🎻")
    assert page.text_content("#id_description_count") == "Characters left: 595"
    page.fill("#id_description", "a" * 603)
    assert page.text_content("#id_description_count") == "Characters too many: 3"
    assert len(page.input_value("#id_description")) == 603


def test_ticking_a_filter_sends_it_and_returns_the_focus(screen: Screen) -> None:
    page = screen.go("/filters/")
    page.focus("#facet-art-2")
    page.keyboard.press("Space")
    page.wait_for_url("**art=music**")
    assert page.evaluate("document.activeElement.id") == "facet-art-2"


def test_the_arrow_keys_move_through_a_list_without_sending_it(screen: Screen) -> None:
    page = screen.go("/filters/")
    page.focus("#sort")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(500)
    assert "sort=" not in page.url
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=newest**")


def test_the_question_is_asked_with_enter(screen: Screen) -> None:
    page = screen.go("/kit/")
    page.check("text=I have an offer")
    page.fill("#question", "tea dance")
    page.press("#question", "Enter")
    page.wait_for_url("**as=offer&q=tea+dance**")


def test_the_link_of_a_page_can_be_copied(open_screen: OpenScreen) -> None:
    screen = open_screen(permissions=["clipboard-read", "clipboard-write"])
    page = screen.go("/kit/?shared=1")
    page.click("[data-copy-link]")
    page.wait_for_selector("text=Link copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/kit/?shared=1")


def test_everything_is_there_without_scripts(open_screen: OpenScreen) -> None:
    screen = open_screen(java_script_enabled=False)
    page = screen.go("/kit/")
    assert page.is_hidden("[data-copy-link]")
    assert page.is_hidden("[data-autosave-notice]")
    page.fill("#question", "tea dance")
    page.click("text=Find matches")
    assert "q=tea+dance" in page.url


@pytest.mark.parametrize("address", ["/about/", "/accessibility/", "/privacy/", "/refuse/"])
def test_plain_and_refused_pages_are_accessible(screen: Screen, address: str) -> None:
    screen.go(address)
    screen.check_accessibility()


def test_nothing_is_cut_off_on_paper(screen: Screen) -> None:
    page = screen.go("/kit/")
    page.emulate_media(media="print")
    assert page.is_hidden(".site-navigation")
    assert page.is_hidden(".search-box")
    assert page.is_visible("#facts dl")
    screen.photograph("kit-print")
