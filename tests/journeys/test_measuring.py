"""A provider chooses a measure, and sees what a change would be worth."""

from __future__ import annotations

import pytest

from tests.journeys.browser import WIDTHS, OpenScreen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("device", "theme"), [("phone", "dark"), ("desk", "light")])
def test_a_measure_is_chosen_and_a_change_valued(
    open_screen: OpenScreen, device: str, theme: str
) -> None:
    screen = open_screen(width=WIDTHS[device], theme=theme)
    page = screen.go("/measures/choose/")
    page.get_by_label("Reduced loneliness").check()
    page.get_by_role("button", name="Show what fits").click()
    page.get_by_text("alone asks about everything").wait_for()
    assert "outcome=outcome.reduced-loneliness" in page.url
    screen.check_width()
    screen.check_accessibility()
    screen.photograph(f"measures-choose-{device}-{theme}")
    page = screen.go("/measures/swemwbs/")
    screen.check_width()
    screen.check_accessibility()
    screen.photograph(f"measure-{device}-{theme}")
    page = screen.go("/value/")
    page.get_by_label("People who took part").fill("24")
    page.get_by_role("button", name="Calculate").click()
    page.get_by_text("£78,000").wait_for()
    assert "people=24" in page.url
    page.get_by_text("The same as a table").click()
    screen.check_width()
    screen.check_accessibility()
    screen.photograph(f"value-{device}-{theme}")


@pytest.mark.parametrize(("device", "theme"), [("phone", "light"), ("desk", "dark")])
def test_answers_from_a_spreadsheet_become_a_result(
    open_screen: OpenScreen, device: str, theme: str
) -> None:
    lines = ["person\twhen\tcompanionship\tleft-out\tisolated"]
    for number in range(36):
        lines.append(f"P{number}\tbefore\t{number % 2 + 2}\t{number % 3 + 1}\t2")
        lines.append(f"P{number}\tafter\t{number % 3 + 1}\t1\t{number % 2 + 1}")
    screen = open_screen(width=WIDTHS[device], theme=theme)
    page = screen.go("/measures/ucla-3/score/")
    page.get_by_label("Answers").fill("\n".join(lines))
    page.get_by_role("button", name="Score them").click()
    page.get_by_text("points better").wait_for()
    page.get_by_text("The same as a table").click()
    screen.check_width()
    screen.check_accessibility()
    screen.photograph(f"score-{device}-{theme}")
