"""Files as people send them: kept under names of our own until they are read."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path, PurePath
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.imports.models import ImportRun
from counterpoint.domain.refusals import Conflict
from counterpoint.integrations.files.refusals import FileRefused, LockFile
from counterpoint.integrations.files.sniffing import sniff

# A trial run, a file whose columns nobody knows yet: the file waits this long for its person.
KEPT_FOR = timedelta(days=7)
# What a file is gets read from its bytes; the ending only helps to say what it pretends to be.
ENDINGS = frozenset({".csv", ".tsv", ".txt", ".json", ".xlsx", ".xlsm", ".xls", ".ods"})
LOCK_FILES = ("~$", ".~lock.")
SALT = "counterpoint.imports.uploads"


class NoLongerKept(Conflict):
    sentence = _("The file is no longer here.")
    advice = _("Choose it again.")


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "imports"


def keep_upload(upload: UploadedFile[Any]) -> Path:
    """Refused files are gone again at once."""
    name = PurePath(upload.name or "").name
    if name.startswith(LOCK_FILES):
        raise LockFile
    ending = PurePath(name).suffix.lower()
    folder().mkdir(parents=True, exist_ok=True)
    path = folder() / f"{token_hex(16)}{ending if ending in ENDINGS else ''}"
    with path.open("xb") as file:
        file.writelines(upload.chunks())
    try:
        sniff(path)
    except FileRefused:
        path.unlink()
        raise
    return path


def ticket(path: Path) -> str:
    """What a form carries between two pages instead of the file; it cannot be made up."""
    return signing.dumps(path.name, salt=SALT)


def by_ticket(given: str) -> Path:
    try:
        path = folder() / str(signing.loads(given, salt=SALT, max_age=KEPT_FOR))
    except signing.BadSignature:
        raise NoLongerKept from None
    if not path.is_file():
        raise NoLongerKept
    return path


def drop_old_uploads(*, at: datetime) -> int:
    """Files that nobody went on with, except those of imports that are going on."""
    needed = set(ImportRun.objects.unfinished().values_list("path", flat=True))
    before = (at - KEPT_FOR).timestamp()
    old = [
        path
        for path in folder().glob("*")
        if str(path) not in needed and path.stat().st_mtime < before
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
