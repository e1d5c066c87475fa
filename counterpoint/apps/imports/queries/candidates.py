"""Organisations that a mention could be: by the same name, or by one like it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.db import connection

from counterpoint.apps.directory.models import Identifier as StoredIdentifier
from counterpoint.apps.directory.models import Organisation, OrganisationName
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.apps.imports.queries.rows import plain_rows
from counterpoint.domain.interchange.likeness import FEWEST_WORDS, Described, could_be_one_name
from counterpoint.domain.interchange.records import Identifier

# A name is compared with those that stand beside it in the alphabet, this many on either side.
BESIDE = 5
FIELDS = ("id", "folded_name", "postcode", "place", "place_words")


@dataclass(frozen=True, slots=True)
class Candidate:
    pk: int
    described: Described


class Candidates:
    def __init__(self, placing: Placing) -> None:
        self.placing = placing

    def for_all(self, described: Iterable[Described]) -> dict[str, list[Candidate]]:
        """By the key of the name that asks."""
        keys = {about.key for about in described}
        by_other_name = _by_other_name(keys)
        rows = {row[0]: row for row in _rows("folded_name", keys)}
        asked: dict[int, set[str]] = {pk: {row[1]} & keys for pk, row in rows.items()}
        for pk, names in by_other_name.items():
            asked.setdefault(pk, set()).update(names)
        for pk, names in _alike(keys).items():
            asked.setdefault(pk, set()).update(names)
        rows |= {row[0]: row for row in _rows("id", asked.keys() - rows.keys())}
        return self._by_key(rows, asked, by_other_name)

    def _by_key(
        self,
        rows: dict[int, tuple[Any, ...]],
        asked: dict[int, set[str]],
        by_other_name: dict[int, set[str]],
    ) -> dict[str, list[Candidate]]:
        numbers = _numbers(rows)
        found: dict[str, list[Candidate]] = {}
        for pk, keys in asked.items():
            if pk not in rows:
                continue  # merged into another record meanwhile
            about = self._described(rows[pk], numbers.get(pk, ()))
            for key in keys:
                # Found by another of its names, it is compared by that one.
                is_other = key in by_other_name.get(pk, ())
                same = replace(about, key=key, is_other_name=True) if is_other else about
                found.setdefault(key, []).append(Candidate(pk, same))
        return found

    def _described(self, row: tuple[Any, ...], numbers: tuple[Identifier, ...]) -> Described:
        _pk, key, postcode, place_id, words = row
        place = place_id or words.casefold() or None
        around = self.placing.around(place_id)
        return Described(key, postcode, place, around, identifiers=numbers)


def _alike(keys: set[str]) -> dict[int, set[str]]:
    """Which records have a name that is like one of those, or begins it, or begins with it."""
    found: dict[int, set[str]] = {}
    beside = _beside_sql()
    with connection.cursor() as cursor:
        for key in keys:
            cursor.execute(beside, [key, key])
            for pk, name in cursor.fetchall():
                if could_be_one_name(key, name):
                    found.setdefault(pk, set()).add(key)
    beginnings = _beginnings(keys)
    for pk, name in plain_rows(Organisation, ("id", "folded_name"), "folded_name", beginnings):
        found.setdefault(pk, set()).update(beginnings[name])
    return found


@cache
def _beside_sql() -> str:
    """Asked for every unknown name, so it is built once and can be answered by an index alone."""
    names = Organisation.objects.values_list("id", "folded_name")
    after = names.filter(folded_name__gt="a").order_by("folded_name")[:BESIDE]
    before = names.filter(folded_name__lt="a").order_by("-folded_name")[:BESIDE]
    (after_sql, _values), (before_sql, _values) = (
        beside.query.sql_with_params() for beside in (after, before)
    )
    return (
        f"SELECT * FROM ({after_sql}) AS after_it"  # noqa: S608  our own words
        f" UNION ALL SELECT * FROM ({before_sql}) AS before_it"
    )


def _beginnings(keys: Iterable[str]) -> dict[str, set[str]]:
    """Whole words that a name begins with, which may be a name as well."""
    found: dict[str, set[str]] = {}
    for key in keys:
        words = key.split(" ")
        for count in range(FEWEST_WORDS, len(words)):
            found.setdefault(" ".join(words[:count]), set()).add(key)
    return found


def _rows(key: str, values: Iterable[Any]) -> Iterable[tuple[Any, ...]]:
    rows = plain_rows(Organisation, (*FIELDS, "merged_into"), key, values)
    return (row[:-1] for row in rows if row[-1] is None)


def _by_other_name(keys: Iterable[str]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    fields = ("organisation", "folded_name")
    for pk, key in plain_rows(OrganisationName, fields, "folded_name", keys):
        found.setdefault(pk, set()).add(key)
    return found


def _numbers(pks: Iterable[int]) -> dict[int, tuple[Identifier, ...]]:
    found: dict[int, tuple[Identifier, ...]] = {}
    fields = ("organisation", "scheme", "value")
    for pk, scheme, value in plain_rows(StoredIdentifier, fields, "organisation", pks):
        found[pk] = (*found.get(pk, ()), Identifier(scheme, value))
    return found
