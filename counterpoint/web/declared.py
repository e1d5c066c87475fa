"""The personal-data declarations in the words of a page, and whom to write to about them."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from counterpoint.domain.privacy import DECLARATIONS, PersonalData


@dataclass(frozen=True)
class DeclaredRecord:
    record: str
    held: str
    purpose: str
    retention: str


def records_about_people() -> list[DeclaredRecord]:
    return [
        _in_words(name, data) for name, data in DECLARATIONS.with_personal_fields().items()
    ]


def _in_words(name: str, data: PersonalData) -> DeclaredRecord:
    try:
        meta = apps.get_model(name)._meta
    except LookupError:
        return DeclaredRecord(name, ", ".join(data.fields), data.purpose, data.retention)
    held = []
    for field in data.fields:
        try:
            held.append(str(getattr(meta.get_field(field), "verbose_name", field)))
        except FieldDoesNotExist:
            held.append(field)
    title = str(meta.verbose_name)
    return DeclaredRecord(
        title[:1].upper() + title[1:], ", ".join(held), _(data.purpose), _(data.retention)
    )


def contact_address() -> str:
    """Where questions go: the address that this site's mails come from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
