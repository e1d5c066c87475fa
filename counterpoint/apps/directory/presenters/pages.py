"""What the pages of single records have in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.presenters.cards import ARTS_KINDS, day
from counterpoint.apps.directory.queries.organisation_page import SourceLine
from counterpoint.apps.directory.queries.reminders import is_unchecked
from counterpoint.apps.history.models import Entry
from counterpoint.apps.history.presenters import lines
from counterpoint.web.components import Fact, Flag, HistoryLine, Link

Record = Organisation | Offer | Need


@dataclass(frozen=True)
class SourceShown:
    name: Link
    place: str
    publisher: str
    licence: Link
    fields: str
    at: datetime


def flags(record: Record, at: datetime) -> list[Flag]:
    """What to know before acting on it; nothing here hides the record."""
    found = []
    if record.is_example:
        note = _("Made up for the demonstration; nobody stands behind it.")
        found.append(Flag(_("Invented example"), "info", note))
    if isinstance(record, Organisation) and record.closed_on is not None:
        on = date_format(record.closed_on, "j F Y")
        found.append(Flag(_("Closed"), "warning", _("on {day}").format(day=on)))
    if is_unchecked(record, at):
        note = _("Nobody has checked this since {day}, though its owner was asked.")
        found.append(
            Flag(_("Unchecked"), "warning", note.format(day=day(record.last_checked_at)))
        )
    return found


def checked(record: Record) -> list[Fact]:
    """A person who looked, apart from whatever changed the record last."""
    facts = []
    if record.verified_at is not None:
        facts.append(Fact(_("Checked by a person"), day(record.verified_at)))
    else:
        facts.append(Fact(_("Checked by a person"), _("not yet")))
    facts.append(Fact(_("Last changed"), day(record.updated_at)))
    return facts


# Who joins, is invited or is refused is the members' business.
AMONG_MEMBERS = ("member.", "claim.", "invitation.")


def history(entries: Iterable[Entry], *, with_names: bool) -> list[HistoryLine]:
    """Members see all of it with names; the public what was done to the record."""
    shown = [one for one in entries if with_names or not one.kind.startswith(AMONG_MEMBERS)]
    return [
        HistoryLine(line.sentence, line.at) for line in lines(shown, with_names=with_names)
    ]


def source_link(file: Any, row: int | None, sheet: str = "") -> Link:
    """The publisher's name for its data, with where in the file it stands."""
    return Link(file.source.name, file.source.url, _place_in_file(file.name, row, sheet))


def _place_in_file(name: str, row: int | None, sheet: str) -> str:
    parts = (
        name,
        _("sheet {sheet}").format(sheet=sheet) if sheet else "",
        _("row {row}").format(row=row) if row else "",
    )
    return ", ".join(part for part in parts if part)


def sources(rows: Sequence[SourceLine]) -> list[SourceShown]:
    """One line a file: what it said about which fields, and under which licence."""
    return [
        SourceShown(
            name=Link(row.source, row.url),
            place=_place_in_file(row.file, row.row, row.sheet),
            publisher=row.publisher,
            licence=Link(row.licence, row.licence_url),
            fields=", ".join(_field_name(name) for name in row.fields),
            at=row.at,
        )
        for row in rows
    ]


def _field_name(name: str) -> str:
    """As a reader knows it; a field that this version no longer has keeps its name."""
    known = {field.name: field for field in Organisation._meta.get_fields()}
    return str(getattr(known.get(name), "verbose_name", name)).replace("_", " ")


def terms_by_side(concepts: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Terms of the arts, and terms of public services."""
    arts: list[Any] = []
    services: list[Any] = []
    for concept in concepts:
        (arts if concept.kind in ARTS_KINDS else services).append(concept)
    return arts, services
