"""An agreement from its draft to its end, and the reporting that its size bears.

Both sides sign: the first signature offers it to the other side as it stands, and nothing of it changes
between the two. What changes later is a variation, which both sides sign as well; nothing is written
over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from counterpoint.domain.commissioning.effort import reporting_for
from counterpoint.domain.refusals import Conflict


class State(StrEnum):
    DRAFT = "draft"
    OFFERED = "offered"
    ACTIVE = "active"
    ENDED = "ended"
    TERMINATED = "terminated"


class Act(StrEnum):
    EDIT = "edit"
    OFFER = "offer"
    TAKE_BACK = "take-back"
    SIGN = "sign"
    VARY = "vary"
    PAY = "pay"
    REPORT = "report"
    SUBGRANT = "subgrant"
    END = "end"
    TERMINATE = "terminate"


S = State
RULES: Mapping[Act, tuple[frozenset[State], State | None]] = MappingProxyType(
    {
        Act.EDIT: (frozenset({S.DRAFT}), None),
        Act.OFFER: (frozenset({S.DRAFT}), S.OFFERED),
        Act.TAKE_BACK: (frozenset({S.OFFERED}), S.DRAFT),
        Act.SIGN: (frozenset({S.OFFERED}), S.ACTIVE),
        Act.VARY: (frozenset({S.ACTIVE}), None),
        Act.PAY: (frozenset({S.ACTIVE}), None),
        Act.REPORT: (frozenset({S.ACTIVE, S.ENDED}), None),
        Act.SUBGRANT: (frozenset({S.ACTIVE}), None),
        Act.END: (frozenset({S.ACTIVE}), S.ENDED),
        Act.TERMINATE: (frozenset({S.ACTIVE}), S.TERMINATED),
    }
)
SENTENCES: Mapping[Act, str] = MappingProxyType(
    {
        Act.EDIT: "An agreement that was offered is not edited: take it back, or vary it once it runs.",
        Act.OFFER: "This agreement was offered already.",
        Act.TAKE_BACK: "Only an agreement that waits for signatures can be taken back.",
        Act.SIGN: "Only an agreement that was offered can be signed.",
        Act.VARY: "Only an agreement that runs is varied.",
        Act.PAY: "Payments are made while an agreement runs.",
        Act.REPORT: "Returns belong to an agreement that runs or has ended.",
        Act.SUBGRANT: "Sub-grants are given below an agreement that runs.",
        Act.END: "Only an agreement that runs can end.",
        Act.TERMINATE: "Only an agreement that runs can be terminated.",
    }
)


class AgreementElsewhere(Conflict):
    """The agreement is not where this can be done."""


def check_may(act: Act, state: State) -> State | None:
    """The state that the act leads to."""
    at, to = RULES[act]
    if state not in at:
        raise AgreementElsewhere(SENTENCES[act])
    return to


class Graduation(StrEnum):
    """How far a sub-grant has come: hoped for in Kent's innovation grants, and recorded there."""

    GRANT = "grant"
    NETWORK = "network"
    CORE = "core"


@dataclass(frozen=True, slots=True)
class Duty:
    title: str
    due_on: date
    hours: Decimal


# What a return takes, in hours; ours to propose and the parties' to change.
SHORT_RETURN_HOURS, RETURN_HOURS, MEASURES_HOURS = Decimal(2), Decimal(3), Decimal(2)


def duties_for(award: Decimal, begins: date, ends: date) -> tuple[Duty, ...]:
    """What an award of this size bears: one short return, or one a quarter with measures."""
    bears = reporting_for(award)
    if bears.returns_each_year is None:
        return (Duty("A short return at the end", ends, SHORT_RETURN_HOURS),)
    hours = RETURN_HOURS + (MEASURES_HOURS if bears.with_measures else Decimal(0))
    return tuple(
        Duty(f"Return {number} with measures", on, hours)
        for number, on in enumerate(_quarters(begins, ends, bears.returns_each_year), start=1)
    )


def _quarters(begins: date, ends: date, each_year: int) -> Sequence[date]:
    months = 12 // each_year
    days: list[date] = []
    year, month = begins.year, begins.month
    while True:
        month += months
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        on = date(year, month, min(begins.day, 28))
        if on >= ends:
            return [*days, ends]
        days.append(on)


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure that a provider returned on an indicator, for a period of its own."""

    indicator: int
    agreement: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Total:
    indicator: int
    value: Decimal | None  # None where it cannot be added
    agreements: int


def rolled_up(reported: Sequence[Reported], adds_up: Mapping[int, bool]) -> dict[int, Total]:
    """By indicator. Numbers of people or sessions add up over a network; a mean or a share does not,
    because it says nothing of how many it is a mean of."""
    found: dict[int, Total] = {}
    for indicator, may_add in adds_up.items():
        mine = [one for one in reported if one.indicator == indicator]
        total = sum((one.value for one in mine), Decimal(0)) if may_add else None
        found[indicator] = Total(indicator, total, len({one.agreement for one in mine}))
    return found
