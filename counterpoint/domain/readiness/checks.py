"""A readiness check in proportion to the contract, and the quality principles beside it.

The check counts what is in place; it gives no mark. The eight principles of the Creative Health
Quality Framework (Culture, Health and Wellbeing Alliance, 2023) are for shared reflection and are
expressly no accreditation, so here they are questions without answers that could be added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.faults import Fault


class Applies(StrEnum):
    """Whose matter an item is."""

    EVERYBODY = "everybody"
    ORGANISATION = "organisation"
    FREELANCER = "freelancer"
    VULNERABLE = "vulnerable"
    DATA = "data"


class Standing(StrEnum):
    """How far somebody is with an item."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Item:
    code: str
    title: str
    why: str
    enough: str
    from_amount: Decimal
    applies: Applies
    step: str
    guides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Principle:
    code: str
    title: str
    question: str


@dataclass(frozen=True, slots=True)
class Checklist:
    items: tuple[Item, ...]
    principles: tuple[Principle, ...]
    source_name: str
    source_address: str


@dataclass(frozen=True, slots=True)
class Situation:
    """The contract in mind, in pounds a year, and who would carry it out."""

    amount: Decimal
    is_freelancer: bool = False
    works_with_people_at_risk: bool = True
    keeps_details: bool = True


def asked_for(items: Iterable[Item], situation: Situation) -> list[Item]:
    """What is likely to be asked for: more for more money, and only what applies."""
    is_whose = {
        Applies.EVERYBODY: True,
        Applies.ORGANISATION: not situation.is_freelancer,
        Applies.FREELANCER: situation.is_freelancer,
        Applies.VULNERABLE: situation.works_with_people_at_risk,
        Applies.DATA: situation.keeps_details,
    }
    return [
        item
        for item in items
        if is_whose[item.applies] and situation.amount >= item.from_amount
    ]


@dataclass(frozen=True, slots=True)
class Result:
    """Items by how far they are. What was not answered is not counted as missing."""

    in_place: tuple[Item, ...]
    begun: tuple[Item, ...]
    missing: tuple[Item, ...]
    unanswered: tuple[Item, ...]

    @property
    def gaps(self) -> tuple[Item, ...]:
        """What to do something about: nothing yet before what is begun."""
        return (*self.missing, *self.begun)

    @property
    def is_answered(self) -> bool:
        return bool(self.in_place or self.begun or self.missing)


def result(asked: Sequence[Item], standing: Mapping[str, Standing]) -> Result:
    def those(wanted: Standing | None) -> tuple[Item, ...]:
        return tuple(item for item in asked if standing.get(item.code) is wanted)

    return Result(those(Standing.YES), those(Standing.PARTLY), those(Standing.NO), those(None))


def checklist_of(file: str, written: Mapping[str, object], faults: list[Fault]) -> Checklist:
    whole = Entry(written, file, "", faults)
    whole.expect_only({"editors", "items", "principles"})
    principles = whole.part("principles", written.get("principles") or {})
    source = principles and principles.part("source", principles.fields.get("source") or {})
    return Checklist(
        tuple(_item(part) for part in whole.parts("items")),
        tuple(_principle(part) for part in principles.parts("list")) if principles else (),
        source.text("name", is_required=True) if source else "",
        source.text("address", is_required=True) if source else "",
    )


def _item(part: Entry) -> Item:
    part.expect_only(
        {"code", "title", "why", "enough", "from_amount", "applies", "step", "guides"}
    )
    amount = part.fields.get("from_amount")
    if not isinstance(amount, int) or isinstance(amount, bool) or amount < 0:
        part.fault("from_amount", f"{amount!r} is no sum of pounds.", "Write a whole number.")
        amount = 0
    return Item(
        code=part.text("code", is_required=True),
        title=part.text("title", is_required=True),
        why=part.text("why", is_required=True),
        enough=part.text("enough", is_required=True),
        from_amount=Decimal(amount),
        applies=part.choice("applies", Applies) or Applies.EVERYBODY,
        step=part.text("step", is_required=True),
        guides=part.texts("guides"),
    )


def _principle(part: Entry) -> Principle:
    part.expect_only({"code", "title", "question"})
    return Principle(
        part.text("code", is_required=True),
        part.text("title", is_required=True),
        part.text("question", is_required=True),
    )
