"""Pictures in the documentation are those that the journeys take, and all of them are used."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
SHOWN = re.compile(r"!\[[^\]]*\]\(([^)\s]+)|<img[^>]+src=\"([^\"]+)\"")
TAKEN = re.compile(r"\"([a-z-]+-\d+-(?:light|dark))\"")


def _documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def _used() -> set[Path]:
    found = set()
    for document in _documents():
        for pair in SHOWN.findall(document.read_text(encoding="utf-8")):
            address = "".join(pair)
            if "://" not in address:
                found.add((document.parent / address).resolve())
    return found


def test_every_picture_that_a_document_shows_is_there():
    missing = sorted(path.name for path in _used() if not path.exists())
    assert not missing, f"{missing}: take them with COUNTERPOINT_PICTURES=1 make journeys"


def test_every_picture_is_shown_in_a_document():
    unused = sorted(path.name for path in set(PICTURES.iterdir()) - _used())
    assert not unused, f"{unused}: show them in a document, or take them away"


def test_every_picture_is_taken_by_a_journey():
    """So that none shows what the product no longer looks like."""
    journeys = (ROOT / "tests" / "journeys").glob("*.py")
    taken = {name for path in journeys for name in TAKEN.findall(path.read_text("utf-8"))}
    assert {path.stem for path in PICTURES.iterdir()} == taken
