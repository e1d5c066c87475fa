"""The run for a file: a new one, or the one that was broken off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.imports.models import ImportRun
from counterpoint.apps.imports.permissions import check_can_import
from counterpoint.integrations.files.opening import fingerprint
from counterpoint.integrations.files.refusals import NoSuchFile


@transaction.atomic
def start(
    *,
    path: Path,
    file_name: str = "",
    options: dict[str, Any] | None = None,
    is_dry_run: bool = False,
    is_upload: bool = False,
    by: Person | None,
    at: datetime,
) -> ImportRun:
    """By its bytes and by what was wished: the same file asked for again goes on where it stopped."""
    if by is not None:
        check_can_import(by)
    if not path.is_file():
        raise NoSuchFile(path=path)
    sha256, wishes = fingerprint(path), options or {}
    unfinished = ImportRun.objects.unfinished().filter(sha256=sha256, is_dry_run=is_dry_run)
    run = unfinished.filter(options=wishes).first()
    if run is not None:
        run.path = str(path)
        run.save(update_fields=["path"])
        return run
    return ImportRun.objects.create(
        file_name=file_name or path.name,
        path=str(path),
        is_upload=is_upload,
        sha256=sha256,
        size_bytes=path.stat().st_size,
        options=wishes,
        is_dry_run=is_dry_run,
        started_by=by,
        started_at=at,
        beat_at=at,
    )
