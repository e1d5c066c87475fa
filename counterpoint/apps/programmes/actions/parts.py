"""What is known of a programme, added one by one. Figures are never edited, only added."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import hold, write
from counterpoint.apps.directory.queries.naming import organisations_called
from counterpoint.apps.history import actions as history
from counterpoint.apps.programmes.models import (
    EvaluationQuestion,
    Figure,
    Item,
    Lesson,
    MoneyLine,
    Move,
    Part,
    Partner,
    Programme,
    Strand,
)
from counterpoint.apps.programmes.permissions import check_can_write
from counterpoint.apps.programmes.queries.pages import move_value
from counterpoint.domain.programmes import pipeline
from counterpoint.domain.programmes.when import read_when
from counterpoint.domain.refusals import Conflict, Invalid

PARTS: dict[str, type[Part]] = {
    "strand": Strand,
    "partner": Partner,
    "money": MoneyLine,
    "move": Move,
    "figure": Figure,
    "item": Item,
    "question": EvaluationQuestion,
    "lesson": Lesson,
}
# Text fields that hold a year, a month or a day.
WHENS = ("on", "since", "until", "said_on")
NEED_A_SOURCE = {"figure"}


class NeedsItsSource(Invalid):
    sentence = _("A figure stands here only with the address where one can read it.")


class AlreadyAPartner(Conflict):
    sentence = _("This organisation is listed in that role already.")


@transaction.atomic
def add_part(
    *,
    programme: Programme,
    what: str,
    details: Mapping[str, Any],
    by: Person | None,
    at: datetime,
) -> Part:
    check_can_write(by, programme)
    hold(programme)
    if what in NEED_A_SOURCE and not details.get("source_url"):
        raise NeedsItsSource
    part = PARTS[what](programme=programme)
    write(part, details)
    for name in WHENS:
        if getattr(part, name, ""):
            read_when(getattr(part, name))
    if isinstance(part, Partner):
        _find_partner(part)
    if isinstance(part, Move):
        _check_move(part)
    part.save()
    _record("programme.part_added", part, by, at)
    return part


@transaction.atomic
def remove_part(*, part: Part, by: Person | None, at: datetime) -> None:
    """Gone from the page; history says that it stood there."""
    check_can_write(by, part.programme)
    _record("programme.part_removed", part, by, at)
    part.delete()


def _find_partner(partner: Partner) -> None:
    """In the directory when exactly one organisation there has the name."""
    found = organisations_called(partner.name)
    partner.organisation = found[0] if len(found) == 1 else None
    if partner.organisation:
        partner.name = partner.organisation.name
    if partner.programme.partners.filter(name=partner.name, role=partner.role).exists():
        raise AlreadyAPartner


def _check_move(new: Move) -> None:
    known = [move_value(one) for one in new.programme.moves.all()]
    pipeline.check_may_move(known, move_value(new))


def _record(kind: str, part: Part, by: Person | None, at: datetime) -> None:
    detail = {"name": str(part), "what": part._meta.model_name}
    history.record(kind=kind, subject=part.programme, by=by, at=at, detail=detail)
