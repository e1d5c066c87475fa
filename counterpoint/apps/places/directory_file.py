"""The ONS Postcode Directory as it is downloaded: a zip with the table inside, or the table."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from counterpoint.domain.places.postcode_directory import NotAPostcodeDirectory
from counterpoint.domain.refusals import Invalid, NotFound


class NoSuchFile(NotFound):
    sentence = "There is no such file."


class NoTableInside(Invalid):
    """The zip holds no table that could be the directory."""


@dataclass
class OpenTable:
    name: str
    size: int  # bytes of the table, to tell how far the reading is
    _raw: IO[bytes]

    def rows(self) -> Iterator[list[str]]:
        text = io.TextIOWrapper(self._raw, encoding="utf-8-sig", errors="replace", newline="")
        return csv.reader(text)

    @property
    def position(self) -> int:
        return self._raw.tell()


@contextmanager
def opened(path: Path) -> Iterator[OpenTable]:
    if not path.is_file():
        raise NoSuchFile(f"There is no file {path}.")
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            inside = _whole_table(archive, path)
            with archive.open(inside) as raw:
                yield OpenTable(inside.filename, inside.file_size, raw)
    else:
        with path.open("rb") as raw:
            if b"\x00" in raw.read(4096):
                raise NotAPostcodeDirectory(
                    f"{path.name} is neither a CSV file nor a zip.",
                    "Give the file as ONS publishes it.",
                )
            raw.seek(0)
            yield OpenTable(path.name, path.stat().st_size, raw)


def _whole_table(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The zip also has the same rows cut up by area, and small tables of names and codes."""
    tables = [
        entry
        for entry in archive.infolist()
        if entry.filename.lower().endswith(".csv")
        and "multi_csv" not in entry.filename.lower()
    ]
    if not tables:
        raise NoTableInside(f"{path.name} holds no CSV table.")
    return max(tables, key=lambda entry: entry.file_size)
