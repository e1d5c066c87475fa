"""Whom to ask about a record."""

from collections import defaultdict
from collections.abc import Iterable

from counterpoint.apps.accounts.models import Person, PlatformRole
from counterpoint.apps.directory.models import Award, Membership, Need, Offer, Organisation

Record = Organisation | Offer | Need | Award
EDITING_ROLES = (Membership.Role.LEAD, Membership.Role.EDITOR)


def editors_by_organisation(organisation_ids: Iterable[int]) -> dict[int, list[Person]]:
    memberships = Membership.objects.filter(
        organisation__in=list(organisation_ids), role__in=EDITING_ROLES, person__is_active=True
    ).select_related("person")
    found: dict[int, list[Person]] = defaultdict(list)
    for membership in memberships.order_by("since_at", "pk"):
        found[membership.organisation_id].append(membership.person)
    return found


def programme_team() -> list[Person]:
    return list(
        Person.objects.filter(
            platform_roles__role=PlatformRole.Role.PROGRAMME_TEAM, is_active=True
        ).order_by("pk")
    )


def owner_of(record: Record) -> Organisation | None:
    """Nobody here owns an award: its publisher does, and the programme team answers for it."""
    if isinstance(record, Award):
        return None
    return record if isinstance(record, Organisation) else record.organisation


def organisation_id_of(record: Record) -> int | None:
    if isinstance(record, Award):
        return None
    return record.pk if isinstance(record, Organisation) else record.organisation_id


def people_to_ask(record: Record) -> list[Person]:
    """Those who edit for the organisation; where it has nobody, the programme team."""
    organisation_id = organisation_id_of(record)
    if organisation_id is None:
        return programme_team()
    return editors_by_organisation([organisation_id])[organisation_id] or programme_team()
