"""New organisations with all that belongs to them, written a batch at a time."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify

from counterpoint.apps.directory.actions.naming import LONGEST_SLUG, TAKEN_BY_PAGES
from counterpoint.apps.directory.models import (
    Identifier,
    Organisation,
    OrganisationName,
    OrganisationRole,
    Provenance,
)
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.arrivals import Voyage
from counterpoint.apps.imports.actions.storing.described import described, roles
from counterpoint.apps.imports.actions.storing.filing import Filing
from counterpoint.apps.imports.actions.storing.tables import Table, reserve
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.apps.imports.queries.rows import plain_rows
from counterpoint.domain.interchange.records import OrganisationRecord
from counterpoint.domain.interchange.values.names import name_key

# Said of every new record; the rest comes from `described`.
ALWAYS = (
    *("id", "slug", "folded_name", "stage", "published_at", "created_at", "updated_at"),
    *("import_run_id", "is_one_person", "is_example", "reminders_sent"),
)
BLANK = {"community_practice": "", "email": "", "phone": ""}


class Newcomers:
    """`add` gives a record its number at once, `write` stores all that were added."""

    def __init__(self, voyage: Voyage, placing: Placing) -> None:
        self.voyage = voyage
        self.placing = placing
        self.filing = Filing()
        self.waiting: list[tuple[int, OrganisationRecord, str, int]] = []
        self.numbers: list[int] = []

    def add(self, record: OrganisationRecord, sheet: str, row: int) -> int:
        if not self.numbers:
            self.numbers = list(reversed(reserve(Organisation, AT_ONCE)))
        pk = self.numbers.pop()
        self.waiting.append((pk, record, sheet, row))
        return pk

    def write(self) -> None:
        waiting, self.waiting = self.waiting, []
        # The next batch is another transaction: numbers that were not used are free again.
        self.numbers = []
        if not waiting:
            return
        said = {pk: described(record, self.placing) for pk, record, _sheet, _row in waiting}
        self._organisations(waiting, said)
        self._belongings(waiting)
        self._provenance(waiting, said)
        changes.note("organisation", list(said), at=self.voyage.at)

    def _organisations(self, waiting: list[Any], said: dict[int, dict[str, Any]]) -> None:
        names = list(next(iter(said.values())))
        fields = [name.removesuffix("_id") for name in names]
        table = Table(Organisation, *ALWAYS, *BLANK, *fields)
        slugs = _free_slugs([(pk, record.name) for pk, record, _sheet, _row in waiting])
        at, run = self.voyage.at, self.voyage.run_id
        table.insert(
            (
                *(pk, slugs[pk], name_key(record.name), Stage.PUBLISHED.value, at, at, at),
                *(run, False, False, 0),
                *BLANK.values(),
                *said[pk].values(),
            )
            for pk, record, _sheet, _row in waiting
        )

    def _belongings(self, waiting: list[Any]) -> None:
        Table(Identifier, "organisation", "scheme", "value").insert(
            (
                (pk, number.scheme, number.value[:160])
                for pk, record, _sheet, _row in waiting
                for number in record.identifiers
            ),
            or_leave=True,
        )
        Table(OrganisationRole, "organisation", "role").insert(
            ((pk, role) for pk, record, _sheet, _row in waiting for role in roles(record)),
            or_leave=True,
        )
        Table(OrganisationName, "organisation", "name", "folded_name", "kind").insert(
            (
                (pk, name[:255], name_key(name), OrganisationName.Kind.TRADING.value)
                for pk, record, _sheet, _row in waiting
                for name in record.other_names
            ),
            or_leave=True,
        )

        self.filing.file((pk, record) for pk, record, _sheet, _row in waiting)

    def _provenance(self, waiting: list[Any], said: dict[int, dict[str, Any]]) -> None:
        table = Table(
            Provenance,
            "record_type",
            "record_id",
            "fields",
            "source_file",
            "sheet",
            "row",
            "at",
        )
        table.insert(
            (
                *("organisation", pk, supplied(said[pk], record), self.voyage.source_file_id),
                *(sheet[:120], row, self.voyage.at),
            )
            for pk, record, sheet, row in waiting
        )


AT_ONCE = 5_000


def supplied(said: dict[str, Any], record: OrganisationRecord) -> list[str]:
    """The fields that a row gave something for."""
    found = [name for name, value in said.items() if value not in ("", None)]
    return found + (["identifiers"] if record.identifiers else [])


def _free_slugs(names: list[tuple[int, str]]) -> dict[int, str]:
    """The plain address for the first of a name, the number behind it for all others."""
    wanted = {
        pk: slugify(name)[:LONGEST_SLUG].strip("-") or "organisation" for pk, name in names
    }
    rows = plain_rows(Organisation, ("slug",), "slug", set(wanted.values()))
    taken = {slug for (slug,) in rows} | TAKEN_BY_PAGES
    slugs: dict[int, str] = {}
    for pk, slug in wanted.items():
        slugs[pk] = f"{slug}-{pk}" if slug in taken else slug
        taken.add(slugs[pk])
    return slugs
