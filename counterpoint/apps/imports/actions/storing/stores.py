"""Each kind of record to the store that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counterpoint.apps.imports.actions.storing.arrivals import Outcome, Voyage
from counterpoint.apps.imports.actions.storing.awards import Awards
from counterpoint.apps.imports.actions.storing.organisation_lists import OrganisationLists
from counterpoint.apps.imports.actions.storing.organisations import Organisations
from counterpoint.apps.imports.actions.storing.statements import Needs, Offers
from counterpoint.apps.imports.actions.storing.venues import Venues
from counterpoint.apps.imports.actions.walking import Batch
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.domain.interchange.records import RecordKind

STORES: dict[RecordKind, Callable[[Voyage, Organisations], Any]] = {
    RecordKind.AWARD: Awards,
    RecordKind.ORGANISATION: OrganisationLists,
    RecordKind.VENUE: Venues,
    RecordKind.OFFER: Offers,
    RecordKind.NEED: Needs,
}


class Stores:
    def __init__(self, voyage: Voyage) -> None:
        self.voyage = voyage
        self.organisations = Organisations(voyage, Placing())
        self.open: dict[RecordKind, Any] = {}

    def take(self, batch: Batch) -> Outcome:
        outcome: Outcome = self._for(batch).take(batch.arrivals)
        return outcome

    def remember(self, batch: Batch) -> None:
        self._for(batch).remember(batch.arrivals)

    def _for(self, batch: Batch) -> Any:
        kind = RecordKind(batch.recognised.reader.kind)
        if kind not in self.open:
            self.open[kind] = STORES[kind](self.voyage, self.organisations)
        return self.open[kind]
