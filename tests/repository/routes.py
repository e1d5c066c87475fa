"""Every address that the product answers to, from Django's own resolver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import URLPattern, get_resolver


def routes() -> dict[str, str]:
    """Name of each route to the pattern of its address, ours and those of the sign-in pages."""
    return {pattern.name or path: path for path, pattern in _walk(get_resolver().url_patterns)}


def _walk(patterns: Sequence[Any], before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield path, one
        else:
            yield from _walk(one.url_patterns, path)
