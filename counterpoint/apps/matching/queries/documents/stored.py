"""What the index keeps of a record to weigh it by, as a text and back.

Kept beside the words so that two hundred candidates are weighed without asking the database; what
is shown of the best twenty is read from the database, which is the authority.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from counterpoint.apps.matching.queries.localities import Localities
from counterpoint.domain.matching.engine import Hit
from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.matching.statement import (
    Candidate,
    Doubt,
    Locality,
    PastWork,
    Reach,
    Side,
    Term,
)

# Fainter hints of a record add up to next to nothing, and there are many of them.
MOST_HINTS = 16


@dataclass(frozen=True)
class Facts:
    """A record as a document is made from it."""

    kind: str
    number: int
    side: Side
    title: str
    text: str
    terms: tuple[Term, ...] = ()
    places: tuple[tuple[str, float | None, float | None], ...] = ()
    covers: tuple[str, ...] = ()
    travel_km: int | None = None
    is_online: bool = False
    people: int | None = None
    money: Decimal | None = None
    has_safeguarding: bool | None = None
    has_insurance: bool | None = None
    verified_on: date | None = None
    updated_on: date | None = None
    past_work: dict[str, PastWork] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    source: str = ""
    year: int | None = None


def kept(facts: Facts, span: dict[str, float], ease: float | None) -> str:
    return json.dumps(
        _without_blanks(_values(facts, span) | {"ease": ease and round(ease, 4)}),
        separators=(",", ":"),
    )


def candidate(hit: Hit, meaning: Meaning, localities: Localities, side: Side) -> Candidate:
    values = json.loads(hit.stored)
    return Candidate(
        key=hit.key,
        kind=values["kind"],
        side=side,
        title=values.get("title", ""),
        terms=tuple(_terms(values.get("terms", ()), meaning)),
        localities=tuple(_places(values.get("places", ()), localities)),
        reach=Reach(
            covers=tuple(_places(((code,) for code in values.get("covers", ())), localities)),
            travel_km=values.get("travel_km"),
            is_online=values.get("is_online", False),
        ),
        people=values.get("people"),
        money=Decimal(values["money"]) if "money" in values else None,
        has_safeguarding=values.get("has_safeguarding"),
        has_insurance=values.get("has_insurance"),
        verified_on=_day(values.get("verified_on")),
        updated_on=_day(values.get("updated_on")),
        past_work={
            code: PastWork(*past) for code, past in values.get("past_work", {}).items()
        },
        span=values.get("span", {}),
        ease=values.get("ease"),
        doubts=tuple(Doubt(says, sure) for says, sure in values.get("doubts", ())),
        source=values.get("source", ""),
        wording=hit.wording,
        lexical=hit.lexical,
    )


def _values(facts: Facts, span: dict[str, float]) -> dict[str, Any]:
    said = [term for term in facts.terms if not term.is_hint]
    hints = [term for term in facts.terms if term.is_hint][:MOST_HINTS]
    return {
        "kind": facts.kind,
        "title": facts.title,
        "terms": [
            [term.code, round(term.strength, 3), list(term.words), int(term.is_hint)]
            for term in (*said, *hints)
        ],
        "span": {kind: round(length, 4) for kind, length in span.items()},
        "places": [list(place) for place in facts.places],
        "covers": list(facts.covers),
        "travel_km": facts.travel_km,
        "is_online": facts.is_online or None,
        "people": facts.people,
        "money": str(facts.money) if facts.money is not None else None,
        "has_safeguarding": facts.has_safeguarding,
        "has_insurance": facts.has_insurance,
        "verified_on": facts.verified_on.isoformat() if facts.verified_on else None,
        "updated_on": facts.updated_on.isoformat() if facts.updated_on else None,
        "past_work": {
            code: list(asdict(past).values()) for code, past in facts.past_work.items()
        },
        "doubts": [[doubt.says, doubt.is_sure] for doubt in facts.doubts],
        "source": facts.source,
    }


def _without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _terms(written: Iterable[Any], meaning: Meaning) -> Iterable[Term]:
    known = meaning.vocabulary
    for code, strength, words, is_hint in written:
        concept = known.get(code)
        if concept is not None:
            # StrEnum: the member is its value, and asking it for `.value` takes a call.
            yield Term(code, concept.kind, concept.name, strength, tuple(words), bool(is_hint))


def _places(written: Iterable[Any], localities: Localities) -> Iterable[Locality]:
    for code, *point in written:
        place = localities.of_code(code)
        if place is None:
            continue
        if point and None not in point:
            place = replace(place, latitude=point[0], longitude=point[1])
        yield place


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
