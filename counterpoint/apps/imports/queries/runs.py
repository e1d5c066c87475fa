"""Imports as their pages ask for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from counterpoint.apps.imports.models import Finding, ImportChange, ImportRun, Stage


def all_runs() -> QuerySet[ImportRun]:
    return ImportRun.objects.select_related("source", "started_by")


def earlier_import(sha256: str) -> ImportRun | None:
    """The latest import of the same bytes whose records stand."""
    return all_runs().filter(pk__in=ImportRun.objects.written().filter(sha256=sha256)).first()


def is_here(run: ImportRun) -> bool:
    """Whether the file can be read again."""
    return bool(run.path) and Path(run.path).is_file()


def awaits_mapping(run: ImportRun) -> bool:
    return run.stage == Stage.FAILED and "headings" in run.checkpoint and is_here(run)


def refused_rows(run: ImportRun) -> QuerySet[Finding]:
    return run.findings.filter(is_refusal=True).select_related("run")


def changes_of(run: ImportRun) -> QuerySet[ImportChange]:
    return run.changes.all()


def newer_import(run: ImportRun) -> ImportRun | None:
    """One of the same publication, which has to be taken back before this one."""
    return ImportRun.objects.written().filter(source=run.source, pk__gt=run.pk).first()


def related(by_model: dict[type[Any], set[Any]]) -> dict[tuple[type[Any], Any], Any]:
    """Records by model and primary key, in one query for each model."""
    return {
        (model, pk): record
        for model, pks in by_model.items()
        for pk, record in model._default_manager.in_bulk(pks).items()
    }
