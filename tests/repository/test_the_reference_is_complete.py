"""The reference pages say what the code says."""

from pathlib import Path

import pytest

from counterpoint.config.environment import SETTINGS
from counterpoint.config.management.commands.reference import our_commands, pages

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", ["settings.md", "commands.md", "states.md"])
def test_a_printed_page_is_what_the_code_says(name):
    written = (REFERENCE / name).read_text(encoding="utf-8").strip()
    assert written == pages()[name].strip(), "Run: make docs"


def test_every_setting_says_what_it_does():
    for setting in SETTINGS:
        assert setting.about.endswith("."), setting.name


def test_every_command_says_what_it_does():
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    for command in our_commands():
        _before, _, rest = page.partition(f"## counterpoint {command}\n")
        assert rest.strip()[:1].isalpha(), f"{command} needs a help text"
