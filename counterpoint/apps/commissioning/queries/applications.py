"""Applications as their applicants, partners and the commissioner's people find them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from counterpoint.apps.commissioning.models import Application, Call, Partner
from counterpoint.apps.directory.queries.owners import EDITING_ROLES

LIGHT = Application.objects.select_related("call__organisation", "organisation")


def application_by_reference(reference: str) -> Application | None:
    return LIGHT.filter(reference=reference).first()


def my_applications(person: Any) -> QuerySet[Application]:
    """Of the organisations that the person belongs to, newest first."""
    mine = Q(organisation__memberships__person=person)
    return LIGHT.filter(mine).order_by("-updated_at", "-pk").distinct()


def my_applications_to(call: Call, person: Any) -> list[Application]:
    if not getattr(person, "is_authenticated", False):
        return []
    return list(my_applications(person).filter(call=call))


def partnerships_of(person: Any) -> QuerySet[Partner]:
    """Where an organisation that the person edits was named as a partner."""
    return (
        Partner.objects.filter(
            organisation__memberships__person=person,
            organisation__memberships__role__in=EDITING_ROLES,
        )
        .select_related("organisation", "application__call", "application__organisation")
        .order_by("-pk")
        .distinct()
    )


def twice_in_a_call(
    partners: Iterable[Partner], applications: Iterable[Application]
) -> set[tuple[int, int]]:
    """Organisation and call of those who stand in two applications of one call (job A11).

    Only one's own parts are looked at: what others apply for is nobody's business.
    """
    parts = [(one.organisation_id, one.application.call_id) for one in partners]
    parts += [(one.organisation_id, one.call_id) for one in applications]
    return {pair for pair, count in Counter(parts).items() if count > 1}
