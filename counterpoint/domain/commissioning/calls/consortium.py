"""Five forms in which organisations apply together, and what each needs to be complete."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Form(StrEnum):
    """The five forms that ArtsProfessional, "Models of practice", sets side by side, and none."""

    ALONE = "alone"
    NETWORK = "informal-network"
    AGREEMENT = "partnership-agreement"
    LEAD = "lead-provider"
    HUB = "hub-and-spoke"
    VEHICLE = "special-purpose-vehicle"


WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    share: Decimal | None
    signs: bool
    reports: bool
    is_confirmed: bool
    is_declined: bool = False


def troubles(
    form: Form, applicant_share: Decimal | None, members: Sequence[Member]
) -> list[str]:
    """What must be settled before a consortium can send its application."""
    if form is Form.ALONE:
        return ["You apply alone, but partners are named."] if members else []
    said = []
    if not members:
        said.append("Name at least one partner, or apply alone.")
    said += [f"{one.name} has declined: take them off." for one in members if one.is_declined]
    said += [
        f"{one.name} has not confirmed yet."
        for one in members
        if not one.is_confirmed and not one.is_declined
    ]
    shares = [applicant_share, *(one.share for one in members)]
    if any(share is not None for share in shares):
        total = sum((share or Decimal(0) for share in shares), Decimal(0))
        if total != WHOLE:
            said.append(f"The shares make {total.normalize():f} of 100 per cent.")
    return said
