"""A real Chromium for the journeys, with the accessibility rules of axe and a camera.

`screen` is a page in a window of its own; it notes what the browser complains about, and every
journey ends by asking that there was nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"phone": 390, "desk": 1280}
# A browser in a test looks nothing up on its own account.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHOTOGRAPHS = Path(os.environ.get("COUNTERPOINT_SCREENSHOTS", "test-results/screenshots"))


def chromium() -> str | None:
    """The Chromium of this machine: the one named in the environment, or one on the path."""
    named = os.environ.get("COUNTERPOINT_CHROMIUM")
    if named:
        return named
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    mac = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    on_the_path = next(filter(None, map(shutil.which, names)), None)
    return on_the_path or (str(mac) if mac.exists() else None)


class Screen:
    """A window on the running site."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, message: Any) -> None:
        # A refusal shown on purpose is also reported by the browser as a failed load.
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def go(self, address: str) -> Page:
        self.page.goto(self.site + address)
        return self.page

    def check_accessibility(self) -> None:
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        violations = Axe().run(self.page, options=options).response["violations"]
        told = [
            f"{v['id']}: {v['help']}: {[n['html'] for n in v['nodes']][:3]}"
            for v in violations
        ]
        assert not told, "axe finds:\n- " + "\n- ".join(told)

    def check_width(self) -> None:
        """Nothing makes the page wider than its window (WCAG 1.4.10)."""
        wider = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{self.page.url} is {wider} px wider than its window"

    def photograph(self, name: str, *, full_page: bool = True) -> Path:
        path = PHOTOGRAPHS / f"{name}.png"
        self.page.screenshot(path=path, full_page=full_page)
        return path


OpenScreen = Callable[..., Screen]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        pytest.skip(
            "no Chromium on this machine: apt install chromium, or COUNTERPOINT_CHROMIUM"
        )
    # Playwright keeps an event loop on this thread, and Django then takes every query of a test
    # for one made inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Chromium refuses to keep its sandbox for root.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ["--no-sandbox"] if is_root else []
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=[*QUIET, *sandbox])
        yield launched
        launched.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)


@pytest.fixture
def open_screen(browser: Browser, live_server: Any) -> Iterator[OpenScreen]:
    """`open_screen(width=390, theme="dark")`, as many as a journey needs."""
    opened: list[tuple[BrowserContext, Screen]] = []

    def opener(*, width: int = 1280, theme: str = "light", **context: Any) -> Screen:
        window = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,  # type: ignore[arg-type]  # a parameter of the test
            locale="en-GB",
            **context,
        )
        window.set_default_timeout(20_000)
        screen = Screen(window.new_page(), live_server.url)
        opened.append((window, screen))
        return screen

    yield opener
    complaints = [line for _, screen in opened for line in screen.complaints]
    for window, _ in opened:
        window.close()
    assert not complaints, "The browser complains:\n- " + "\n- ".join(complaints)


@pytest.fixture
def screen(open_screen: OpenScreen) -> Screen:
    return open_screen()
