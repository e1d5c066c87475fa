"""Organisations and freelancers: joining, describing oneself, publishing, withdrawing."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TypedDict

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import lifecycle, naming, terms
from counterpoint.apps.directory.actions.identifying import identify
from counterpoint.apps.directory.actions.placing import located
from counterpoint.apps.directory.actions.saving import (
    check_allowed,
    check_complete,
    hold,
    note,
    save,
    write,
)
from counterpoint.apps.directory.models import (
    Membership,
    Organisation,
    OrganisationName,
    OrganisationRole,
)
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.permissions import forget_roles
from counterpoint.apps.history import actions as history
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.interchange.records import Identifier
from counterpoint.domain.refusals import Conflict, Invalid

# A freelancer has no company number and need not say where they live.
NEEDED_TO_PUBLISH = ("name", "description")
OWN_WORDS = {"description", "community_practice"}
Role = OrganisationRole.Role


class NameMissing(Invalid):
    sentence = _("An organisation needs a name.")
    advice = _("A freelancer is listed under the name they choose.")


class RoleMissing(Invalid):
    sentence = _("Nobody could find this: it does not say what kind of organisation it is.")
    advice = _("Choose at least one kind.")


class HasMoved(Conflict):
    sentence = _("This record was merged into another one.")
    advice = _("Edit the record that was kept.")


class OrganisationDetails(TypedDict, total=False):
    name: str
    description: str
    community_practice: str
    website: str
    email: str
    phone: str
    legal_form: Concept | None
    is_one_person: bool
    place: Place | None
    place_words: str
    latitude: float | None
    longitude: float | None
    address: str
    postcode: str
    opened_on: date | None


@transaction.atomic
def create_organisation(
    *,
    details: OrganisationDetails,
    roles: Collection[str],
    identifiers: Iterable[Identifier] = (),
    is_example: bool = False,
    by: Person | None,
    at: datetime,
) -> Organisation:
    """A draft, led by the person who wrote it."""
    if not details.get("name", "").strip():
        raise NameMissing
    organisation = Organisation(created_at=at, updated_at=at, is_example=is_example)
    write(organisation, located(details))
    naming.rename(organisation, organisation.name.strip())
    organisation.slug = naming.free_slug(organisation.name)
    organisation.save()
    _set_roles(organisation, roles)
    identify(organisation, identifiers)
    if by is not None:
        Membership.objects.create(
            organisation=organisation, person=by, role=Membership.Role.LEAD, since_at=at
        )
        forget_roles(by)
    terms.propose(organisation)
    history.record(kind="organisation.started", subject=organisation, by=by, at=at)
    return organisation


@transaction.atomic
def edit_organisation(
    *,
    organisation: Organisation,
    details: OrganisationDetails,
    roles: Collection[str] | None = None,
    identifiers: Iterable[Identifier] | None = None,
    keeps_former_name: bool = True,
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> list[str]:
    """The fields that changed. A public name that changes is kept as a former name."""
    check_allowed(by, organisation)
    hold(organisation, seen_at)
    if organisation.merged_into_id:
        raise HasMoved
    name_before = organisation.name
    changed = write(organisation, located(details))
    moved = _set_roles(organisation, roles) + identify(organisation, identifiers)
    if not changed and not moved:
        return []
    _check_is_findable(organisation)
    if "name" in changed:
        naming.rename(organisation, organisation.name.strip())
        _keep_former_name(organisation, name_before, keeps_former_name, at)
        _note_all(organisation, at)
    save(organisation, [*changed, "folded_name"], at)
    if OWN_WORDS.intersection(changed):
        terms.propose(organisation)
    detail = {"fields": [*changed, *moved]}
    history.record(
        kind="organisation.edited", subject=organisation, by=by, at=at, detail=detail
    )
    note(organisation, at)
    return [*changed, *moved]


@transaction.atomic
def publish_organisation(
    *, organisation: Organisation, by: Person | None, at: datetime
) -> Organisation:
    if not organisation.roles.exists():
        raise RoleMissing
    lifecycle.publish(record=organisation, needed=NEEDED_TO_PUBLISH, by=by, at=at)
    return organisation


@transaction.atomic
def withdraw_organisation(
    *, organisation: Organisation, reason: str = "", by: Person | None, at: datetime
) -> Organisation:
    """Its offers and needs go with it: nobody would be there to answer for them."""
    lifecycle.withdraw(record=organisation, reason=reason, by=by, at=at)
    for published in (organisation.offers, organisation.needs):
        for record in published.filter(stage=Stage.PUBLISHED):
            lifecycle.withdraw(record=record, reason=reason, by=by, at=at)
    return organisation


def _check_is_findable(organisation: Organisation) -> None:
    if not organisation.name.strip():
        raise NameMissing
    if organisation.is_public:
        check_complete(organisation, ["name"])
        if not organisation.roles.exists():
            raise RoleMissing


def _set_roles(organisation: Organisation, roles: Collection[str] | None) -> list[str]:
    if roles is None:
        return []
    wanted = {*roles, *([Role.FREELANCER] if organisation.is_one_person else [])}
    held = set(organisation.roles.values_list("role", flat=True))
    if wanted == held:
        return []
    organisation.roles.filter(role__in=held - wanted).delete()
    OrganisationRole.objects.bulk_create(
        OrganisationRole(organisation=organisation, role=role)
        for role in sorted(wanted - held)
    )
    return ["roles"]


def _keep_former_name(
    organisation: Organisation, former: str, keeps: bool, at: datetime
) -> None:
    """A draft was known to nobody under its old name; a slip of the pen is no former name."""
    if keeps and organisation.is_public:
        kind = OrganisationName.Kind.FORMER
        naming.keep_name(organisation, former, kind, valid_to=at.date())


def _note_all(organisation: Organisation, at: datetime) -> None:
    """What is filed under the organisation's name is found by it too."""
    for records in (organisation.offers, organisation.needs):
        for record in records.filter(stage=Stage.PUBLISHED):
            note(record, at)
