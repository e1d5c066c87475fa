"""Which rows of a file are records of this very directory that come back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from counterpoint.apps.directory.models import Award, Need, Offer, Organisation
from counterpoint.apps.imports.queries.rows import rows_by_key

# By the beginning of its pages' addresses: the model, what ends the address, and what the file
# must say as well, because two directories under one address number their awards alike.
KINDS: dict[str, tuple[str, Any, str, str]] = {
    "organisation": ("/organisations/", Organisation, "slug", "name"),
    "offer": ("/offers/", Offer, "reference", ""),
    "need": ("/needs/", Need, "reference", ""),
    "award": ("/awards/", Award, "id", "title"),
}


def own_pages(record_type: str, records: Iterable[Any]) -> set[str]:
    """The addresses among those of the records that are pages of this directory."""
    if record_type not in KINDS:
        return set()
    beginning, model, ending, also = KINDS[record_type]
    start = f"{settings.ADDRESS}{beginning}"
    asked = {
        key: record
        for record in records
        if (page := getattr(record, "page", "")).startswith(start)
        and (key := page.removeprefix(start).rstrip("/"))
        and (ending != "id" or key.isdecimal())
    }
    fields = (ending, also) if also else (ending,)
    return {
        asked[str(key)].page
        for key, *rest in rows_by_key(model, fields, ending, asked)
        if not also or rest[0] == getattr(asked[str(key)], also)
    }
