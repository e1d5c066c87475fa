"""The pictures in the documentation, taken by the journeys themselves.

`COUNTERPOINT_PICTURES=1 make journeys` takes them anew; otherwise they only have to be there.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.journeys.browser import Screen

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
# They are kept in the repository, and loaded by whoever reads the README.
LARGEST_BYTES = 250_000


def picture(screen: Screen, name: str) -> None:
    """As much as the window shows, from the top of the page."""
    path = PICTURES / f"{name}.png"
    if os.environ.get("COUNTERPOINT_PICTURES") == "1":
        screen.page.evaluate("window.scrollTo(0, 0)")
        screen.page.screenshot(path=path)
    assert path.exists(), f"{path.name} is missing: COUNTERPOINT_PICTURES=1 make journeys"
    assert path.stat().st_size <= LARGEST_BYTES
