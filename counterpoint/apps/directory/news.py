"""What of the directory is news: needs, offers and organisations that are published or changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.history.news import NewsKind, Piece, tell_of

EVENTS = ("published", "edited", "withdrawn")


def _entries(name: str) -> dict[str, str]:
    return {f"{name}.{event}": event for event in EVENTS}


def _found(rows: QuerySet[Any], numbers: Collection[int]) -> Iterable[Any]:
    return rows.filter(pk__in=numbers).prefetch_related("tags__concept")


def _needs(numbers: Collection[int]) -> Mapping[int, Piece]:
    rows = _found(Need.objects.public().select_related("organisation", "place"), numbers)
    return {need.pk: _record(need, need.statement, "need") for need in rows}


def _offers(numbers: Collection[int]) -> Mapping[int, Piece]:
    rows = _found(Offer.objects.public().select_related("organisation", "place"), numbers)
    rows = rows.prefetch_related("service_areas")  # type: ignore[attr-defined]
    return {
        offer.pk: _record(
            offer,
            offer.description,
            "offer",
            tuple(place.code for place in offer.service_areas.all()),
        )
        for offer in rows
    }


def _record(record: Any, text: str, side: str, covers: tuple[str, ...] = ()) -> Piece:
    return Piece(
        title=record.title,
        path=record.get_absolute_url(),
        summary=text,
        byline=record.organisation.name if record.organisation else "",
        text=f"{record.title}\n{text}",
        side=side,
        tags=tuple(record.tags.all()),
        places=(*_place(record), *covers),
        organisation_id=record.organisation_id,
    )


def _organisations(numbers: Collection[int]) -> Mapping[int, Piece]:
    rows = _found(Organisation.objects.public().select_related("place"), numbers)
    return {
        one.pk: Piece(
            title=one.name,
            path=one.get_absolute_url(),
            summary=one.description,
            text=f"{one.name}\n{one.description}",
            side="offer",
            tags=tuple(one.tags.all()),
            places=_place(one),
        )
        for one in rows
    }


def _place(record: Model) -> tuple[str, ...]:
    place = getattr(record, "place", None)
    return (place.code,) if place else ()


tell_of(
    NewsKind(
        "need",
        _("Needs"),
        _("What public services and others are looking for"),
        _entries("need"),
        _needs,
    )
)
tell_of(
    NewsKind(
        "offer", _("Offers"), _("What arts organisations can do"), _entries("offer"), _offers
    )
)
tell_of(
    NewsKind(
        "organisation",
        _("Organisations"),
        _("Who has joined the directory"),
        _entries("organisation"),
        _organisations,
    )
)
