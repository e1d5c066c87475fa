"""Offers and needs from plain lists. They are public at once: the list is a publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterpoint.apps.directory.models import Need, Offer
from counterpoint.apps.directory.models.publishing import Stage, new_reference
from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome, Voyage
from counterpoint.apps.imports.actions.storing.awards import shortened
from counterpoint.apps.imports.actions.storing.listed import Listed, Said
from counterpoint.apps.imports.actions.storing.organisations import Mention, Organisations
from counterpoint.apps.imports.actions.storing.tables import Table, reserve
from counterpoint.domain.interchange.faults import UNKNOWN_PLACE
from counterpoint.domain.interchange.findings import warned
from counterpoint.domain.interchange.records import NeedRecord, OfferRecord

LONGEST_TITLE = 200
ALWAYS = (
    *("id", "reference", "external_id", "stage", "published_at", "created_at", "updated_at"),
    *(
        "reminders_sent",
        "is_example",
        "source_file",
        "source_sheet",
        "source_row",
        "content_hash",
    ),
    "import_run_id",
)


class Statements(Listed):
    """What offers and needs have in common."""

    # Columns of the table that a list says nothing about and that may not be empty.
    blank: dict[str, Any] = {}

    def __init__(self, voyage: Voyage, organisations: Organisations) -> None:
        super().__init__(voyage)
        self.organisations = organisations

    def words(self, record: Any) -> Said:
        raise NotImplementedError

    def said(self, arrivals: Sequence[Arrival[Any]], outcome: Outcome) -> list[Said]:
        owners = self.organisations.resolve(
            [Mention(one.record.organisation, one.sheet, one.row) for one in arrivals], outcome
        )
        return [
            {**self.words(one.record), "organisation_id": owner, **self._where(one, outcome)}
            for one, owner in zip(arrivals, owners, strict=True)
        ]

    def _where(self, arrival: Arrival[Any], outcome: Outcome) -> Said:
        words = arrival.record.place
        position = self.organisations.placing.of_words(words)
        if words and not position.is_known:
            remark = warned(UNKNOWN_PLACE, row=arrival.row, column="place", value=words)
            outcome.remark(arrival.sheet, [remark])
        return {
            "place_id": position.place_id,
            "place_words": words[:200],
            "latitude": position.latitude,
            "longitude": position.longitude,
        }

    def add(
        self, arrivals: Sequence[Arrival[Any]], said: Sequence[Said], outcome: Outcome
    ) -> Sequence[int]:
        pks = reserve(self.model, len(arrivals))
        if not arrivals:
            return pks
        fields = [name.removesuffix("_id") for name in said[0]]
        at, voyage = self.voyage.at, self.voyage
        Table(self.model, *ALWAYS, *self.blank, *fields).insert(
            (
                *(pk, new_reference(), one.record.external_id[:200], Stage.PUBLISHED.value),
                *(at, at, at, 0, _is_an_example(one), voyage.source_file_id),
                *(one.sheet[:120], one.row, one.mark, voyage.run_id),
                *self.blank.values(),
                *words.values(),
            )
            for pk, one, words in zip(pks, arrivals, said, strict=True)
        )
        return pks


class Offers(Statements):
    record_type = "offer"
    model = Offer
    blank = {
        "price_currency": "GBP",
        "price_unit": "",
    }

    def known_by(self, record: OfferRecord) -> tuple[object, ...]:
        return (
            record.title,
            record.organisation.name if record.organisation else "",
            record.place,
        )

    def words(self, record: OfferRecord) -> Said:
        return {
            "title": shortened(record.title, LONGEST_TITLE),
            "description": record.description or record.title,
            "capacity_note": record.capacity[:300],
            "price_note": record.price[:300],
            "travel_km": record.travel_km,
            "is_online": record.is_online,
            "safeguarding_statement": record.safeguarding,
            "insurance_statement": record.insurance,
            "accessibility_statement": record.accessibility,
        }


class Needs(Statements):
    record_type = "need"
    model = Need

    def known_by(self, record: NeedRecord) -> tuple[object, ...]:
        return (
            record.words,
            record.organisation.name if record.organisation else "",
            record.place,
        )

    def words(self, record: NeedRecord) -> Said:
        first_line = record.words.split("\n")[0]
        return {
            "title": shortened(record.title or first_line, LONGEST_TITLE),
            "statement": record.words,
            "people": record.people,
            "budget_amount": record.budget,
            "budget_currency": record.currency,
            "wanted_by": record.wanted_by,
        }


def _is_an_example(arrival: Arrival[Any]) -> bool:
    """Invented for a demonstration: the organisation says so in its name."""
    organisation = arrival.record.organisation
    return organisation is not None and organisation.name.startswith("Example ")
