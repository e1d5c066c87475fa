"""Two records of one organisation made one, and parted again exactly as they were."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.moving import movables
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.apps.directory.models import (
    Membership,
    Merge,
    Organisation,
    OrganisationName,
)
from counterpoint.apps.directory.permissions import check_can_merge
from counterpoint.apps.history import actions as history
from counterpoint.apps.history import changes
from counterpoint.domain.refusals import Conflict, Invalid


class SameOrganisation(Invalid):
    sentence = _("These are the same record already.")


class AlreadyMerged(Conflict):
    sentence = _("One of the two was merged into another record before.")
    advice = _("Merge the record that was kept.")


class AlreadyUndone(Conflict):
    sentence = _("This merge was undone before.")


class NewerMergeFirst(Conflict):
    sentence = _("One of the two has been merged again since.")
    advice = _("Undo the newer merge first: what it moved could not be told apart.")


# Each group is filled together or not at all: half an address from each would be nobody's.
FILLED_TOGETHER = (
    ("description",),
    ("community_practice",),
    ("website",),
    ("email",),
    ("phone",),
    ("legal_form_id",),
    ("opened_on",),
    ("place_id", "place_words", "address", "postcode", "latitude", "longitude"),
)
# The strongest first.
ROLES = (Membership.Role.LEAD, Membership.Role.EDITOR, Membership.Role.VIEWER)
SEARCHED = {"offers": "offer", "needs": "need", "awards": "award", "awards_made": "award"}


@transaction.atomic
def merge(
    *,
    kept: Organisation,
    absorbed: Organisation,
    reason: str = "",
    by: Person | None,
    at: datetime,
) -> Merge:
    """Everything of the absorbed record goes to the kept one; its address leads there."""
    if by is not None:
        check_can_merge(by)
    if kept.pk == absorbed.pk:
        raise SameOrganisation
    hold(kept)
    hold(absorbed)
    if kept.merged_into_id or absorbed.merged_into_id:
        raise AlreadyMerged
    moved: dict[str, Any] = {
        "updated_at": kept.updated_at.isoformat(),
        "raised": _raise_roles(kept, absorbed),
        "rows": {},
    }
    for movable in movables():
        pks = movable.to_move(absorbed, kept)
        movable.move(pks, absorbed, kept)
        moved["rows"][movable.name] = pks
    moved["name"] = _keep_absorbed_name(kept, absorbed)
    moved["filled"] = _fill(kept, absorbed)
    kept.updated_at = at
    kept.save()
    absorbed.merged_into = kept
    absorbed.save(update_fields=["merged_into"])
    made = Merge.objects.create(
        kept=kept, absorbed=absorbed, moved=moved, reason=reason, by=by, at=at
    )
    _tell(made, "merged", by, at)
    return made


@transaction.atomic
def undo_merge(*, merge: Merge, by: Person | None, at: datetime) -> Merge:
    """Both records as before; what was added since stays with the one that was kept."""
    if by is not None:
        check_can_merge(by)
    hold(merge)
    if merge.undone_at is not None:
        raise AlreadyUndone
    kept, absorbed, moved = merge.kept, merge.absorbed, merge.moved
    hold(kept)
    hold(absorbed)
    _check_is_newest(merge)
    for movable in movables():
        movable.move(moved["rows"].get(movable.name, []), kept, absorbed)
    _lower_roles(moved["raised"])
    OrganisationName.objects.filter(pk=moved["name"], organisation=kept).delete()
    _empty(kept, absorbed, moved["filled"])
    untouched = kept.updated_at == merge.at
    kept.updated_at = (parse_datetime(moved["updated_at"]) if untouched else None) or at
    kept.save()
    absorbed.merged_into = None
    absorbed.save(update_fields=["merged_into"])
    merge.undone_at, merge.undone_by = at, by
    merge.save(update_fields=["undone_at", "undone_by"])
    _tell(merge, "parted", by, at)
    return merge


def _check_is_newest(merge: Merge) -> None:
    newer = Merge.objects.filter(undone_at=None, pk__gt=merge.pk)
    if newer.filter(kept=merge.kept).exists() or newer.filter(absorbed=merge.kept).exists():
        raise NewerMergeFirst


def _keep_absorbed_name(kept: Organisation, absorbed: Organisation) -> int | None:
    """People go on looking for the other name."""
    if absorbed.name == kept.name:
        return None
    name, is_new = OrganisationName.objects.get_or_create(
        organisation=kept,
        name=absorbed.name,
        kind=OrganisationName.Kind.TRADING,
        defaults={"folded_name": absorbed.folded_name},
    )
    return name.pk if is_new else None


def _fill(kept: Organisation, absorbed: Organisation) -> list[str]:
    filled = []
    for group in FILLED_TOGETHER:
        is_blank = all(getattr(kept, name) in ("", None) for name in group)
        wanted = [name for name in group if getattr(absorbed, name) not in ("", None)]
        if is_blank and wanted:
            for name in wanted:
                setattr(kept, name, getattr(absorbed, name))
            filled.extend(wanted)
    return filled


def _empty(kept: Organisation, absorbed: Organisation, filled: Sequence[str]) -> None:
    """Unless somebody has written something else there meanwhile."""
    for name in filled:
        value = getattr(absorbed, name)
        if getattr(kept, name) == value:
            setattr(kept, name, "" if isinstance(value, str) else None)


def _raise_roles(kept: Organisation, absorbed: Organisation) -> dict[str, str]:
    """Who belongs to both keeps the stronger role. The former ones, by membership."""
    elsewhere = dict(absorbed.memberships.values_list("person", "role"))
    raised = {}
    for membership in kept.memberships.filter(person__in=elsewhere):
        stronger = elsewhere[membership.person_id]
        if ROLES.index(stronger) < ROLES.index(membership.role):
            raised[str(membership.pk)] = membership.role
            membership.role = stronger
            membership.save(update_fields=["role"])
    return raised


def _lower_roles(raised: Mapping[str, str]) -> None:
    for pk, role in raised.items():
        Membership.objects.filter(pk=int(pk)).update(role=role)


def _tell(merge: Merge, verb: str, by: Person | None, at: datetime) -> None:
    for subject, other, kind in (
        (merge.kept, merge.absorbed, f"organisation.{verb}"),
        (merge.absorbed, merge.kept, f"organisation.{verb}_away"),
    ):
        detail = {"other": other.name, "merge": merge.pk}
        history.record(kind=kind, subject=subject, by=by, at=at, detail=detail)
    changes.note("organisation", [merge.kept_id, merge.absorbed_id], at=at)
    for name, record_type in SEARCHED.items():
        changes.note(record_type, merge.moved["rows"].get(name, []), at=at)
