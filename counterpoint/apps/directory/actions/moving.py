"""What belongs to an organisation and goes with it when two records are made one.

Apps above this one add their own records with `goes_with_organisation`; a test finds any record
that points at an organisation and is not listed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from counterpoint.apps.directory.models import (
    Award,
    Claim,
    Correction,
    Identifier,
    Invitation,
    Membership,
    Need,
    Offer,
    Organisation,
    OrganisationConcept,
    OrganisationName,
    OrganisationRole,
    Provenance,
    Succession,
    Venue,
)

# SQLite takes some 32,000 values in one statement; a large funder has more awards than that.
AT_ONCE = 5_000


@dataclass(frozen=True)
class Movable:
    """Records that point at an organisation by `field`.

    `unique_with`: an organisation has one record for each value of these, so a record stays where
    it is when the organisation that is kept has its like already. `joins_two`: it points at a
    second organisation, which must not become the same one.
    """

    name: str
    model: type[models.Model]
    field: str = "organisation"
    unique_with: tuple[str, ...] = ()
    joins_two: bool = False

    def of(self, organisation: Organisation) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(**{self.field: organisation.pk})

    def to_move(self, absorbed: Organisation, kept: Organisation) -> list[int]:
        if not self.unique_with:
            return list(self.of(absorbed).values_list("pk", flat=True))
        taken = set(self.of(kept).values_list(*self.unique_with))
        if self.joins_two:
            taken.add((kept.pk,))
        rows = self.of(absorbed).values_list("pk", *self.unique_with)
        return [pk for pk, *key in rows if tuple(key) not in taken]

    def move(self, pks: Sequence[int], source: Organisation, target: Organisation) -> None:
        """Those that are still with the source; a record that has left since stays where it is."""
        for chunk in _chunks(pks):
            self.of(source).filter(pk__in=chunk).update(**{self.field: target.pk})


@dataclass(frozen=True)
class MovableByNumber(Movable):
    """Records that name an organisation by type and number instead of pointing at it."""

    field: str = "record_id"

    def of(self, organisation: Organisation) -> models.QuerySet[Any]:
        return super().of(organisation).filter(record_type="organisation")


_MOVABLES: list[Movable] = [
    Movable("identifiers", Identifier),
    Movable("other_names", OrganisationName, unique_with=("name", "kind")),
    Movable("roles", OrganisationRole, unique_with=("role",)),
    Movable("terms", OrganisationConcept, unique_with=("concept",)),
    Movable("memberships", Membership, unique_with=("person",)),
    Movable("invitations", Invitation),
    Movable("claims", Claim, unique_with=("person",)),
    Movable("offers", Offer),
    Movable("venues", Venue),
    Movable("needs", Need),
    Movable("awards", Award, field="recipient"),
    Movable("awards_made", Award, field="funder"),
    Movable("successors", Succession, "predecessor", ("successor",), joins_two=True),
    Movable("predecessors", Succession, "successor", ("predecessor",), joins_two=True),
    MovableByNumber("corrections", Correction),
    MovableByNumber("provenance", Provenance),
]


def goes_with_organisation(movable: Movable) -> None:
    _MOVABLES.append(movable)


def movables() -> tuple[Movable, ...]:
    return tuple(_MOVABLES)


def _chunks(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(pks), AT_ONCE):
        yield pks[start : start + AT_ONCE]
