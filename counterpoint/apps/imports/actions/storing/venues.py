"""Lists whose rows are buildings and vehicles of an organisation: libraries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterpoint.apps.directory.models import Venue
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome, Voyage
from counterpoint.apps.imports.actions.storing.listed import Listed, Said
from counterpoint.apps.imports.actions.storing.organisations import Mention, Organisations
from counterpoint.apps.imports.actions.storing.tables import Table, reserve
from counterpoint.apps.imports.queries.rows import rows_by_key
from counterpoint.domain.interchange.records import VenueRecord


class Venues(Listed):
    record_type = "venue"
    model = Venue
    stamps = ()

    def __init__(self, voyage: Voyage, organisations: Organisations) -> None:
        super().__init__(voyage)
        self.organisations = organisations

    def known_by(self, record: VenueRecord) -> tuple[object, ...]:
        return (
            record.operator.name,
            record.name,
            record.address.postcode,
            record.address.street,
        )

    def said(self, arrivals: Sequence[Arrival[Any]], outcome: Outcome) -> list[Said]:
        operators = self.organisations.resolve(
            [Mention(one.record.operator, one.sheet, one.row) for one in arrivals], outcome
        )
        return [
            {"organisation_id": operator, **self._described(one.record)}
            for one, operator in zip(arrivals, operators, strict=True)
        ]

    def _described(self, record: VenueRecord) -> Said:
        address = record.address
        position = self.organisations.placing.position_of(address)
        return {
            "name": record.name[:200],
            "address": address.street[:300],
            "postcode": address.postcode[:8],
            "place_id": position.place_id,
            "latitude": position.latitude,
            "longitude": position.longitude,
        }

    def add(
        self, arrivals: Sequence[Arrival[Any]], said: Sequence[Said], outcome: Outcome
    ) -> Sequence[int]:
        pks = reserve(Venue, len(arrivals))
        if arrivals:
            fields = [name.removesuffix("_id") for name in said[0]]
            Table(Venue, "id", "accessibility", *fields).insert(
                (pk, "", *words.values()) for pk, words in zip(pks, said, strict=True)
            )
        return pks

    def tell(self, pks: Sequence[int]) -> None:
        """A venue is found through the organisation that works in it."""
        rows = rows_by_key(Venue, ("organisation_id",), "id", pks)
        changes.note("organisation", sorted({pk for (pk,) in rows}), at=self.voyage.at)
