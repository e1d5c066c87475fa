"""What somebody says they need or can offer, and what a record says, as values to compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Side(StrEnum):
    NEED = "need"
    OFFER = "offer"

    @property
    def other(self) -> "Side":
        return Side.OFFER if self is Side.NEED else Side.NEED


class Term(NamedTuple):
    """A concept as one text speaks of it. Thousands are read for one page of matches."""

    code: str
    kind: str
    name: str
    strength: float = 1.0
    words: tuple[str, ...] = ()  # as written; empty when a person chose the term
    # Not said, only pointed to by single words: "teeth and vegetables" and healthy eating.
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class Locality:
    """A place that a text or a record names, with all that it lies in, the nearest first."""

    code: str
    name: str
    within: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    kind: str = ""  # a Kind of `domain.places`


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an offer goes: areas that it covers, kilometres that it travels, or online."""

    covers: tuple[Locality, ...] = ()
    travel_km: int | None = None
    is_online: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that mean something else than they seem to, or that may."""

    says: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class PastWork:
    """Published awards for work on one concept: how many, and the latest of them."""

    count: int
    title: str
    funder: str = ""
    year: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    side: Side
    text: str
    terms: tuple[Term, ...] = ()
    localities: tuple[Locality, ...] = ()
    reach: Reach = Reach()
    people: int | None = None
    money: Decimal | None = None  # the budget of a need, the price of an offer


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that retrieval brought, with what is needed to weigh it."""

    key: str
    kind: str
    side: Side
    title: str = ""
    terms: tuple[Term, ...] = ()
    localities: tuple[Locality, ...] = ()
    reach: Reach = Reach()
    people: int | None = None
    money: Decimal | None = None
    has_safeguarding: bool | None = None  # None: not a record that would say so
    has_insurance: bool | None = None
    verified_on: date | None = None
    updated_on: date | None = None
    past_work: Mapping[str, PastWork] = field(default_factory=dict)  # by concept code
    span: Mapping[str, float] = field(default_factory=dict)  # see `meaning.span`
    ease: float | None = None  # of a need: see `Meaning.ease`
    doubts: tuple[Doubt, ...] = ()
    source: str = ""
    wording: float = 0.0
    lexical: float = 0.0
