"""The repository speaks of the product alone, and loads nothing from other sites."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
]
TEMPLATES = [path for path in TRACKED if path.suffix == ".html" and path.exists()]
INLINE = re.compile(
    r"""\sstyle=|<style|\son[a-z]+=["']|javascript:|<script(?![^>]*\bsrc=)(?![^>]*application/json)"""
)
FROM_ELSEWHERE = re.compile(
    r"""(?:src|srcset)=["']https?:|<link[^>]+href=["']https?:|@import\s+url\(["']?https?:"""
)


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_host_and_hashes_everything(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[a-z0-9].*==", text, re.MULTILINE)
    assert len(pinned) <= text.count("--hash=sha256:")


def test_templates_hold_no_inline_scripts_or_styles():
    offending = [
        path.name for path in TEMPLATES if INLINE.search(path.read_text(encoding="utf-8"))
    ]
    assert not offending


def test_pages_and_styles_load_nothing_from_other_sites():
    shown = [
        *TEMPLATES,
        *(path for path in TRACKED if path.suffix in {".css", ".js"} and path.exists()),
    ]
    offending = [
        path.name for path in shown if FROM_ELSEWHERE.search(path.read_text(encoding="utf-8"))
    ]
    assert not offending


def test_no_large_file_is_kept():
    large = [
        path.name for path in TRACKED if path.exists() and path.stat().st_size > 2_000_000
    ]
    assert not large
