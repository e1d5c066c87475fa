"""Contrast of the palette, computed as WCAG 2.2 defines it (success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LOOK = Path(__file__).parents[2] / "counterpoint" / "web" / "static" / "look"
TEXT, SHAPE = 4.5, 3.0

SURFACES = ("paper", "sheet", "well")
WASHES = ("cool-wash", "warm-wash", "good-wash", "caution-wash", "bad-wash")
READ = [
    *((ink, surface) for ink in ("ink", "ink-soft", "cool", "warm") for surface in SURFACES),
    *(
        (tone, surface)
        for tone in ("good", "caution", "bad")
        for surface in ("paper", "sheet")
    ),
    *((tone, f"{tone}-wash") for tone in ("cool", "warm", "good", "caution", "bad")),
    *(("ink", wash) for wash in WASHES),
    *(("ink-soft", wash) for wash in ("cool-wash", "warm-wash")),
    *(("cool", wash) for wash in WASHES),  # a link inside a notice
    *(("on-accent", fill) for fill in ("cool", "cool-deep", "warm", "warm-deep", "bad")),
    *(("cool-deep", surface) for surface in SURFACES),
]
SEEN = [
    *(("edge", surface) for surface in SURFACES),
    *(
        (accent, "well") for accent in ("cool", "warm")
    ),  # the filled part of a bar against the rest
    *((accent, "paper") for accent in ("cool", "warm")),
]


def palette(theme: str) -> dict[str, str]:
    css = (LOOK / "ground.css").read_text(encoding="utf-8")
    light, _, dark = css.partition("@media screen and (prefers-color-scheme: dark)")
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light.split("*,")[0]))
    if theme == "dark":
        colours |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark.split("*,")[0]))
    return colours


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs_in_rules() -> set[tuple[str, str]]:
    """Text and ground that the stylesheets set together in one rule."""
    found = set()
    for sheet in LOOK.glob("*.css"):
        for rule in re.findall(r"\{([^{}]*)\}", sheet.read_text(encoding="utf-8")):
            text = re.search(r"(?<![-a-z])color: var\(--([a-z-]+)\)", rule)
            ground = re.search(r"background: var\(--([a-z-]+)\)", rule)
            if text and ground:
                found.add((text[1], ground[1]))
    return found


def test_contrast_agrees_with_the_worked_values_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_on_every_ground_it_is_used_on(theme: str) -> None:
    colours = palette(theme)
    pairs = {*READ, *(pair for pair in pairs_in_rules() if set(pair) <= colours.keys())}
    faint = {
        f"{a} on {b}": round(contrast(colours[a], colours[b]), 2)
        for a, b in pairs
        if contrast(colours[a], colours[b]) < TEXT
    }
    assert not faint


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_of_controls_and_bars_can_be_seen(theme: str) -> None:
    colours = palette(theme)
    faint = {
        f"{a} on {b}": round(contrast(colours[a], colours[b]), 2)
        for a, b in SEEN
        if contrast(colours[a], colours[b]) < SHAPE
    }
    assert not faint


def test_the_dark_theme_replaces_every_colour() -> None:
    light, dark = palette("light"), palette("dark")
    assert light.keys() == dark.keys()
    assert not [name for name in light if light[name] == dark[name]]


def test_every_colour_named_by_a_stylesheet_exists() -> None:
    declared, used = set(), set()
    for sheet in LOOK.glob("*.css"):
        css = sheet.read_text(encoding="utf-8")
        declared |= set(re.findall(r"^\s*--([a-z0-9-]+):", css, re.MULTILINE))
        used |= set(re.findall(r"var\(--([a-z0-9-]+)\s*\)", css))
    assert used <= declared
