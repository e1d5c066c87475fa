"""JSON of any length: the list of records in it, entry by entry."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

import ijson
from django.utils.translation import gettext as _

from counterpoint.integrations.files.encodings import encoding_of
from counterpoint.integrations.files.refusals import BrokenJson, Companion, NoListInside
from counterpoint.integrations.files.sheets import (
    ROWS_BETWEEN_REPORTS,
    Entry,
    EntryList,
    Progress,
)

# Where published files keep their records; an unknown key with a list of objects will do too.
USUAL_KEYS = (
    "grants",
    "organisations",
    "organizations",
    "offers",
    "needs",
    "records",
    "items",
    "data",
)


def lists(path: Path, progress: Progress) -> Iterator[EntryList]:
    encoding = encoding_of(path)
    for key in _keys(path, encoding):
        yield EntryList(key, partial(_entries, path, encoding, key, progress))


def _keys(path: Path, encoding: str) -> list[str]:
    """The key of the list to read; empty for a file that is a list itself."""
    first = ""
    with _opened(path, encoding) as file:
        try:
            for key in _lists_of_objects(file):
                if key == "" or key in USUAL_KEYS:
                    return [key]
                first = first or key
        except (ijson.JSONError, UnicodeDecodeError) as error:
            if not first:
                raise BrokenJson(why=_said(error)) from error
    if not first:
        raise NoListInside
    return [first]


def _lists_of_objects(file: Any) -> Iterator[str]:
    """The keys at the top under which lists of objects are; once empty if all of it is a list."""
    for prefix, event, value in ijson.parse(file):
        if prefix == "" and event == "start_array":
            yield ""
        if prefix == "" and event == "map_key" and value == "$schema":
            raise Companion(what=_("a schema that describes data"))
        key = prefix.removesuffix(".item")
        if event == "start_map" and key != prefix and "." not in key:
            yield key


def _entries(path: Path, encoding: str, key: str, progress: Progress) -> Iterator[Entry]:
    size = path.stat().st_size
    with _opened(path, encoding) as file:
        prefix = f"{key}.item" if key else "item"
        try:
            for number, entry in enumerate(ijson.items(file, prefix), start=1):
                if number % ROWS_BETWEEN_REPORTS == 0:
                    progress.at(file.tell(), size)
                yield number, entry
        except (ijson.JSONError, UnicodeDecodeError) as error:
            raise BrokenJson(why=_said(error)) from error
    progress.at(size, size)


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


class _AsUtf8:
    """Another encoding as UTF-8, which is all that the parser reads."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self.stream = codecs.EncodedFile(file, "utf-8", encoding)
        self.file = file

    def read(self, size: int = -1) -> bytes:
        return self.stream.read(size)

    def tell(self) -> int:
        return self.file.tell()

    def __enter__(self) -> _AsUtf8:
        return self

    def __exit__(self, *_error: object) -> None:
        self.file.close()


def _opened(path: Path, encoding: str) -> Any:
    file = path.open("rb")
    if encoding == "utf-8":
        return file
    if encoding == "utf-8-sig":
        file.seek(len(codecs.BOM_UTF8))
        return file
    return _AsUtf8(file, encoding)
