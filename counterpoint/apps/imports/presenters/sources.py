"""Publications as their page, and as a table for others to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.web.components import Fact

OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
# Where a licence that is named in words can be read; the longer names come first.
LICENCES = (
    ("Open Government Licence v3", OGL),
    ("OGL v3", OGL),
    (
        "Creative Commons Attribution-ShareAlike 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
)
RECORD_TYPES = ("organisation", "venue", "award", "offer", "need")


@dataclass(frozen=True)
class SourceShown:
    source: Any
    counts: Mapping[str, int]
    is_invented: bool

    @property
    def facts(self) -> list[Fact]:
        return [fact for fact in _facts(self) if fact.value]

    @property
    def record_count(self) -> int:
        return sum(self.counts.values())


def licence_url(licence: str, given: str = "") -> str:
    return given or next((url for name, url in LICENCES if licence.startswith(name)), "")


def _facts(shown: SourceShown) -> Iterator[Fact]:
    source = shown.source
    yield Fact(_("Published by"), source.publisher or _("not said"))
    licence = source.licence or _("not said")
    yield Fact(_("Licence"), licence, licence_url(source.licence, source.licence_url))
    if source.url:
        yield Fact(_("Where it is published"), source.url, source.url)
    if source.published_on:
        yield Fact(_("Edition of"), date_format(source.published_on, "j F Y"))
    if source.received_at:
        files = ngettext("{count} file", "{count} files", source.file_count)
        received = date_format(localtime(source.received_at), "j F Y")
        yield Fact(_("Last received"), received, note=files.format(count=source.file_count))
    yield Fact(_("Records"), ", ".join(count_words(shown.counts)) or _("none at present"))
    yield Fact(_("Note"), source.note)


def count_words(counts: Mapping[str, int]) -> Iterator[str]:
    words = {
        "organisation": lambda n: ngettext("{n} organisation", "{n} organisations", n),
        "venue": lambda n: ngettext("{n} venue", "{n} venues", n),
        "award": lambda n: ngettext("{n} award", "{n} awards", n),
        "offer": lambda n: ngettext("{n} offer", "{n} offers", n),
        "need": lambda n: ngettext("{n} need", "{n} needs", n),
    }
    for record_type in RECORD_TYPES:
        number = counts.get(record_type, 0)
        if number:
            grouped = number_format(number, force_grouping=True)
            yield words[record_type](number).format(n=grouped)


def _day(value: Any) -> str:
    return value.date().isoformat() if value else ""


def _count_of(record_type: str) -> Callable[[SourceShown], int]:
    return lambda one: one.counts.get(record_type, 0)


TABLE = Table(
    "data-sources",
    {
        "id": lambda one: one.source.pk,
        "name": lambda one: one.source.name,
        "publisher": lambda one: one.source.publisher,
        "licence": lambda one: one.source.licence,
        "licence address": lambda one: licence_url(one.source.licence, one.source.licence_url),
        "url": lambda one: one.source.url,
        "published on": lambda one: (
            one.source.published_on.isoformat() if one.source.published_on else ""
        ),
        "received on": lambda one: _day(one.source.received_at),
        "files": lambda one: one.source.file_count,
        **{f"{name}s": _count_of(name) for name in RECORD_TYPES},
        "invented": lambda one: one.is_invented,
        "note": lambda one: one.source.note,
        "page": lambda one: f"{settings.ADDRESS}/data-sources/#source-{one.source.pk}",
    },
)
