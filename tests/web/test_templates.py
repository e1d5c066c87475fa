"""Every template of the product, whichever part it belongs to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import Template, engines

PRODUCT = Path(__file__).parents[2] / "counterpoint"
TEMPLATES = {
    str(path.relative_to(PRODUCT)): path
    for path in sorted(PRODUCT.rglob("templates/**/*.html"))
}
EXTENDED = {
    parent
    for path in TEMPLATES.values()
    for parent in re.findall(r'{% extends "([^"]+)" %}', path.read_text(encoding="utf-8"))
}
# A template that others extend leaves its words to them.
PAGES = {
    name: path
    for name, path in TEMPLATES.items()
    if re.match(r'{% extends "(base|bare).html" %}', path.read_text(encoding="utf-8"))
    and not any(name.endswith(f"/{parent}") for parent in EXTENDED)
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles(name: str) -> None:
    source = TEMPLATES[name].read_text(encoding="utf-8")
    assert isinstance(engines["django"].from_string(source).template, Template)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_words_for_its_title_and_its_heading(name: str) -> None:
    source = PAGES[name].read_text(encoding="utf-8")
    assert re.search(r"{% block (full_)?title %}\s*\S", source)
    assert re.search(r"{% block heading %}\s*\S", source) or "<h1" in source
