"""Kinds of news that people can be told: each app says here what of its own is news.

`updates` reads history, keeps the entries that are named here, and asks the app for the words.
An app that is not installed registers nothing, so its kind is not offered to anybody.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Piece:
    """A record as a mail tells of it and as matching reads it. Only what the public may see."""

    title: str
    path: str
    summary: str = ""
    byline: str = ""
    text: str = ""
    side: str = ""  # "need" or "offer": whose words they are
    tags: tuple[Any, ...] = ()  # with `concept` and `origin`
    places: tuple[str, ...] = ()  # codes
    organisation_id: int | None = None


@dataclass(frozen=True)
class NewsKind:
    code: str
    label: str | Promise
    about: str | Promise
    # Kinds of history entries, by what they mean for a reader.
    entries: Mapping[str, str] = field(default_factory=dict)
    pieces: Callable[[Collection[int]], Mapping[int, Piece]] = lambda numbers: {}


_KINDS: dict[str, NewsKind] = {}


def tell_of(kind: NewsKind) -> NewsKind:
    _KINDS[kind.code] = kind
    return kind


def news_kinds() -> Mapping[str, NewsKind]:
    return dict(_KINDS)
