"""Programmes: begun from a template, edited, published, withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import check_complete, hold, save, write
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.apps.history import actions as history
from counterpoint.apps.places.models import Place
from counterpoint.apps.programmes.models import Programme, Strand
from counterpoint.apps.programmes.permissions import check_can_write
from counterpoint.domain.programmes.when import might_be_before, read_when
from counterpoint.domain.refusals import Conflict, Invalid

Kind = Programme.Kind
_LONGEST_SLUG = 110


class EndsBeforeItBegins(Invalid):
    sentence = _("It cannot end before it begins.")


class NotAProgramme(Invalid):
    sentence = _("Only a programme has pilots and localities.")


class AlreadyPublished(Conflict):
    sentence = _("This is already published.")


class NotPublished(Conflict):
    sentence = _("Only something published can be withdrawn.")


class ProgrammeDetails(TypedDict, total=False):
    name: str
    place: Place | None
    starts: str
    ends: str
    aims: str
    method: str
    source_url: str


@transaction.atomic
def set_up_programme(
    *,
    lead: Organisation,
    details: ProgrammeDetails,
    strands: Sequence[str] = (),
    pilots: Sequence[str] = (),
    localities: Sequence[str] = (),
    by: Person | None,
    at: datetime,
) -> Programme:
    """The whole of it in one sitting: strands, and a draft for each pilot and locality."""
    programme = create_programme(lead=lead, details=details, by=by, at=at)
    Strand.objects.bulk_create(
        Strand(programme=programme, title=title) for title in dict.fromkeys(strands)
    )
    for kind, names in ((Kind.PILOT, pilots), (Kind.LOCALITY, localities)):
        for name in dict.fromkeys(names):
            part: ProgrammeDetails = {"name": name}
            create_part_programme(parent=programme, kind=kind, details=part, by=by, at=at)
    return programme


@transaction.atomic
def create_programme(
    *, lead: Organisation, details: ProgrammeDetails, by: Person | None, at: datetime
) -> Programme:
    if by is not None:
        check_can_edit(by, lead)
    return _created(Programme(lead=lead), details, by, at)


@transaction.atomic
def create_part_programme(
    *,
    parent: Programme,
    kind: str,
    details: ProgrammeDetails,
    by: Person | None,
    at: datetime,
) -> Programme:
    check_can_write(by, parent)
    if parent.kind != Kind.PROGRAMME or kind == Kind.PROGRAMME:
        raise NotAProgramme
    return _created(Programme(lead=parent.lead, parent=parent, kind=kind), details, by, at)


@transaction.atomic
def edit_programme(
    *,
    programme: Programme,
    details: ProgrammeDetails,
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> list[str]:
    check_can_write(by, programme)
    hold(programme, seen_at)
    changed = write(programme, details)
    if not changed:
        return []
    check_complete(programme, ["name"])
    _check_period(programme)
    save(programme, changed, at)
    detail = {"fields": changed}
    history.record(kind="programme.edited", subject=programme, by=by, at=at, detail=detail)
    return changed


@transaction.atomic
def publish_programme(*, programme: Programme, by: Person | None, at: datetime) -> None:
    check_can_write(by, programme)
    hold(programme)
    if programme.stage == Stage.PUBLISHED:
        raise AlreadyPublished
    check_complete(programme, ["name", "aims"])
    programme.stage, programme.withdrawn_at = Stage.PUBLISHED, None
    programme.published_at = programme.published_at or at
    save(programme, ["stage", "withdrawn_at", "published_at"], at)
    history.record(kind="programme.published", subject=programme, by=by, at=at)


@transaction.atomic
def withdraw_programme(*, programme: Programme, by: Person | None, at: datetime) -> None:
    check_can_write(by, programme)
    hold(programme)
    if programme.stage != Stage.PUBLISHED:
        raise NotPublished
    programme.stage, programme.withdrawn_at = Stage.WITHDRAWN, at
    save(programme, ["stage", "withdrawn_at"], at)
    history.record(kind="programme.withdrawn", subject=programme, by=by, at=at)


def _created(
    programme: Programme, details: ProgrammeDetails, by: Person | None, at: datetime
) -> Programme:
    programme.created_at = programme.updated_at = at
    write(programme, details)
    check_complete(programme, ["name"])
    _check_period(programme)
    programme.slug = _free_slug(programme.name)
    programme.save()
    history.record(kind="programme.started", subject=programme, by=by, at=at)
    return programme


def _check_period(programme: Programme) -> None:
    starts = read_when(programme.starts) if programme.starts else None
    ends = read_when(programme.ends) if programme.ends else None
    if starts and ends and not might_be_before(starts, ends):
        raise EndsBeforeItBegins


def _free_slug(name: str) -> str:
    """Words that are pages of their own are taken as well."""
    wanted = slugify(name)[:_LONGEST_SLUG] or "programme"
    taken = {"new", "publications", "events"}
    taken.update(
        Programme.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
