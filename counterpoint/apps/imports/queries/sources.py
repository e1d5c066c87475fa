"""What is in here: every publication, what came of it, and the tables that the product brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.core.cache import cache as shared_cache
from django.db.models import Count, Max, QuerySet

from counterpoint.apps.directory.models import Award, DataSource, Need, Offer
from counterpoint.apps.imports.models import ImportedRecord, ImportRun

OWN_TABLES = Path(__file__).parents[3] / "sources"
A_DAY_SECONDS = 86_400

Counts = Mapping[int, Mapping[str, int]]


def sources() -> QuerySet[DataSource]:
    return DataSource.objects.annotate(
        file_count=Count("files"),
        received_at=Max("files__received_at"),
        published_on=Max("files__published_on"),
    )


def records_by_source() -> Counts:
    """How many records of each kind. Only imports change it, so it is counted once after each."""
    state = ImportRun.objects.aggregate(Max("pk"), Max("finished_at"), Max("undone_at"))
    key = "records-by-source:" + ":".join(
        value.isoformat().replace("+", "_") if hasattr(value, "isoformat") else str(value)
        for value in state.values()
    )
    found: Counts = shared_cache.get_or_set(key, _counted, A_DAY_SECONDS) or {}
    return found


def _counted() -> Counts:
    counts: dict[int, dict[str, int]] = {}
    awards = Award.objects.order_by().values_list("source").annotate(Count("pk"))
    for source_id, number in awards:
        counts.setdefault(source_id, {})["award"] = number
    others = ImportedRecord.objects.order_by().values_list("source", "record_type")
    for source_id, record_type, number in others.annotate(Count("pk")):
        counts.setdefault(source_id, {})[record_type] = number
    return counts


def invented_sources() -> frozenset[int]:
    """Those whose offers or needs are examples of ours."""
    return frozenset(
        source_id
        for model in (Offer, Need)
        for source_id in model.objects.filter(is_example=True, source_file__isnull=False)
        .order_by()
        .values_list("source_file__source", flat=True)
        .distinct()
    )


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A source of the tables that come with the product."""

    subject: str
    title: str
    publisher: str
    licence: str
    date: str
    done: str


@cache
def own_tables() -> tuple[OwnTable, ...]:
    """Files of the product itself, so they are the same for as long as the process lives."""
    found = []
    for path in sorted(OWN_TABLES.glob("*/SOURCES.yaml")):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        listed = written.get("sources", {})
        found += [_own_table(str(written.get("title", "")), one) for one in listed.values()]
    return tuple(found)


def _own_table(subject: str, one: Mapping[str, Any]) -> OwnTable:
    return OwnTable(
        subject,
        str(one.get("title") or subject),
        str(one.get("publisher", "")),
        str(one.get("licence", "")),
        str(one.get("date", "")),
        str(one.get("derived") or one.get("used") or ""),
    )
