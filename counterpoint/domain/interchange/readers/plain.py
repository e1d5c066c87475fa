"""Plain lists: one row is one offer, need, organisation or award, and columns say which field."""

from __future__ import annotations

from collections.abc import Sequence

from counterpoint.domain.interchange.faults import MISSING, NAME_WITHHELD
from counterpoint.domain.interchange.mapping import ColumnMapping
from counterpoint.domain.interchange.people.recognising import reads_as_a_person
from counterpoint.domain.interchange.people.withholding import without_the_name
from counterpoint.domain.interchange.reading import RowReading
from counterpoint.domain.interchange.readers.kinds import kind_by_name
from counterpoint.domain.interchange.readers.reader import Reader, Surroundings
from counterpoint.domain.interchange.records import (
    Address,
    AwardRecord,
    Identifier,
    NeedRecord,
    OfferRecord,
    OrganisationRecord,
    Record,
    RecordKind,
)
from counterpoint.domain.interchange.values.dates import financial_year_ends_on
from counterpoint.domain.interchange.values.identifiers import AREA, read_area_code

# The words for a kind of organisation that need no translation into the directory's own.
ROLES = frozenset(
    "commissioner cultural freelancer funder network voluntary museum library health education other".split()
)
LONGEST_TITLE = 200


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
        makers = {
            RecordKind.OFFER: self._offer,
            RecordKind.NEED: self._need,
            RecordKind.ORGANISATION: self._organisation,
            RecordKind.AWARD: self._award,
        }
        return makers[self.kind](reading)

    def _at(self, field: str) -> str:
        """The column of a field; a field without one reads as an empty column."""
        return self.columns.get(field, "")

    # Offers and needs

    def _offer(self, reading: RowReading) -> OfferRecord:
        return OfferRecord(
            title=reading.required_line(self._at("title"))[:LONGEST_TITLE],
            external_id=reading.line(self._at("id")),
            description=reading.text(self._at("description")),
            place=reading.line(self._at("place")) or reading.postcode(self._at("postcode")),
            organisation=self._named(reading),
            price=reading.line(self._at("price")),
            capacity=reading.line(self._at("capacity")),
        )

    def _need(self, reading: RowReading) -> NeedRecord:
        words = reading.text(self._at("need"))
        if not words:
            reading.refuse(MISSING, self._at("need"))
        return NeedRecord(
            words=words,
            external_id=reading.line(self._at("id")),
            title=reading.line(self._at("title"))[:LONGEST_TITLE],
            place=reading.line(self._at("place")) or reading.postcode(self._at("postcode")),
            organisation=self._named(reading),
        )

    def _named(self, reading: RowReading) -> OrganisationRecord | None:
        name = reading.line(self._at("organisation"))
        if not name:
            return None
        otherwise = "commissioner" if self.kind is RecordKind.NEED else "cultural"
        return OrganisationRecord(
            name=name,
            kind=kind_by_name(name, otherwise),
            address=Address(area=reading.line(self._at("place"))),
        )

    # Organisations

    def _organisation(self, reading: RowReading) -> OrganisationRecord:
        name = reading.required_line(self._at("name"))
        other = reading.line(self._at("other_name"))
        art_form = reading.line(self._at("art_form"))
        latitude, longitude = reading.position(self._at("latitude"), self._at("longitude"))
        code = read_area_code(reading.line(self._at("area_code")))
        return OrganisationRecord(
            name=name,
            kind=self._role(name, reading),
            external_id=reading.line(self._at("id")),
            identifiers=self._identifiers(reading, code),
            other_names=(other,) if other and other != name else (),
            description=reading.text(self._at("description")),
            website=reading.web_address(self._at("website")),
            address=Address(
                street=reading.line(self._at("address")),
                postcode=reading.postcode(self._at("postcode")),
                area=reading.line(self._at("place")),
                area_code=code,
                latitude=latitude,
                longitude=longitude,
            ),
            art_forms=(art_form,) if art_form else (),
        )

    def _role(self, name: str, reading: RowReading) -> str:
        said = reading.line(self._at("role")).casefold()
        return said if said in ROLES else kind_by_name(name, "other")

    def _identifiers(self, reading: RowReading, area_code: str) -> tuple[Identifier, ...]:
        found = (
            reading.org_id(self._at("org_id")),
            reading.charity_number(self._at("charity_number")),
            reading.company_number(self._at("company_number")),
            Identifier(AREA, area_code) if area_code else None,
        )
        return tuple(dict.fromkeys(number for number in found if number))

    # Awards

    def _award(self, reading: RowReading) -> AwardRecord | None:
        name = reading.required_line(self._at("recipient"))
        amount = reading.required_amount(self._at("amount"))
        currency = reading.currency(self._at("currency"))
        funder = reading.line(self._at("funder")) or self.around.publisher
        if not funder:
            reading.refuse(MISSING, "funder")
        if reading.is_refused:
            return None
        numbers = self._identifiers(reading, "")
        is_person = not numbers and reads_as_a_person(name, self.around.known_organisations)
        programme, area = reading.line(self._at("programme")), reading.line(self._at("place"))
        written = title = reading.line(self._at("title")) or f"Award to {name}"
        description = reading.text(self._at("description"))
        if is_person:
            reading.warn(NAME_WITHHELD, self._at("recipient"))
            title, description = (
                without_the_name(title, name),
                without_the_name(description, name),
            )
        art_form = reading.line(self._at("art_form"))
        awarded_on = financial_year_ends_on(reading.line(self._at("awarded_on")))
        awarded_on = awarded_on or reading.date(self._at("awarded_on"))
        return AwardRecord(
            title=title,
            external_id=reading.line(self._at("id")),
            description=description,
            amount=amount,
            currency=currency,
            funder=OrganisationRecord(name=funder, kind="funder"),
            recipient=None if is_person else self._recipient(name, numbers, reading),
            awarded_on=awarded_on,
            programme=programme,
            art_forms=(art_form,) if art_form else (),
            places=(area,) if area else (),
            known_by=(funder, name, written, programme, str(awarded_on)),
        )

    def _recipient(
        self, name: str, numbers: tuple[Identifier, ...], reading: RowReading
    ) -> OrganisationRecord:
        return OrganisationRecord(
            name=name,
            kind=kind_by_name(name, "cultural"),
            identifiers=numbers,
            address=Address(
                postcode=reading.postcode(self._at("postcode")),
                area=reading.line(self._at("place")),
            ),
        )
