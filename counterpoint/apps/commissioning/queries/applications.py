"""Applications as their applicants, partners and the commissioner's people find them."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from counterpoint.apps.commissioning.models import Application, Call, Partner
from counterpoint.apps.directory.queries.owners import EDITING_ROLES
from counterpoint.domain.commissioning.calls.questions import Kind
from counterpoint.domain.commissioning.calls.standing import State as CallState

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


def budgets_to_write(person: Any, at: datetime) -> list[tuple[Application, int]]:
    """Applications that can still be written, each with its first question for a budget."""
    if not getattr(person, "is_authenticated", False):
        return []
    open_ones = my_applications(person).filter(
        call__state=CallState.PUBLISHED,
        call__closes_at__gte=at,
        call__questions__kind=Kind.MONEY,
        organisation__memberships__role__in=EDITING_ROLES,
    )
    return [
        (one, one.call.questions.filter(kind=Kind.MONEY).values_list("pk", flat=True)[0])
        for one in open_ones[:10]
    ]
