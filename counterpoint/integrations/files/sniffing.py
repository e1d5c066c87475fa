"""What a file is, by its first bytes and, for packed ones, by what is packed in it."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from django.utils.translation import gettext as _

from counterpoint.integrations.files import packed
from counterpoint.integrations.files.refusals import (
    EmptyFile,
    EncryptedFile,
    LockFile,
    NoSuchFile,
    NotAList,
    UnreadableFile,
    WrongExtension,
)


class FileType(StrEnum):
    TEXT_TABLE = "text table"
    JSON = "JSON"
    XLSX = "Excel workbook"
    XLS = "Excel 97 workbook"
    ODS = "OpenDocument spreadsheet"


FIRST_BYTES = 4096
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The streams inside an OLE file, by their names in UTF-16.
ENCRYPTED_STREAM, WORKBOOK_STREAMS = "EncryptedPackage", ("Workbook", "Book")
OTHER_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound or a film"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"#!", "a script"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"BZh", "a packed file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a text document"),
    (b"PAR1", "a Parquet file"),
)
MARKUP = (
    b"<!doctype html",
    b"<html",
    b"<table",
    b"<head",
    b"<meta",
    b"<body",
    b"<style",
    b"<?xml",
    b"<",
)


def sniff(path: Path) -> FileType:
    if path.name.startswith(("~$", ".~lock.")):
        raise LockFile
    if not path.is_file():
        raise NoSuchFile(path=path)
    with path.open("rb") as file:
        start = file.read(FIRST_BYTES)
    if not start.strip(b"\x00 \t\r\n"):
        raise EmptyFile
    return _of(start, path)


def _of(start: bytes, path: Path) -> FileType:
    if start.startswith(ZIP):
        return _packed(path)
    if start.startswith(OLE):
        return _compound(path)
    for signature, what in OTHER_SIGNATURES:
        if start.startswith(signature):
            raise WrongExtension(what=_(what))
    text = _letters(start)
    if text[:1] in (b"{", b"["):
        return FileType.JSON
    if text.lower().startswith(MARKUP):
        raise WrongExtension(what=_("a web page or XML") + _named(path))
    if b"\x00" in start and not _is_utf_16(start):
        raise NotAList(what=_("not text"))
    return FileType.TEXT_TABLE


def _letters(start: bytes) -> bytes:
    """The first letters without a mark and blanks, from two bytes a letter too."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", errors="ignore").encode().lstrip()
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()


def _named(path: Path) -> str:
    """Old systems export a web page and call it .xls; Excel opens it, so nobody notices."""
    is_workbook = path.suffix.lower() in (".xls", ".xlsx", ".ods")
    return _(" saved under the name of a workbook") if is_workbook else ""


def _is_utf_16(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = start[:200]
    return max(sample[0::2].count(0), sample[1::2].count(0)) > len(sample) // 3


def _packed(path: Path) -> FileType:
    try:
        with zipfile.ZipFile(path) as archive:
            packed.check(archive, path)
            names = set(archive.namelist())
            kind = _kind_of_package(archive, names)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise UnreadableFile(why=error) from error
    if kind is None:
        raise NotAList(what=_package(names))
    return kind


def _kind_of_package(archive: zipfile.ZipFile, names: set[str]) -> FileType | None:
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return FileType.XLSX
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
        return FileType.ODS
    return None


def _package(names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return _("a Word document")
    if any(name.startswith("ppt/") for name in names):
        return _("a presentation")
    return _("a packed folder (zip)")


def _compound(path: Path) -> FileType:
    """Old Excel, or a new workbook wrapped with a password: the names of the streams tell."""
    with path.open("rb") as file:
        content = file.read(packed.LARGEST_COMPOUND_BYTES)
    if ENCRYPTED_STREAM.encode("utf-16-le") in content:
        raise EncryptedFile
    if any(name.encode("utf-16-le") + b"\x00\x00" in content for name in WORKBOOK_STREAMS):
        return FileType.XLS
    raise NotAList(what=_("a document of an old Office program"))
