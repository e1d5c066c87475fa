"""The one way into a file."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from counterpoint.integrations.files import json_lists, text_tables, workbooks
from counterpoint.integrations.files.sheets import EntryList, Progress, Sheet
from counterpoint.integrations.files.sniffing import FileType, sniff

CHUNK = 1 << 20


def parts(path: Path, progress: Progress | None = None) -> Iterator[Sheet | EntryList]:
    """The sheets of a table or workbook, or the list in a JSON file."""
    kind = sniff(path)
    progress = progress or Progress()
    if kind is FileType.JSON:
        yield from json_lists.lists(path, progress)
    elif kind is FileType.TEXT_TABLE:
        yield from text_tables.sheets(path, progress)
    else:
        yield from workbooks.sheets(path, kind, progress)


def fingerprint(path: Path) -> str:
    """SHA-256 of the bytes: the same file is known again whatever it is called."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
