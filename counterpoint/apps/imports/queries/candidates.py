"""Organisations that a mention could be: by the same name, or by one that begins alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from counterpoint.apps.directory.models import Identifier as StoredIdentifier
from counterpoint.apps.directory.models import Organisation, OrganisationName
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.apps.imports.queries.rows import plain_rows
from counterpoint.domain.interchange.likeness import Described, could_be_one_name
from counterpoint.domain.interchange.records import Identifier

# Names are compared with those that share this many signs at the beginning: a range of the index.
SAME_BEGINNING = 9
MOST_ALIKE = 20
FIELDS = ("id", "folded_name", "postcode", "place", "place_words")


@dataclass(frozen=True, slots=True)
class Candidate:
    pk: int
    described: Described


class Candidates:
    def __init__(self, placing: Placing) -> None:
        self.placing = placing
        self.beginning = _beginning_sql()

    def for_all(self, described: Iterable[Described]) -> dict[str, list[Candidate]]:
        """By the key of the name that asks."""
        keys = {about.key for about in described}
        by_other_name = _by_other_name(keys)
        rows = {row[0]: row for row in _rows("folded_name", keys)}
        rows |= {row[0]: row for row in _rows("id", by_other_name.keys() - rows.keys())}
        asked: dict[int, set[str]] = {pk: {row[1]} & keys for pk, row in rows.items()}
        for pk, names in by_other_name.items():
            asked.setdefault(pk, set()).update(names)
        for key, row in self._beginning_alike(keys):
            rows[row[0]] = row
            asked.setdefault(row[0], set()).add(key)
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

    def _beginning_alike(self, keys: Iterable[str]) -> Iterable[tuple[str, tuple[Any, ...]]]:
        with connection.cursor() as cursor:
            for key in keys:
                if len(key) >= SAME_BEGINNING:
                    start = key[:SAME_BEGINNING]
                    cursor.execute(self.beginning, [start, _after(start)])
                    for *row, merged_into in cursor.fetchall():
                        if (
                            merged_into is None
                            and row[1] != key
                            and could_be_one_name(key, row[1])
                        ):
                            yield key, tuple(row)


def _beginning_sql() -> str:
    """Asked for every unknown name: building it anew each time would take most of the time.

    Merged records are left out afterwards: asked for here, SQLite would look at all the others
    instead of at the few names in the range.
    """
    query = (
        Organisation.objects.filter(folded_name__gte="a", folded_name__lt="b")
        .order_by("folded_name")
        .values_list(*FIELDS, "merged_into")[:MOST_ALIKE]
    )
    sql, _values = query.query.sql_with_params()
    return sql


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


def _after(start: str) -> str:
    """The first text behind all that begin with this one."""
    return start[:-1] + chr(ord(start[-1]) + 1)
