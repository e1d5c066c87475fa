"""What a book of buying rules holds. The rules themselves are data: see sources/buying."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class Force(StrEnum):
    MUST = "must"  # no other route is open
    MAY = "may"


class Counting(StrEnum):
    """How the day by which a notice is due, or a wait ends, is counted."""

    NONE = "none"  # the rule names no number of days
    DAYS_AFTER = "days_after"
    WORKING_DAYS_AFTER = "working_days_after"
    WORKING_DAYS_BEGINNING_WITH = "working_days_beginning_with"


class Asks(StrEnum):
    CHOICE = "choice"
    MONEY = "money"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    text: str
    hint: str
    asks: Asks
    options: tuple[Option, ...] = ()

    def label_of(self, answer: str) -> str:
        return next((one.label for one in self.options if one.code == answer), answer)


@dataclass(frozen=True, slots=True)
class Reason:
    """What follows from an answer, and where that stands. Unsettled: not checked at its source."""

    text: str
    sources: tuple[str, ...] = ()
    is_unsettled: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    to: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A step that asks, and goes where the answer says; `then` is for whatever was written."""

    question: str
    branches: Mapping[str, Branch]
    then: Branch | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """A step that passes only if the rules had come into force by the day."""

    since: date
    then: Branch
    before: Branch


@dataclass(frozen=True, slots=True)
class Compare:
    """A step that holds the money against the threshold of the day."""

    threshold: str  # may hold {buyer} and {service}, filled from the answers
    counts_lots: bool
    below: Branch
    reached: Branch
    unknown: Branch


@dataclass(frozen=True, slots=True)
class Notice:
    code: str
    name: str
    when: str
    sources: tuple[str, ...]
    counting: Counting = Counting.NONE
    days: int = 0
    is_unsettled: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    code: str
    name: str
    force: Force
    about: str = ""


@dataclass(frozen=True, slots=True)
class Advise:
    """Where a walk ends. Without routes the book says that it does not know the way."""

    title: str
    routes: tuple[Route, ...]
    notices: tuple[str, ...]
    reason: Reason
    remember: tuple[Reason, ...] = ()
    criteria: tuple[str, ...] = ()


Step = Ask | InForce | Compare | Advise


@dataclass(frozen=True, slots=True)
class Threshold:
    code: str
    name: str
    amount: Decimal
    valid_from: date
    valid_to: date | None
    sources: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Rulebook:
    start: str
    sources: Mapping[str, Source]
    questions: Mapping[str, Question]
    steps: Mapping[str, Step]
    notices: Mapping[str, Notice]
    thresholds: tuple[Threshold, ...]

    def threshold(self, code: str, on: date) -> Threshold | None:
        """The sum in force on the day, or None where the book does not know one."""
        return next(
            (one for one in self.thresholds if one.code == code and one.holds_on(on)), None
        )


CURRENCY: Literal["GBP"] = "GBP"
