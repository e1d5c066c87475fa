from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counterpoint.domain.places.points import Point


class Kind(StrEnum):
    """From the widest to the narrowest: where two places share a name, the earlier is meant."""

    COUNTRY = "country"
    NATION = "nation"
    REGION = "region"
    COUNTY = "county"
    DISTRICT = "district"
    AUTHORITY = "authority"
    BOARD = "board"
    SUB_BOARD = "sub_board"
    TOWN = "town"
    CCG = "ccg"


RANK = {kind: rank for rank, kind in enumerate(Kind)}


class Use(StrEnum):
    """What kind of name it is. Codes are found by who asks for them, never read out of a text."""

    USUAL = "usual"
    FORMER = "former"
    CODE = "code"


class How(StrEnum):
    OVERLAPS = "overlaps"
    SUCCEEDED_BY = "succeeded_by"


@dataclass(frozen=True, slots=True)
class OtherName:
    name: str
    language: str = "en"
    use: Use = Use.USUAL


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str
    kind: Kind
    parent: str | None = None
    point: Point | None = None
    valid_from: date | None = None
    valid_to: date | None = None  # the last day
    other_names: tuple[OtherName, ...] = ()
    source: str = ""

    def existed_on(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    @property
    def has_ended(self) -> bool:
        return self.valid_to is not None


@dataclass(frozen=True, slots=True)
class Link:
    """`place` lies partly in `other`, or was succeeded by it."""

    place: str
    other: str
    how: How
    share: float | None = None  # for an overlap: the part of `place` that lies in `other`
    on: date | None = None  # for a succession: the successor's first day
    source: str = ""
