"""The full postcode directory into rows: streamed, in batches that each stand by themselves.

A load that was stopped is simply started again: rows that are there already are not written.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models import Avg, Count
from django.db.models.functions import Length, Substr

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.places import directory_file, models
from counterpoint.domain.places.place import Use
from counterpoint.domain.places.postcode_directory import (
    Columns,
    DirectoryRow,
    MalformedRow,
    NotAPostcodeDirectory,
    columns_of,
    read_row,
)

BATCH = 20_000
_INWARD_LENGTH = 3
_MOST_FAULTS_KEPT = 20

# Both databases understand it; rows that already say the same are left alone.
_KEEP = """
    ON CONFLICT (code) DO UPDATE SET
        latitude = excluded.latitude, longitude = excluded.longitude,
        district_id = excluded.district_id, ended_on = excluded.ended_on
    WHERE places_postcode.latitude <> excluded.latitude
       OR places_postcode.longitude <> excluded.longitude
       OR places_postcode.district_id IS DISTINCT FROM excluded.district_id
       OR places_postcode.ended_on IS DISTINCT FROM excluded.ended_on
"""
_COLUMNS = "(code, latitude, longitude, district_id, ended_on)"


@dataclass
class PostcodesLoaded:
    file: str
    read: int = 0
    kept: int = 0
    without_place: int = 0  # no grid reference: the Channel Islands, the Isle of Man and a few
    faults: list[str] = field(default_factory=list)
    fault_count: int = 0
    unknown_districts: Counter[str] = field(default_factory=Counter)


Progress = Callable[[float, int], None]
_Parameters = tuple[str, float, float, int | None, str | None]


def load_postcodes(
    *,
    path: Path,
    by: Person | None,
    at: datetime,
    progress: Progress = lambda share, read: None,
) -> PostcodesLoaded:
    """`progress` is told the share of the file and the rows that have been read."""
    with directory_file.opened(path) as table:
        rows = table.rows()
        columns = columns_of(next(rows, []))
        told = PostcodesLoaded(table.name)
        ids = _district_ids()
        while batch := list(islice(rows, BATCH)):
            _write(_parameters(batch, columns, ids, told))
            progress(table.position / max(table.size, 1), told.read)
    if not told.kept:
        raise NotAPostcodeDirectory("The file has no row with a postcode and a place.")
    with transaction.atomic():
        _renew_postcode_districts()
        release = _release(told, at)
        history.record(
            kind="places.postcodes_loaded",
            subject=release,
            by=by,
            at=at,
            detail={"file": told.file, "read": told.read, "kept": told.kept},
        )
    return told


def _district_ids() -> dict[str, int]:
    """Today's code, and every other code the district has or had."""
    other = models.PlaceName.objects.filter(use=Use.CODE.value)
    ended = models.PlaceLink.objects.filter(
        how=models.PlaceLink.How.SUCCEEDED_BY,
        place__kind=models.Place.Kind.DISTRICT,
        other__kind=models.Place.Kind.DISTRICT,
    )
    return {
        **dict(ended.values_list("place__code", "other_id")),
        **dict(other.values_list("name", "place_id")),
        **dict(
            models.Place.objects.filter(
                kind=models.Place.Kind.DISTRICT, valid_to=None
            ).values_list("code", "pk")
        ),
    }


def _parameters(
    batch: list[list[str]], columns: Columns, ids: dict[str, int], told: PostcodesLoaded
) -> Iterator[_Parameters]:
    for written in batch:
        told.read += 1
        try:
            row = read_row(written, columns)
        except MalformedRow as fault:
            told.fault_count += 1
            if len(told.faults) < _MOST_FAULTS_KEPT:
                told.faults.append(f"row {told.read + 1}: {fault}")
            continue
        if row.point is None:
            told.without_place += 1
            continue
        told.kept += 1
        yield _as_parameters(row, ids, told)


def _as_parameters(
    row: DirectoryRow, ids: dict[str, int], told: PostcodesLoaded
) -> _Parameters:
    assert row.point is not None
    district = ids.get(row.district)
    if district is None and row.district:
        told.unknown_districts[row.district] += 1
    ended = row.ended_on.isoformat() if row.ended_on else None
    return (row.postcode, row.point.latitude, row.point.longitude, district, ended)


def _write(rows: Iterator[_Parameters]) -> None:
    write = _write_by_copy if connection.vendor == "postgresql" else _write_one_by_one
    with transaction.atomic(), connection.cursor() as cursor:
        write(cursor, rows)


def _write_one_by_one(cursor: Any, rows: Iterator[_Parameters]) -> None:
    # SQLite before 3.39 knows IS, which means the same, but not IS DISTINCT FROM.
    keep = _KEEP.replace("IS DISTINCT FROM", "IS NOT")
    cursor.executemany(
        f"INSERT INTO places_postcode {_COLUMNS} VALUES (%s, %s, %s, %s, %s) {keep}",  # noqa: S608  constants
        rows,
    )


def _write_by_copy(cursor: Any, rows: Iterator[_Parameters]) -> None:
    """Through a table of this connection: one statement a row takes three times as long."""
    cursor.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS postcodes_read (LIKE places_postcode)"
    )
    cursor.execute("TRUNCATE postcodes_read")
    with cursor.copy(f"COPY postcodes_read {_COLUMNS} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    # A postcode that stands twice in one batch would be refused: its last row counts.
    cursor.execute(
        f"INSERT INTO places_postcode {_COLUMNS} "  # noqa: S608  constants
        f"SELECT DISTINCT ON (code) {_COLUMNS[1:-1]} FROM postcodes_read ORDER BY code, ctid DESC "
        f"{_KEEP}"
    )


def _renew_postcode_districts() -> None:
    """Middle and district of each first half, from the postcodes in use."""
    outward = Substr("code", 1, Length("code") - _INWARD_LENGTH)
    in_use = models.Postcode.objects.filter(ended_on=None).annotate(outward=outward)
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for code, district, times in (
        in_use.exclude(district=None)
        .values_list("outward", "district_id")
        .annotate(times=Count("code"))
    ):
        counted[code][district] = times
    models.PostcodeDistrict.objects.bulk_create(
        [
            models.PostcodeDistrict(
                code=code,
                latitude=round(latitude, 5),
                longitude=round(longitude, 5),
                district_id=counted[code].most_common(1)[0][0] if counted[code] else None,
            )
            for code, latitude, longitude in in_use.values_list("outward").annotate(
                Avg("latitude"), Avg("longitude")
            )
        ],
        batch_size=1_000,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["latitude", "longitude", "district"],
    )


def _release(told: PostcodesLoaded, at: datetime) -> models.Release:
    """The tables are still those of the release before, so its hash goes on."""
    held = models.Release.objects.order_by("-id").first()
    postcodes = models.Postcode.objects.count()
    return models.Release.objects.create(
        sha256=held.sha256 if held else hashlib.sha256(b"").hexdigest(),
        loaded_at=at,
        place_count=held.place_count if held else 0,
        postcode_count=postcodes,
    )
