"""Where a record is, for the index: codes, with the record's own point where it has one."""

from typing import Any

Placed = tuple[str, float | None, float | None]


def place_of(record: Any) -> tuple[Placed, ...]:
    if record.place is None:
        return ()
    return ((record.place.code, record.latitude, record.longitude),)


def places_of_offer(offer: Any) -> tuple[Placed, ...]:
    """Its own place and its venues'; failing these, where its organisation is."""
    found = [
        *place_of(offer),
        *(place for venue in offer.venues.all() for place in place_of(venue)),
    ]
    if not found and offer.organisation is not None:
        found = [*place_of(offer.organisation)]
    return tuple(dict.fromkeys(found))
