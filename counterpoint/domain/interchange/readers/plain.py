"""Plain lists: one row is one offer, need, organisation or award, and columns say which field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from counterpoint.domain.interchange.faults import MISSING, NAME_WITHHELD
from counterpoint.domain.interchange.mapping import ColumnMapping
from counterpoint.domain.interchange.people.recognising import reads_as_a_person
from counterpoint.domain.interchange.people.withholding import without_the_name
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.readers.plain_organisations import organisation_of
from counterpoint.domain.interchange.readers.reader import Reader, Surroundings
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.records import (
    NOWHERE,
    Address,
    AwardRecord,
    NeedRecord,
    OfferRecord,
    OrganisationRecord,
    Record,
    RecordKind,
)
from counterpoint.domain.interchange.values.answers import read_yes_or_no
from counterpoint.domain.interchange.values.dates import financial_year_ends_on
from counterpoint.domain.interchange.values.money import read_amount, read_count

LONGEST_TITLE = 200
Value = TypeVar("Value")


class Fields:
    """A row by the codes of fields; a field without a column reads as an empty one."""

    def __init__(self, reading: RowReading, columns: dict[str, str]) -> None:
        self.reading = reading
        self.columns = columns

    def at(self, field: str) -> str:
        return self.columns.get(field, "")

    def line(self, field: str) -> str:
        return self.reading.line(self.at(field))

    def text(self, field: str) -> str:
        return self.reading.text(self.at(field))

    def required(self, field: str) -> str:
        return self.reading.required_line(self.at(field))

    def value(self, field: str, read: Callable[[object], Value], otherwise: Value) -> Value:
        return self.reading.value(self.at(field), read, otherwise)

    def place(self) -> str:
        return self.line("place") or self.reading.postcode(self.at("postcode"))


class PlainList(Reader):
    code = "plain"
    title = "A list with plain columns"

    def __init__(
        self, keys: Sequence[str], around: Surroundings, mapping: ColumnMapping
    ) -> None:
        super().__init__(keys, around)
        self.kind = mapping.kind
        self.columns = dict(mapping.columns)
        self.uses = frozenset(self.columns.values())

    def record(self, reading: RowReading) -> Record | None:
        fields = Fields(reading, self.columns)
        makers: dict[RecordKind, Callable[[Fields], Record | None]] = {
            RecordKind.OFFER: self._offer,
            RecordKind.NEED: self._need,
            RecordKind.ORGANISATION: organisation_of,
            RecordKind.AWARD: self._award,
        }
        return makers[self.kind](fields)

    def _offer(self, fields: Fields) -> OfferRecord:
        return OfferRecord(
            title=fields.required("title")[:LONGEST_TITLE],
            external_id=fields.line("id"),
            description=fields.text("description"),
            place=fields.place(),
            organisation=_named(fields, "cultural"),
            price=fields.line("price"),
            capacity=fields.line("capacity"),
            travel_km=fields.value("travel_km", read_count, None),
            is_online=bool(fields.value("online", read_yes_or_no, None)),
            safeguarding=fields.text("safeguarding"),
            insurance=fields.text("insurance"),
            accessibility=fields.text("access"),
            page=fields.line("page"),
        )

    def _need(self, fields: Fields) -> NeedRecord:
        words = fields.text("need")
        if not words:
            fields.reading.refuse(MISSING, fields.at("need"))
        return NeedRecord(
            words=words,
            external_id=fields.line("id"),
            title=fields.line("title")[:LONGEST_TITLE],
            place=fields.place(),
            organisation=_named(fields, "commissioner"),
            people=fields.value("people", read_count, None),
            budget=fields.value("budget", read_amount, None),
            currency=fields.reading.currency(fields.at("currency")),
            wanted_by=fields.reading.date(fields.at("wanted_by")),
            page=fields.line("page"),
        )

    def _award(self, fields: Fields) -> AwardRecord | None:
        reading = fields.reading
        is_said_to_be_a_person = bool(fields.value("to_an_individual", read_yes_or_no, None))
        name = (
            fields.line("recipient")
            if is_said_to_be_a_person
            else fields.required("recipient")
        )
        amount = reading.required_amount(fields.at("amount"))
        currency = reading.currency(fields.at("currency"))
        funder = fields.line("funder") or self.around.publisher
        if not funder:
            reading.refuse(MISSING, "funder")
        if reading.is_refused:
            return None
        recipient = organisation_of(fields, name, "cultural")
        is_person = is_said_to_be_a_person or (
            not recipient.identifiers
            and reads_as_a_person(name, self.around.known_organisations)
        )
        written = title = fields.line("title") or f"Award to {name or 'an individual artist'}"
        description, programme = fields.text("description"), fields.line("programme")
        if is_person:
            reading.warn(NAME_WITHHELD, fields.at("recipient"))
            title, description = (
                without_the_name(title, name),
                without_the_name(description, name),
            )
        area, awarded_on = (
            fields.line("place"),
            financial_year_ends_on(fields.line("awarded_on")),
        )
        awarded_on = awarded_on or reading.date(fields.at("awarded_on"))
        return AwardRecord(
            title=title,
            external_id=fields.line("id"),
            description=description,
            amount=amount,
            currency=currency,
            funder=OrganisationRecord(name=funder, kind="funder"),
            recipient=None if is_person else _hinted(recipient, area),
            awarded_on=awarded_on,
            programme=programme,
            art_forms=recipient.art_forms,
            places=(area,) if area else (),
            known_by=(funder, name, written, programme, str(awarded_on)),
            page=fields.line("page"),
        )


def _named(fields: Fields, otherwise: str) -> OrganisationRecord | None:
    """The organisation whose offer or need it is, as far as one column can say."""
    name = fields.line("organisation")
    if not name:
        return None
    return OrganisationRecord(
        name=name,
        kind=kind_by_name(name, otherwise),
        address=Address(area=fields.line("place")),
        is_only_named=True,
    )


def _hinted(recipient: OrganisationRecord, area: str) -> OrganisationRecord:
    """With where the money is spent as a hint, if nothing else says which organisation it is."""
    if recipient.identifiers or recipient.address != NOWHERE or not area:
        return recipient
    return replace(recipient, address=Address(area=area), is_only_named=True)
