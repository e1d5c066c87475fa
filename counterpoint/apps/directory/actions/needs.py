"""Needs: a commissioner's own words for what should change, for whom and where."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import lifecycle, terms
from counterpoint.apps.directory.actions.placing import located
from counterpoint.apps.directory.actions.saving import (
    check_allowed,
    check_complete,
    hold,
    note,
    save,
    write,
)
from counterpoint.apps.directory.models import Need, Organisation
from counterpoint.apps.history import actions as history
from counterpoint.apps.places.models import Place

NEEDED_TO_PUBLISH = ("title", "statement", "organisation")
OWN_WORDS = {"title", "statement"}


class NeedDetails(TypedDict, total=False):
    title: str
    statement: str
    place: Place | None
    place_words: str
    latitude: float | None
    longitude: float | None
    people: int | None
    budget_amount: Decimal | None
    budget_currency: str
    wanted_by: date | None


@transaction.atomic
def create_need(
    *,
    organisation: Organisation | None,
    details: NeedDetails,
    is_example: bool = False,
    by: Person | None,
    at: datetime,
) -> Need:
    """A draft, with the terms that its words suggest waiting for a decision."""
    check_allowed(by, organisation)
    need = Need(organisation=organisation, is_example=is_example, created_at=at, updated_at=at)
    write(need, located(details))
    need.save()
    terms.propose(need)
    history.record(kind="need.started", subject=need, by=by, at=at)
    return need


@transaction.atomic
def edit_need(
    *,
    need: Need,
    details: NeedDetails,
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> list[str]:
    check_allowed(by, need.organisation)
    hold(need, seen_at)
    changed = write(need, located(details))
    if not changed:
        return []
    if need.is_public:
        check_complete(need, NEEDED_TO_PUBLISH)
    save(need, changed, at)
    if OWN_WORDS.intersection(changed):
        terms.propose(need)
    detail = {"fields": changed}
    history.record(kind="need.edited", subject=need, by=by, at=at, detail=detail)
    note(need, at)
    return changed


def publish_need(*, need: Need, by: Person | None, at: datetime) -> Need:
    lifecycle.publish(record=need, needed=NEEDED_TO_PUBLISH, by=by, at=at)
    return need


def withdraw_need(*, need: Need, reason: str = "", by: Person | None, at: datetime) -> Need:
    lifecycle.withdraw(record=need, reason=reason, by=by, at=at)
    return need
