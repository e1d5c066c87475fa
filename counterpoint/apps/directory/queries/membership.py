"""Who may act for an organisation, as its members see it."""

from django.db.models import Case, QuerySet, Value, When

from counterpoint.apps.directory.models import Membership, Organisation

# The most powerful first; the alphabet would put editors before leads.
ORDER = (Membership.Role.LEAD, Membership.Role.EDITOR, Membership.Role.VIEWER)


def members_of(organisation: Organisation) -> QuerySet[Membership]:
    rank = Case(*(When(role=role, then=Value(at)) for at, role in enumerate(ORDER)))
    return organisation.memberships.select_related("person").order_by(rank, "since_at", "pk")
