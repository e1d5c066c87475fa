"""Pairs of records that may be of one organisation, with what is needed to tell."""

from __future__ import annotations

from django.db.models import Count, Prefetch, QuerySet

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.imports.models import DoubtfulMatch

DECIDED_SHOWN = 10


def waiting_doubts() -> QuerySet[DoubtfulMatch]:
    return (
        DoubtfulMatch.objects.waiting()
        .select_related("run")
        .prefetch_related(
            Prefetch("newcomer", queryset=_told_apart_by()),
            Prefetch("candidate", queryset=_told_apart_by()),
        )
    )


def lately_decided() -> list[DoubtfulMatch]:
    decided = DoubtfulMatch.objects.exclude(settled_at=None)
    return list(
        decided.select_related("newcomer", "candidate", "settled_by").order_by("-settled_at")[
            :DECIDED_SHOWN
        ]
    )


def waiting_count() -> int:
    return DoubtfulMatch.objects.waiting().count()


def _told_apart_by() -> QuerySet[Organisation]:
    return (
        Organisation.objects.select_related("place")
        .prefetch_related("identifiers", "other_names", "roles")
        .annotate(award_count=Count("awards", distinct=True))
    )
