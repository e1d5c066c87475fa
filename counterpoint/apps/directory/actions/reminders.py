"""Asking owners whether what they published is still right."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.emails.posting import About
from counterpoint.apps.directory.emails.reminders import Due, remind_owner
from counterpoint.apps.directory.queries.owners import (
    editors_by_organisation,
    organisation_id_of,
)
from counterpoint.apps.directory.queries.reminders import Record, due_for_a_reminder
from counterpoint.apps.history import actions as history


@transaction.atomic
def remind_owners(*, at: datetime) -> int:
    """How many people were written to: one mail each, whatever number of records is due."""
    due = list(due_for_a_reminder(at))
    editors = editors_by_organisation({organisation_id_of(record) or 0 for record in due})
    by_person: dict[Person, list[Due]] = defaultdict(list)
    for record in due:
        people = editors[organisation_id_of(record) or 0]
        if not people:
            continue
        _count_reminder(record, at)
        for person in people:
            by_person[person].append(_in_words(record))
    for person, records in by_person.items():
        remind_owner(person.email, records)
    return len(by_person)


def _count_reminder(record: Record, at: datetime) -> None:
    """`updated_at` stays: a reminder changes nothing that a reader sees."""
    record.reminded_at, record.reminders_sent = at, record.reminders_sent + 1
    record.save(update_fields=["reminded_at", "reminders_sent"])
    detail = {"number": record.reminders_sent}
    kind = f"{record._meta.model_name}.reminded"
    history.record(kind=kind, subject=record, by=None, at=at, detail=detail)


def _in_words(record: Record) -> Due:
    checked = date_format(localtime(record.last_checked_at), "j F Y")
    about = About(str(record), record.get_absolute_url())
    return Due(about, checked, record.reminders_sent)
