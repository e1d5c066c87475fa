"""What every write of the directory does around its own work: ask, hold, write, tell."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import Published
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.apps.history import changes
from counterpoint.domain.refusals import Conflict, Invalid


class ChangedMeanwhile(Conflict):
    sentence = _("Somebody else saved this while you were writing.")
    advice = _("Both versions are shown: choose what to keep. Nothing that you wrote is lost.")


class NotComplete(Invalid):
    """Something that a reader needs is still missing."""

    sentence = _("This is not ready to be published.")

    def __init__(self, missing: Collection[str]) -> None:
        self.missing = list(missing)
        words = _("Still missing: {fields}.").format(fields=", ".join(self.missing))
        super().__init__(advice=words)


def check_allowed(by: Person | None, organisation: Organisation | None) -> None:
    """None is the system itself, which acts for whoever runs it; views never pass it on."""
    if by is not None:
        check_can_edit(by, organisation)


def hold(record: models.Model, seen_at: datetime | None = None) -> None:
    """The record is made what it is now, and stays so until the transaction ends.

    `seen_at` is the time stamp of the version that the writer had in front of them.
    """
    held = type(record)._default_manager.select_for_update()
    record.refresh_from_db(from_queryset=held)
    if seen_at is not None and getattr(record, "updated_at", seen_at) != seen_at:
        raise ChangedMeanwhile


def write(record: models.Model, details: Mapping[str, Any]) -> list[str]:
    """The names of the fields that now say something else."""
    changed = [name for name, value in details.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, details[name])
    return changed


def save(record: Published, changed: Collection[str], at: datetime) -> None:
    record.updated_at = at
    record.save(update_fields=[*changed, "updated_at"])


def note(record: models.Model, at: datetime) -> None:
    """Search is told that the public face of the record may have changed."""
    changes.note(str(record._meta.model_name), [record.pk], at=at)


def check_complete(record: models.Model, needed: Collection[str]) -> None:
    missing = [
        str(getattr(record._meta.get_field(name), "verbose_name", name))
        for name in needed
        if not getattr(record, name)
    ]
    if missing:
        raise NotComplete(missing)
