"""The values that components print.

Presenters build these; templates pass them to the tags of `templatetags/kit.py`. They hold words
and addresses, never records, so a component can be shown and tested without a database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Voice = Literal["cool", "warm", ""]
"""Whose words these are: cool for public services (needs), warm for the arts (offers)."""

FlagKind = Literal["info", "warning", "danger", "success"]


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    note: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Tag:
    """A word the record is filed under, in the colour of the side that uses it."""

    label: str
    url: str = ""
    voice: Voice = ""


@dataclass(frozen=True)
class Flag:
    """Something to know before acting: it warns, it does not hide."""

    label: str
    kind: FlagKind = "info"
    note: str = ""


@dataclass(frozen=True)
class Chip:
    """A filter or an understood concept that can be taken off by following `remove_url`."""

    label: str
    remove_url: str = ""
    kind: str = ""
    words: str = ""
    voice: Voice = ""


@dataclass(frozen=True)
class Option:
    label: str
    count: int | None = None
    url: str = ""
    value: str = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """One way of narrowing a list. With a `name` its options can also be tick boxes in a form."""

    title: str
    options: Sequence[Option]
    name: str = ""
    more_url: str = ""


@dataclass(frozen=True)
class ReasonLine:
    """Why two records match, in words: what was needed, what is offered, what bridges them."""

    criterion: str
    share: float
    needed: str = ""
    offered: str = ""
    bridge: str = ""
    source: Link | None = None

    @property
    def points(self) -> int:
        """The share as a page shows it: points out of a hundred."""
        return round(self.share * 100)


@dataclass(frozen=True)
class Card:
    """A record in a list."""

    title: str
    url: str
    kind: str = ""
    voice: Voice = ""
    summary: str = ""
    facts: Sequence[str] = ()
    tags: Sequence[Tag] = ()
    flags: Sequence[Flag] = ()
    strength: float | None = None
    reasons: Sequence[ReasonLine] = ()
    source: Link | None = None
    actions: Sequence[Link] = ()


@dataclass(frozen=True)
class Fact:
    """A row of a definition list; `source` says where it came from."""

    term: str
    value: object
    url: str = ""
    source: Link | None = None
    note: str = ""


@dataclass(frozen=True)
class Step:
    label: str
    state: Literal["done", "current", "next"] = "next"
    url: str = ""


@dataclass(frozen=True)
class HistoryLine:
    sentence: str
    at: datetime
    by: str = ""
    detail: str = ""
    url: str = ""
