"""What was said before and need not be typed again."""

from typing import Any

from django.db.models import Q

from counterpoint.apps.directory.models import Offer

STATEMENTS = ("safeguarding_statement", "insurance_statement", "accessibility_statement")


def earlier_offer(offer: Offer) -> Offer | None:
    """The organisation's newest other offer that says something this one does not say yet."""
    useful = Q()
    for name in STATEMENTS:
        if not getattr(offer, name):
            useful |= ~Q(**{name: ""})
    if offer.organisation_id is None or not useful:
        return None
    others = Offer.objects.filter(useful, organisation=offer.organisation_id)
    return others.exclude(pk=offer.pk).order_by("-updated_at").first()


def statements_like(offer: Offer, reference: str) -> dict[str, Any]:
    """The statements of another offer of the same organisation, where this one has none."""
    other = Offer.objects.filter(
        organisation=offer.organisation_id, organisation__isnull=False, reference=reference
    ).first()
    if other is None:
        return {}
    return {name: getattr(other, name) for name in STATEMENTS if not getattr(offer, name)}
