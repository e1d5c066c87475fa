"""Which column of a list is which field: found from the headings, or said by a person and saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterpoint.domain.interchange.fields import FIELDS
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.domain.interchange.rows import heading_key

# Each kind is recognised by a column that says it, or by two that say it together.
TELLING: Mapping[RecordKind, tuple[frozenset[str], ...]] = {
    RecordKind.NEED: (frozenset({"need"}),),
    RecordKind.AWARD: (frozenset({"amount", "recipient"}),),
    RecordKind.OFFER: (
        frozenset({"title", "description"}),
        frozenset({"title", "organisation"}),
    ),
    RecordKind.ORGANISATION: tuple(
        frozenset({"name", field})
        for field in (
            *(
                "charity_number",
                "company_number",
                "org_id",
                "area_code",
                "website",
                "postcode",
            ),
            *("place", "address", "description", "role"),
        )
    ),
}
# What only a list of organisations says of a name; an offer has words and a place.
OF_A_REGISTER = frozenset(
    {"charity_number", "company_number", "org_id", "area_code", "website", "address"}
)
ONLY_OFFERS = frozenset(
    {"price", "capacity", "travel_km", "online", "safeguarding", "insurance"}
)
# In this order: a list of offers has names and places too.
ORDER = (RecordKind.NEED, RecordKind.AWARD, RecordKind.OFFER, RecordKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """`columns` goes from the code of a field to the key of a heading."""

    kind: RecordKind
    columns: Mapping[str, str]


def mapping_by_headings(headings: Iterable[str], kind: RecordKind) -> dict[str, str]:
    """Each field with the first heading that names it; a heading serves one field only."""
    keys = [heading_key(heading) for heading in headings]
    columns: dict[str, str] = {}
    for field in FIELDS[kind]:
        known = [name for name in field.names if name in keys and name not in columns.values()]
        if known:
            columns[field.code] = known[0]
    return columns


def lacking(kind: RecordKind, columns: Mapping[str, str]) -> list[str]:
    """The labels of required fields that no column was given to."""
    return [
        field.label
        for field in FIELDS[kind]
        if field.is_required and field.code not in columns
    ]


def recognised(
    headings: Sequence[str], wanted: RecordKind | None = None
) -> ColumnMapping | None:
    """What the headings say a plain list is; with a wanted kind, whether it can be read as that."""
    for kind in [wanted] if wanted in FIELDS else ORDER:
        if kind is None:
            continue
        columns = mapping_by_headings(headings, kind)
        is_told = wanted is not None or any(
            telling <= columns.keys() for telling in TELLING[kind]
        )
        if wanted is None and kind is RecordKind.OFFER and _is_register(headings, columns):
            continue
        if is_told and not lacking(kind, columns):
            return ColumnMapping(kind, columns)
    return None


def _is_register(headings: Sequence[str], of_offers: Mapping[str, str]) -> bool:
    """Names with what a register says of them, and nothing that only an offer has."""
    columns = mapping_by_headings(headings, RecordKind.ORGANISATION)
    name = columns.get("name")
    return (
        name not in (None, "title")
        and name == of_offers.get("title")
        and "organisation" not in of_offers
        and ONLY_OFFERS.isdisjoint(of_offers)
        and not OF_A_REGISTER.isdisjoint(columns)
    )
