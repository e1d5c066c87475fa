"""Files are known by what is in them; what cannot be a list is refused in words that help."""

import struct
import zipfile
import zlib

import pytest

from counterpoint.integrations.files import packed
from counterpoint.integrations.files.opening import fingerprint, parts
from counterpoint.integrations.files.refusals import (
    EmptyFile,
    EncryptedFile,
    FileRefused,
    LockFile,
    NoSuchFile,
    NotAList,
    TooLarge,
    UnreadableFile,
    WrongExtension,
)
from counterpoint.integrations.files.sniffing import FileType, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
CSV = b"id,title\n1,Singing\n"


@pytest.fixture
def file(tmp_path):
    def make(name: str, content: bytes):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.xlsx", "a.json", "a", "a.pdf"])
def test_the_name_of_a_file_decides_nothing(file, name):
    assert sniff(file(name, CSV)) is FileType.TEXT_TABLE
    assert sniff(file(name, b'  \n{"grants": []}')) is FileType.JSON
    assert sniff(file(name, b"\xef\xbb\xbf[1]")) is FileType.JSON
    assert sniff(file(name, "id\ttitle\n1\té\n".encode("utf-16"))) is FileType.TEXT_TABLE
    assert (
        sniff(file(name, OLE + "Workbook".encode("utf-16-le") + b"\x00\x00")) is FileType.XLS
    )


@pytest.mark.parametrize(
    ("content", "refusal", "words"),
    [
        (b"", EmptyFile, "empty"),
        (b"\n\n  \n", EmptyFile, "empty"),
        (b"%PDF-1.7 ...", WrongExtension, "PDF"),
        (b"\x89PNG\r\n...", WrongExtension, "picture"),
        (b"MZ\x90\x00", WrongExtension, "program"),
        (b"\x7fELF\x02", WrongExtension, "program"),
        (b"#!/bin/sh\nrm", WrongExtension, "script"),
        (b"<html><table><tr><td>1", WrongExtension, "web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><grants/>", WrongExtension, "web page"),
        (b"\x1f\x8b\x08\x00", WrongExtension, "packed"),
        (b"SQLite format 3\x00", WrongExtension, "database"),
        (b"abc\x00def\x01" * 40, NotAList, "not text"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "password"),
        (OLE + "WordDocument".encode("utf-16-le"), NotAList, "old Office"),
        (b"PK\x03\x04 and then nothing", UnreadableFile, "damaged"),
    ],
)
def test_what_is_no_list_is_refused_with_what_it_is_and_what_to_do(
    file, content, refusal, words
):
    with pytest.raises(refusal) as refused:
        list(parts(file("grants.xls", content)))
    assert words in str(refused.value)
    assert refused.value.advice
    assert isinstance(refused.value, FileRefused)


def test_a_web_page_named_as_a_workbook_is_told_as_such(file):
    with pytest.raises(WrongExtension, match="under the name of a workbook"):
        sniff(file("grants.xls", b"<table><tr>"))


@pytest.mark.parametrize("name", ["~$grants.xlsx", ".~lock.grants.ods#"])
def test_the_note_beside_an_open_workbook_is_not_the_workbook(file, name):
    with pytest.raises(LockFile):
        sniff(file(name, b"\x05Jane Example"))


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(NoSuchFile):
        sniff(tmp_path / "nothing.csv")


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"word/document.xml": "x"}, "Word document"),
        ({"ppt/presentation.xml": "x"}, "presentation"),
        ({"grants.csv": "a,b"}, "packed folder"),
        ({"mimetype": "application/epub+zip"}, "packed folder"),
    ],
)
def test_other_packed_files_are_told_apart(tmp_path, members, words):
    path = tmp_path / "grants.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(NotAList, match=words):
        sniff(path)


def test_a_bomb_is_refused_by_the_sizes_it_admits(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\x00" * 60_000_000)
    with pytest.raises(TooLarge):
        sniff(path)


def test_a_bomb_that_lies_about_its_sizes_is_refused_by_its_bytes(tmp_path):
    """The list of the archive claims a few bytes; what is packed would be sixty megabytes."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = squeezed.compress(b"\x00" * 60_000_000) + squeezed.flush()
    path = tmp_path / "liar.xlsx"
    path.write_bytes(
        _archive_with_one_member(b"xl/worksheets/sheet1.xml", body, claimed=100_000)
    )
    with pytest.raises(TooLarge):
        sniff(path)


def _archive_with_one_member(name: bytes, body: bytes, claimed: int) -> bytes:
    about = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(body), claimed, len(name), 0)
    local = b"PK\x03\x04" + about + name + body
    entry = (
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + about
        + struct.pack("<HHHII", 0, 0, 0, 0, 0)
        + name
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end


def test_too_many_members_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "MOST_MEMBERS", 2)
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(3):
            archive.writestr(f"xl/{number}.xml", "x")
    with pytest.raises(UnreadableFile):
        sniff(path)


def test_the_same_bytes_are_the_same_file_whatever_it_is_called(file):
    assert fingerprint(file("a.csv", CSV)) == fingerprint(file("b.txt", CSV))
    assert fingerprint(file("c.csv", CSV + b"\n")) != fingerprint(file("d.csv", CSV))
