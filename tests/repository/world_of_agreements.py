"""Agreements of the small world: the house as funder and as provider."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from counterpoint.apps.agreements.actions import running, signing
from counterpoint.apps.directory.models import Organisation
from tests.factories import agreements, directory
from tests.factories.directory import AT

if TYPE_CHECKING:
    from tests.repository.world import World


def add_agreements(world: World, house: Organisation) -> None:
    _as_funder(world, house)
    _as_provider(world, house)


def _as_funder(world: World, house: Organisation) -> None:
    band = directory.organisation("Example Orchestra")
    made = agreements.draft(house, band)
    payment = agreements.add(
        made, "payment", what="First", amount=500, due_on=date(2027, 2, 1)
    )
    duty = agreements.add(made, "duty", title="Return", due_on=date(2027, 6, 1))
    agreements.signed(made)
    running.send_return(duty=duty, said="Returnword.", by=None, at=AT)
    signing.vary(
        agreement=made, details={"title": "Longer"}, reason="Holidays.", by=None, at=AT
    )
    signing.publish(agreement=made, by=None, at=AT)
    draft = agreements.draft(house, band, title="Draftagreementword")
    world.keys |= {
        "agreement": made.reference,
        "payment": payment.pk,
        "received_duty": duty.pk,
        "draft_agreement": draft.reference,
        "draft_outcome": draft.outcomes.get().pk,
    }


def _as_provider(world: World, house: Organisation) -> None:
    council = directory.organisation("Third Council", roles=("commissioner",))
    offered = agreements.draft(council, house, title="Offered")
    signing.offer(agreement=offered, by=None, at=AT)
    held = agreements.draft(council, house, title="Held")
    milestone = agreements.add(held, "milestone", title="Begun", on=date(2027, 2, 1))
    duty = agreements.add(held, "duty", title="Return", due_on=date(2027, 6, 1))
    agreements.signed(held)
    world.keys |= {
        "offered_agreement": offered.reference,
        "held_agreement": held.reference,
        "milestone": milestone.pk,
        "duty": duty.pk,
    }
