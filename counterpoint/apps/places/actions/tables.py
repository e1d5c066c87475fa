"""Our tables into rows. Rows follow the tables; a place that has once been there is never lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.history import changes
from counterpoint.apps.places import models
from counterpoint.apps.places.files import PlaceFiles
from counterpoint.domain.places.containment import HELD_SHARE, Containment
from counterpoint.domain.places.outlines import Outline, middle
from counterpoint.domain.places.place import Place

BATCH = 1_000
_COLUMNS = (
    "name",
    "kind",
    "parent_id",
    "latitude",
    "longitude",
    "valid_from",
    "valid_to",
    "outline",
    "source",
)

_AREA_COLUMNS = ("code", "latitude", "longitude", "district_id", "town")


@dataclass(frozen=True)
class Loaded:
    release: models.Release
    added: int
    changed: int

    @property
    def is_nothing_new(self) -> bool:
        return not (self.added or self.changed)


def is_behind() -> bool:
    """Whether the tables that come with the product say something else than what is loaded."""
    held = models.Release.objects.order_by("-id").first()
    return held is None or held.sha256 != PlaceFiles().sha256


def load_places(*, by: Person | None, at: datetime, files: PlaceFiles | None = None) -> Loaded:
    """Loading the same tables again changes nothing and costs one hash."""
    read = files or PlaceFiles()
    held = models.Release.objects.order_by("-id").first()
    if held is not None and held.sha256 == read.sha256:
        return Loaded(held, 0, 0)
    with transaction.atomic():
        added, changed = _write_places(read)
        ids = dict(models.Place.objects.values_list("code", "pk"))
        _write_names(read, ids)
        _write_links(read, ids)
        _write_postcode_districts(read, ids)
        release = models.Release.objects.create(
            sha256=read.sha256,
            loaded_at=at,
            place_count=len(ids),
            postcode_count=held.postcode_count if held else 0,
        )
        history.record(
            kind="places.loaded",
            subject=release,
            by=by,
            at=at,
            detail={"added": len(added), "changed": len(changed), "places": len(ids)},
        )
        changes.note("place", [ids[code] for code in (*added, *changed)], at=at)
    return Loaded(release, len(added), len(changed))


def _write_places(read: PlaceFiles) -> tuple[list[str], list[str]]:
    outlines = _outlines(read)
    held = models.Place.objects.in_bulk(field_name="code")
    ids = {code: place.pk for code, place in held.items()}
    added: list[str] = []
    changed: list[str] = []
    # A place is written after the one that holds it, whose id it needs.
    for _, level in groupby(_by_depth(read.places), key=lambda pair: pair[0]):
        fresh: list[models.Place] = []
        altered: list[models.Place] = []
        for _, value in level:
            row = _row(value, ids, outlines.get(value.code, []))
            before = held.get(value.code)
            if before is None:
                fresh.append(row)
            elif any(getattr(before, name) != getattr(row, name) for name in _COLUMNS):
                row.pk = before.pk
                altered.append(row)
        models.Place.objects.bulk_create(fresh, batch_size=BATCH)
        if altered:
            models.Place.objects.bulk_update(
                altered, [name.removesuffix("_id") for name in _COLUMNS], batch_size=200
            )
        ids.update((row.code, row.pk) for row in fresh)
        added.extend(row.code for row in fresh)
        changed.extend(row.code for row in altered)
    return added, changed


def _row(value: Place, ids: dict[str, int], outline: Outline) -> models.Place:
    point = value.point or middle(outline)
    return models.Place(
        code=value.code,
        name=value.name,
        kind=value.kind.value,
        parent_id=ids[value.parent] if value.parent else None,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        valid_from=value.valid_from,
        valid_to=value.valid_to,
        outline=outline,
        source=value.source,
    )


def _by_depth(places: Iterable[Place]) -> list[tuple[int, Place]]:
    known = {place.code: place for place in places}

    def depth(place: Place) -> int:
        return 1 + depth(known[place.parent]) if place.parent else 0

    return sorted(
        ((depth(place), place) for place in known.values()), key=lambda pair: pair[0]
    )


def _outlines(read: PlaceFiles) -> dict[str, Outline]:
    """Each district's own, and for what holds districts the line around those it mostly holds."""
    containment = Containment(read.places, read.links)
    held: dict[str, list[str]] = defaultdict(list)
    for district in read.topology.codes:
        for holder, share in containment.shares(district).items():
            if share >= HELD_SHARE:
                held[holder].append(district)
    outlines = {code: read.topology.outline(code) for code in read.topology.codes}
    outlines.update((code, read.topology.together(parts)) for code, parts in held.items())
    return outlines


def _write_names(read: PlaceFiles, ids: dict[str, int]) -> None:
    wanted = {
        (ids[place.code], other.name): (other.language, other.use.value)
        for place in read.places
        for other in place.other_names
    }
    held = {
        (place, name): (language, use)
        for place, name, language, use in models.PlaceName.objects.values_list(
            "place_id", "name", "language", "use"
        )
    }
    models.PlaceName.objects.bulk_create(
        [
            models.PlaceName(place_id=place, name=name, language=language, use=use)
            for (place, name), (language, use) in wanted.items()
            if held.get((place, name)) != (language, use)
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["place", "name"],
        update_fields=["language", "use"],
    )
    for place, name in held.keys() - wanted.keys():
        models.PlaceName.objects.filter(place_id=place, name=name).delete()


def _write_links(read: PlaceFiles, ids: dict[str, int]) -> None:
    wanted = {(row[0], row[1], row[2]): row for row in _link_rows(read, ids)}
    held = {
        (row[0], row[1], row[2]): row
        for row in models.PlaceLink.objects.values_list(
            "place_id", "other_id", "how", "share", "on", "source"
        )
    }
    models.PlaceLink.objects.bulk_create(
        [
            models.PlaceLink(
                place_id=place, other_id=other, how=how, share=share, on=on, source=source
            )
            for place, other, how, share, on, source in wanted.values()
            if held.get((place, other, how)) != (place, other, how, share, on, source)
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["place", "other", "how"],
        update_fields=["share", "on", "source"],
    )
    for place, other, how in held.keys() - wanted.keys():
        models.PlaceLink.objects.filter(place_id=place, other_id=other, how=how).delete()


_LinkRow = tuple[int, int, str, float | None, date | None, str]


def _link_rows(read: PlaceFiles, ids: dict[str, int]) -> Iterator[_LinkRow]:
    for link in read.links:
        yield (
            ids[link.place],
            ids[link.other],
            link.how.value,
            link.share,
            link.on,
            link.source,
        )


def _write_postcode_districts(read: PlaceFiles, ids: dict[str, int]) -> None:
    """Where an operator has loaded the full directory, it is newer than our table: only what
    that lacks is added."""
    held = {row[0]: row for row in models.PostcodeDistrict.objects.values_list(*_AREA_COLUMNS)}
    has_directory = models.Postcode.objects.exists()
    rows = [
        (
            area.code,
            area.point.latitude,
            area.point.longitude,
            ids[area.district] if area.district else None,
            area.town,
        )
        for area in read.postcode_areas
    ]
    models.PostcodeDistrict.objects.bulk_create(
        [
            models.PostcodeDistrict(**dict(zip(_AREA_COLUMNS, row, strict=True)))
            for row in rows
            if row[0] not in held or (held[row[0]] != row and not has_directory)
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["latitude", "longitude", "district", "town"],
    )
