"""Lists whose rows are organisations: museums, charities, councils, anybody's own list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome, Voyage
from counterpoint.apps.imports.actions.storing.described import described
from counterpoint.apps.imports.actions.storing.listed import Listed, Said
from counterpoint.apps.imports.actions.storing.organisations import (
    Mention,
    Organisations,
    mention_key,
)
from counterpoint.domain.interchange.records import OrganisationRecord


class OrganisationLists(Listed):
    record_type = "organisation"
    model = Organisation

    def __init__(self, voyage: Voyage, organisations: Organisations) -> None:
        super().__init__(voyage)
        self.organisations = organisations

    def known_by(self, record: OrganisationRecord) -> tuple[object, ...]:
        return (mention_key(record),)

    def said(self, arrivals: Sequence[Arrival[Any]], outcome: Outcome) -> list[Said]:
        return [described(one.record, self.organisations.placing) for one in arrivals]

    def add(
        self, arrivals: Sequence[Arrival[Any]], said: Sequence[Said], outcome: Outcome
    ) -> Sequence[int]:
        """Each is found in the directory or added to it: another list may have brought it before."""
        pks = self.organisations.resolve(
            [Mention(one.record, one.sheet, one.row) for one in arrivals], outcome
        )
        return [pk for pk in pks if pk is not None]
