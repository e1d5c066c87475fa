"""Which column is which field, said by a person and kept for the next file of the kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.imports.models import ImportRun, SavedMapping, Stage
from counterpoint.apps.imports.permissions import check_can_import
from counterpoint.domain.interchange.mapping import lacking
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.domain.refusals import Invalid


class FieldsMissing(Invalid):
    sentence = gettext_lazy("Some columns that are needed have not been chosen.")

    def __init__(self, labels: Sequence[str]) -> None:
        fields = ", ".join(_(label) for label in labels)
        super().__init__(advice=_("Choose a column for: %(fields)s.") % {"fields": fields})


class ColumnTwice(Invalid):
    sentence = gettext_lazy("One column was chosen for two fields.")
    advice = gettext_lazy("Each column can be read as one thing only.")


@transaction.atomic
def save_mapping(
    *,
    name: str,
    kind: RecordKind,
    columns: Mapping[str, str],
    headings: Sequence[str],
    by: Person | None,
    at: datetime,
) -> SavedMapping:
    """`columns` goes from fields to headings; fields without a heading are left out."""
    if by is not None:
        check_can_import(by)
    chosen = {field: key for field, key in columns.items() if key}
    if missing := lacking(kind, chosen):
        raise FieldsMissing(missing)
    if len(set(chosen.values())) < len(chosen):
        raise ColumnTwice
    saved, _is_new = SavedMapping.objects.update_or_create(
        name=name,
        defaults={
            "kind": kind.value,
            "columns": chosen,
            "headings": list(headings),
            "saved_by": by,
            "saved_at": at,
        },
    )
    history.record(kind="mapping.saved", subject=saved, by=by, at=at)
    return saved


@transaction.atomic
def remove_mapping(*, mapping: SavedMapping, by: Person | None, at: datetime) -> None:
    if by is not None:
        check_can_import(by)
    history.record(
        kind="mapping.removed", subject=mapping, by=by, at=at, detail={"name": mapping.name}
    )
    mapping.delete()


@transaction.atomic
def read_again(
    *, run: ImportRun, mapping: SavedMapping, by: Person | None, at: datetime
) -> ImportRun:
    """A file that nobody knew how to read, started again now that somebody has said it."""
    if by is not None:
        check_can_import(by)
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.stage != Stage.FAILED or not Path(run.path).is_file():
        raise Invalid(
            _("The file is no longer here."),
            _("Upload it again: it will be read by what you said."),
        )
    run.stage, run.trouble, run.checkpoint, run.finished_at = Stage.WAITING, "", {}, None
    run.options = {**run.options, "mapping": mapping.name}
    run.beat_at = at
    run.save()
    return run
