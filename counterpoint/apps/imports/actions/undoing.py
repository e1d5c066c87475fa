"""An import taken back: what it added goes, what it changed says again what it said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.models import (
    Award,
    Claim,
    Correction,
    Membership,
    Need,
    Offer,
    Organisation,
    Provenance,
    Succession,
    Venue,
)
from counterpoint.apps.history import actions as history
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.tables import as_json
from counterpoint.apps.imports.models import ImportChange, ImportedRecord, ImportRun, Stage
from counterpoint.apps.imports.permissions import check_can_import
from counterpoint.domain.refusals import Conflict

AT_ONCE = 5_000
MODELS: dict[str, type[models.Model]] = {
    "award": Award,
    "offer": Offer,
    "need": Need,
    "venue": Venue,
    "organisation": Organisation,
}


class NotFinished(Conflict):
    sentence = _("Only a finished import can be taken back.")


class NewerImportFirst(Conflict):
    sentence = _("A newer file of the same publication has been imported since.")
    advice = _("Take that one back first: what it changed could not be told apart.")


@transaction.atomic
def undo(*, run: ImportRun, by: Person | None, at: datetime) -> ImportRun:
    if by is not None:
        check_can_import(by)
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.stage != Stage.FINISHED or run.is_dry_run:
        raise NotFinished
    if ImportRun.objects.written().filter(source=run.source, pk__gt=run.pk).exists():
        raise NewerImportFirst
    _put_back(run, at)
    kept = _take_away(run, at)
    run.findings.all().delete()
    run.stage, run.undone_at = Stage.UNDONE, at
    run.counts = {**run.counts, "kept": kept}
    run.save(update_fields=["stage", "undone_at", "counts"])
    history.record(kind="import.undone", subject=run, by=by, at=at, detail={"kept": kept})
    return run


def _put_back(run: ImportRun, at: datetime) -> None:
    """The newest change first, so that the oldest value is the one that stays."""
    for change in run.changes.order_by("-id").iterator(AT_ONCE):
        record = (
            MODELS[change.record_type]._default_manager.filter(pk=change.record_id).first()
        )
        if record is None:
            continue
        _restore(record, change, at)
        if change.record_type != "venue":
            changes.note(change.record_type, [change.record_id], at=at)
    _forget_what_was_said(run)


def _restore(record: models.Model, change: ImportChange, at: datetime) -> None:
    """What somebody changed by hand since stays as they wrote it."""
    restored = []
    for name, value in change.before.items():
        if as_json(getattr(record, name)) == change.after[name]:
            field = record._meta.get_field(name.removesuffix("_id"))
            assert isinstance(field, models.Field)
            setattr(record, name, value if field.is_relation else field.to_python(value))
            restored.append(field.name)
    if restored and hasattr(record, "updated_at"):
        record.updated_at = at
        restored.append("updated_at")
    if restored:
        record.save(update_fields=restored)


def _forget_what_was_said(run: ImportRun) -> None:
    """The next import of the list compares anew instead of taking the row for unchanged."""
    by_type: dict[str, list[int]] = {}
    for record_type, record_id in run.changes.values_list("record_type", "record_id"):
        by_type.setdefault(record_type, []).append(record_id)
    for record_type, pks in by_type.items():
        for chunk in _chunks(pks):
            if record_type == "award":
                Award.objects.filter(pk__in=chunk).update(content_hash="")
            ImportedRecord.objects.filter(
                source=run.source, record_type=record_type, record_id__in=chunk
            ).update(content_hash="")


def _take_away(run: ImportRun, at: datetime) -> int:
    """How many organisations stay because something else leans on them by now."""
    for record_type, model in (("award", Award), ("offer", Offer), ("need", Need)):
        pks = list(
            model._default_manager.filter(import_run_id=run.pk).values_list("pk", flat=True)
        )
        _delete(model, pks)
        changes.note(record_type, pks, at=at)
    rows = ImportedRecord.objects.filter(run_id=run.pk)
    _delete(Venue, list(rows.filter(record_type="venue").values_list("record_id", flat=True)))
    rows.delete()
    Provenance.objects.filter(source_file=run.source_file, at=run.started_at).delete()
    return _take_away_organisations(run, at)


def _take_away_organisations(run: ImportRun, at: datetime) -> int:
    added = Organisation.objects.filter(import_run_id=run.pk)
    free = list(_nobody_leans_on(added))
    _delete(Organisation, free)
    changes.note("organisation", free, at=at)
    return added.count()


def _nobody_leans_on(organisations: models.QuerySet[Organisation]) -> Iterable[int]:
    """Without records of other imports or of people: nothing would be lost with them."""
    leaning = {
        Award: ("recipient", "funder"),
        Offer: ("organisation",),
        Need: ("organisation",),
        Venue: ("organisation",),
        Membership: ("organisation",),
        Claim: ("organisation",),
        Succession: ("predecessor", "successor"),
    }
    for model, fields in leaning.items():
        for name in fields:
            others = model._default_manager.filter(**{name: OuterRef("pk")})
            organisations = organisations.exclude(Exists(others))
    named = {"record_type": "organisation", "record_id": OuterRef("pk")}
    for model in (Correction, Provenance, ImportedRecord):
        organisations = organisations.exclude(Exists(model._default_manager.filter(**named)))
    return organisations.filter(
        verified_at=None,
        merged_into=None,
        absorbed=None,
        merges_kept=None,
        merges_absorbed=None,
    ).values_list("pk", flat=True)


def _delete(model: type[models.Model], pks: Sequence[Any]) -> None:
    for chunk in _chunks(pks):
        model._default_manager.filter(pk__in=chunk).delete()


def _chunks(pks: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (pks[start : start + AT_ONCE] for start in range(0, len(pks), AT_ONCE))
