"""What must stand before the product answers, and when it is made anew."""

from pathlib import Path

import pytest

from counterpoint.config import preparation


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    preparation._collect_static()
    return Path(settings.STATIC_ROOT)


def test_static_files_are_collected_once(collected):
    assert (collected / "look" / "ground.css").exists()
    assert not preparation._static_is_behind()


def test_a_style_of_any_app_that_changed_is_collected_again(collected, settings, tmp_path):
    more = tmp_path / "more"
    more.mkdir()
    (more / "new.css").write_text("p { color: inherit }", encoding="ascii")
    settings.STATICFILES_DIRS = [more]
    assert preparation._static_is_behind()
    preparation._collect_static()
    assert (collected / "new.css").exists()
    assert not preparation._static_is_behind()
