"""Organisations that were there already learn what a row adds: numbers, names, roles, blanks.

Nothing that is there is replaced: what a passing mention says may be older than the record.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from counterpoint.apps.directory.models import (
    Identifier,
    Organisation,
    OrganisationName,
    OrganisationRole,
    Provenance,
)
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.arrivals import Voyage
from counterpoint.apps.imports.actions.storing.described import described, roles
from counterpoint.apps.imports.actions.storing.filing import Filing
from counterpoint.apps.imports.actions.storing.tables import Table
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.apps.imports.queries.rows import rows_by_key
from counterpoint.domain.interchange.records import Identifier as RecordIdentifier
from counterpoint.domain.interchange.values.names import name_key

# Filled together or not at all: half of one address and half of another would be nobody's.
FILLED_TOGETHER = (
    ("description",),
    ("website",),
    ("opened_on",),
    ("place_id", "place_words", "address", "postcode", "latitude", "longitude"),
)
FILLABLE = tuple(name for group in FILLED_TOGETHER for name in group)


class Completing:
    def __init__(self, voyage: Voyage, placing: Placing) -> None:
        self.voyage = voyage
        self.placing = placing
        self.filing = Filing()

    def complete(
        self, met: Sequence[tuple[int, Any]], known: Container[RecordIdentifier]
    ) -> None:
        """Primary keys with the mentions of them; the first mention of an organisation counts.

        `known` are the identifiers that are on record.
        """
        firsts = dict(reversed(met))
        if not firsts:
            return
        stored = {
            pk: dict(zip(("name", "folded_name", *FILLABLE), fields, strict=True))
            for pk, *fields in rows_by_key(
                Organisation, ("id", "name", "folded_name", *FILLABLE), "id", firsts
            )
        }
        filled = self._fill(firsts, stored)
        named = self._name(firsts, stored)
        self._number(firsts, known)
        self.filing.file((pk, mention.record) for pk, mention in firsts.items())
        told = {*filled, *named}
        changes.note("organisation", sorted(told), at=self.voyage.at)

    def _fill(self, firsts: dict[int, Any], stored: dict[int, dict[str, Any]]) -> list[int]:
        updates, lines = [], []
        for pk, mention in firsts.items():
            new = _blanks_filled(stored[pk], described(mention.record, self.placing))
            if new:
                updates.append(
                    (*(({**stored[pk], **new})[name] for name in FILLABLE), self.voyage.at, pk)
                )
                lines.append((pk, sorted(new), mention.sheet[:120], mention.row))
        fields = [name.removesuffix("_id") for name in FILLABLE]
        Table(Organisation, *fields, "updated_at", "id").update(updates)
        self._remember(lines)
        return [pk for pk, *_rest in lines]

    def _remember(self, lines: Sequence[tuple[int, list[str], str, int]]) -> None:
        Table(
            Provenance,
            "record_type",
            "record_id",
            "fields",
            "source_file",
            "sheet",
            "row",
            "at",
        ).insert(
            (
                "organisation",
                pk,
                fields,
                self.voyage.source_file_id,
                sheet,
                row,
                self.voyage.at,
            )
            for pk, fields, sheet, row in lines
        )

    def _name(self, firsts: dict[int, Any], stored: dict[int, dict[str, Any]]) -> list[int]:
        """Other spellings are kept: people look for them. Mere case and "Ltd" are no other name."""
        other = [
            (pk, name[:255], name_key(name), OrganisationName.Kind.PUBLISHED.value)
            for pk, mention in firsts.items()
            for name in (mention.record.name, *mention.record.other_names)
            if name != stored[pk]["name"] and name_key(name) != stored[pk]["folded_name"]
        ]
        Table(OrganisationName, "organisation", "name", "folded_name", "kind").insert(
            other, or_leave=True
        )
        return [pk for pk, *_rest in other]

    def _number(self, firsts: dict[int, Any], known: Container[RecordIdentifier]) -> None:
        Table(Identifier, "organisation", "scheme", "value").insert(
            (
                (pk, number.scheme, number.value[:160])
                for pk, mention in firsts.items()
                for number in mention.record.identifiers
                if number not in known
            ),
            or_leave=True,
        )
        Table(OrganisationRole, "organisation", "role").insert(
            (
                (pk, role)
                for pk, mention in firsts.items()
                for role in roles(mention.record)
                if role != OrganisationRole.Role.OTHER
            ),
            or_leave=True,
        )


def _blanks_filled(stored: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    new: dict[str, Any] = {}
    for group in FILLED_TOGETHER:
        is_blank = all(stored[name] in ("", None) for name in group)
        given = {name: said[name] for name in group if said[name] not in ("", None)}
        if is_blank:
            new.update(given)
    return new
