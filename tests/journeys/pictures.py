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


def picture(screen: Screen, name: str, *, height: int = 900) -> None:
    """The page from its top, as much as fits into a window of this height."""
    path, page = PICTURES / f"{name}.png", screen.page
    if os.environ.get("COUNTERPOINT_PICTURES") == "1":
        window = page.viewport_size
        assert window is not None
        page.set_viewport_size({"width": window["width"], "height": height})
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=path)
        page.set_viewport_size(window)
    assert path.exists(), f"{path.name} is missing: COUNTERPOINT_PICTURES=1 make journeys"
    assert path.stat().st_size <= LARGEST_BYTES
