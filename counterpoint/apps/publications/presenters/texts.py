"""The text of a guide as HTML: emphasis, links, and citations that lead to their source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from counterpoint.apps.publications.models import Guide
from counterpoint.domain.publications.guides import CITATION

# Emphasis and links; html in a text stays text, and only addresses of the web become links.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")


@dataclass(frozen=True)
class ShownBlock:
    """A piece of a chapter with its texts as safe HTML."""

    kind: str
    texts: tuple[SafeString, ...] = ()
    title: str = ""
    head: tuple[SafeString, ...] = ()
    rows: tuple[tuple[SafeString, ...], ...] = ()


@dataclass(frozen=True)
class ShownChapter:
    title: str
    anchor: str
    blocks: tuple[ShownBlock, ...]


def inline(text: str) -> SafeString:
    """A line of a guide; [K6] becomes a link to the source at the foot of the page."""
    rendered = _MARKDOWN.renderInline(text)
    return mark_safe(CITATION.sub(_citation, rendered))  # noqa: S308  rendered without html


def _citation(found: re.Match[str]) -> str:
    key = found.group(1)
    label = _("source %(key)s") % {"key": key}
    return format_html(
        '<a class="cite" href="#source-{}" aria-label="{}">[{}]</a>', key, label, key
    )


def chapters(guide: Guide) -> list[ShownChapter]:
    return [
        ShownChapter(
            chapter["title"],
            slugify(chapter["title"]) or f"chapter-{number}",
            tuple(_block(block) for block in chapter["blocks"]),
        )
        for number, chapter in enumerate(guide.chapters, start=1)
    ]


def _block(block: Mapping[str, Any]) -> ShownBlock:
    return ShownBlock(
        block["kind"],
        tuple(inline(text) for text in block["texts"]),
        block["title"],
        tuple(inline(text) for text in block["head"]),
        tuple(tuple(inline(cell) for cell in row) for row in block["rows"]),
    )
