"""The tables of places that come with the product, as values."""

import csv
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import yaml
from django.utils.text import slugify

from counterpoint.domain.places.mentions import PostcodeArea
from counterpoint.domain.places.outlines import Topology
from counterpoint.domain.places.place import How, Kind, Link, OtherName, Place, Use
from counterpoint.domain.places.points import Point
from counterpoint.domain.refusals import NotFound

FOLDER = Path(__file__).parents[2] / "sources" / "places"
NAMES = (
    "SOURCES.yaml",
    "links.csv",
    "names.csv",
    "outlines.topojson.gz",
    "places.csv",
    "postcode_districts.csv",
    "towns.csv",
)
# Raised when the loader makes other rows of the same files, so that they are loaded again.
MAKING = 1
_TOWN_SLUG_LENGTH = 25


class NoPlaceFiles(NotFound):
    """The tables of places are not where they should be."""


@dataclass(frozen=True)
class PlaceFiles:
    folder: Path = FOLDER

    @cached_property
    def sha256(self) -> str:
        whole = hashlib.sha256(f"made as in version {MAKING}\n".encode())
        for name in NAMES:
            content = self._path(name).read_bytes()
            whole.update(f"{name} {len(content)}\n".encode())
            whole.update(content)
        return whole.hexdigest()

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return (*self._areas(), *self._towns())

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(
            Link(
                place=row["code"],
                other=row["other"],
                how=How(row["how"]),
                share=float(row["share"]) if row["share"] else None,
                on=_day(row["on"]),
                source=self._citation(row["source"]),
            )
            for row in self._rows("links.csv")
        )

    @cached_property
    def postcode_areas(self) -> tuple[PostcodeArea, ...]:
        return tuple(
            PostcodeArea(
                row["code"],
                Point(float(row["latitude"]), float(row["longitude"])),
                row["district"] or None,
                row["town"],
            )
            for row in self._rows("postcode_districts.csv")
        )

    @cached_property
    def topology(self) -> Topology:
        with gzip.open(self._path("outlines.topojson.gz"), "rt", encoding="utf-8") as file:
            return Topology(json.load(file))

    @cached_property
    def _citations(self) -> dict[str, str]:
        read = yaml.safe_load(self._path("SOURCES.yaml").read_text(encoding="utf-8"))
        return {
            key: f"{about['publisher']}: {about['title']}; {about['licence']}"[:200]
            for key, about in read["sources"].items()
        }

    def _citation(self, key: str) -> str:
        return self._citations[key]

    @cached_property
    def _other_names(self) -> dict[str, tuple[OtherName, ...]]:
        names: dict[str, list[OtherName]] = defaultdict(list)
        for row in self._rows("names.csv"):
            names[row["code"]].append(OtherName(row["name"], row["language"], Use(row["use"])))
        return {code: tuple(found) for code, found in names.items()}

    def _areas(self) -> Iterator[Place]:
        for row in self._rows("places.csv"):
            yield Place(
                code=row["code"],
                name=row["name"],
                kind=Kind(row["kind"]),
                parent=row["parent"] or None,
                point=_point(row),
                valid_from=_day(row["valid_from"]),
                valid_to=_day(row["valid_to"]),
                other_names=self._other_names.get(row["code"], ()),
                source=self._citation(row["source"]),
            )

    def _towns(self) -> Iterator[Place]:
        for row in self._rows("towns.csv"):
            code = town_code(row["name"], row["district"])
            yield Place(
                code=code,
                name=row["name"],
                kind=Kind.TOWN,
                parent=row["district"],
                point=_point(row),
                other_names=self._other_names.get(code, ()),
                source=self._citation(row["source"]),
            )

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        with self._path(name).open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def _path(self, name: str) -> Path:
        path = self.folder / name
        if not path.exists():
            raise NoPlaceFiles(f"There is no {name} in {self.folder}.")
        return path


def town_code(name: str, district: str) -> str:
    """Stable as long as the town keeps its name and its district: it is an address on the web."""
    slug = slugify(name.replace(".", "").replace("'", ""))[:_TOWN_SLUG_LENGTH].strip("-")
    return f"town.{slug}.{district}"


def _point(row: dict[str, str]) -> Point | None:
    if not row["latitude"]:
        return None
    return Point(float(row["latitude"]), float(row["longitude"]))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
