from dataclasses import dataclass
from enum import StrEnum

from counterpoint.domain.places.points import Point


class Found(StrEnum):
    """How the words led to the place."""

    NAME = "name"
    PART = "part"  # "East Kent": part of the place that is given
    SPELLING = "spelling"
    POSTCODE = "postcode"
    PHRASE = "phrase"  # "nationwide", "online"


class Doubt(StrEnum):
    """Why words that look like a place are not one we know."""

    NO_SUCH_NAME = "no_such_name"
    NO_SUCH_POSTCODE = "no_such_postcode"


@dataclass(frozen=True, slots=True)
class Choice:
    """A place the words may mean instead, with the place it lies in to tell it from the others."""

    code: str
    name: str
    kind: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text. Not certain: ask before narrowing anything by it."""

    code: str
    name: str
    kind: str  # a Kind, or "online"
    words: str  # as written
    start: int
    end: int
    is_certain: bool
    alternatives: tuple[Choice, ...] = ()
    how: Found = Found.NAME
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    words: str
    start: int
    end: int
    doubt: Doubt
    suggestions: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceReading:
    text: str
    mentions: tuple[Mention, ...]
    unknowns: tuple[Unknown, ...]

    @property
    def certain(self) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if mention.is_certain)


@dataclass(frozen=True, slots=True)
class PostcodeArea:
    """The first half of a postcode, with its middle and the district in which that lies."""

    code: str
    point: Point
    district: str | None = None
    town: str = ""
