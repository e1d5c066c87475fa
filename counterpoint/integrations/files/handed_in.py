"""Documents handed in with an application: what they are by their content, and where they are kept.

They lie beneath the folder of uploads, which no web server serves; whoever may read one gets it as an
attachment. The name that somebody gave is kept as words and never becomes a path.
"""

from __future__ import annotations

import hashlib
import secrets
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from counterpoint.integrations.files.refusals import FileRefused

LARGEST_BYTES = 20_000_000
FOLDER = "applications"
FIRST_BYTES = 4096
OOXML = "application/vnd.openxmlformats-officedocument."
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
# What a packed document holds that gives it away.
PACKED = {
    "word/document.xml": f"{OOXML}wordprocessingml.document",
    "xl/workbook.xml": f"{OOXML}spreadsheetml.sheet",
    "ppt/presentation.xml": f"{OOXML}presentationml.presentation",
}
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


class TooLarge(FileRefused):
    code = "too-large"
    sentence = _("The file is larger than 20 MB.")
    advice = _("Save pictures in it smaller, or split it.")


class NotADocument(FileRefused):
    code = "not-a-document"
    sentence = _("This is not a document that can be handed in.")
    advice = _(
        "PDF, Word, Excel, PowerPoint, OpenDocument, plain text, PNG and JPEG are taken. "
        "What counts is what the file holds, not what it is called."
    )


class NothingInIt(FileRefused):
    code = "empty-file"
    sentence = _("The file is empty.")


@dataclass(frozen=True, slots=True)
class Stored:
    stored_as: str
    content_type: str
    size_bytes: int
    sha256: str


def keep(chunks: Iterable[bytes]) -> Stored:
    """Written under a name of our own; nothing stays behind of what is refused."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    path, size, digest = folder / name, 0, hashlib.sha256()
    try:
        with path.open("wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > LARGEST_BYTES:
                    raise TooLarge
                digest.update(chunk)
                file.write(chunk)
        content_type = content_type_of(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Stored(name, content_type, size, digest.hexdigest())


def path_of(stored_as: str) -> Path:
    """Refuses anything that is not one of our own names."""
    if not stored_as.isalnum():
        raise ValueError(f"{stored_as!r} is no name of a stored file.")
    return _folder() / stored_as


def drop(stored_as: str) -> None:
    path_of(stored_as).unlink(missing_ok=True)


def safe_name(given: str) -> str:
    """The last part of what it was called, without what a header or a file system trips over."""
    last = PurePosixPath(given.replace("\\", "/")).name
    kept = "".join(
        letter for letter in last if letter.isprintable() and letter not in '"<>:|?*'
    )
    return kept.strip(". ")[:200] or "document"


def content_type_of(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(FIRST_BYTES)
    if not start:
        raise NothingInIt
    for signature, content_type in SIGNATURES:
        if start.startswith(signature):
            return content_type
    if start.startswith(b"PK\x03\x04"):
        return _packed_type(path)
    if _is_plain_text(start):
        return "text/plain"
    raise NotADocument


def _packed_type(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
            if "mimetype" in names:
                said = packed.read("mimetype")[:200].decode("ascii", "replace")
                if said.startswith(OPEN_DOCUMENT):
                    return said
    except zipfile.BadZipFile:
        raise NotADocument from None
    if any(name.endswith("vbaProject.bin") for name in names):
        raise NotADocument(advice=str(_("Save it without macros.")))
    for name, content_type in PACKED.items():
        if name in names:
            return content_type
    raise NotADocument


def _is_plain_text(start: bytes) -> bool:
    if b"\0" in start or start.lstrip()[:1] == b"<" or start.startswith(b"#!"):
        return False
    try:
        # A letter may be cut in two at the end of what was read.
        start[: start.rfind(b"\n") + 1 or len(start)].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER
