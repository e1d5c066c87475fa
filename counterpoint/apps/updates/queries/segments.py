"""Whom a newsletter reaches: asked before it is sent, and asked the same way when it is."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from counterpoint.apps.places import queries as places
from counterpoint.apps.places.models import Place
from counterpoint.apps.updates.models import Campaign, Choice, Follow, Subscriber
from counterpoint.apps.updates.newsletter_kind import NEWSLETTER
from counterpoint.apps.vocabulary import queries as vocabulary

What = Choice.What
SAMPLE = 5


def recipients(campaign: Campaign) -> QuerySet[Subscriber]:
    """Those who chose newsletters, and those who chose nothing: that is the general newsletter.
    Where a segment is given, those of them who chose a place or term that touches it."""
    chosen = Choice.objects.filter(subscriber=OuterRef("pk"))
    follows = Follow.objects.filter(subscriber=OuterRef("pk"))
    wants = Exists(chosen.filter(what=What.KIND, code=NEWSLETTER))
    chose_nothing = ~Exists(chosen) & ~Exists(follows) & Q(words="")
    found = Subscriber.objects.filter(
        _asked_for_it(campaign, wants, chose_nothing),
        left_at=None,
        paused_at=None,
        stopped_at=None,
    )
    if campaign.place_code:
        inside = Place.objects.filter(pk__in=places.ids_within(campaign.place_code))
        codes = {*inside.values_list("code", flat=True), campaign.place_code}
        codes |= places.ancestors(campaign.place_code)
        found = found.filter(Exists(chosen.filter(what=What.PLACE, code__in=codes)))
    if campaign.concept_code:
        below = vocabulary.index().below(campaign.concept_code)
        found = found.filter(Exists(chosen.filter(what=What.CONCEPT, code__in=below)))
    return found


def _asked_for_it(campaign: Campaign, wants: Any, chose_nothing: Any) -> Any:
    """A newsletter for a segment also goes to those who narrowed by it and named no kinds."""
    kinds = Choice.objects.filter(subscriber=OuterRef("pk"), what=What.KIND)
    if campaign.place_code or campaign.concept_code:
        return wants | ~Exists(kinds)
    return wants | chose_nothing


def sample(campaign: Campaign) -> list[str]:
    """A few of the addresses, hidden but for what tells that they are real people's."""
    found = recipients(campaign).order_by("?").values_list("email", flat=True)[:SAMPLE]
    return [hidden(email) for email in found]


def hidden(email: str) -> str:
    name, _at, host = email.partition("@")
    return f"{name[:1]}…@{host}"
