"""Where a call stands, and what may be done with it there.

A call's own state moves by what people do. Whether an open call still takes applications is a matter
of the clock alone: nobody has to be awake at the deadline. The table below is the whole rule; the
state diagram in the docs is printed from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from counterpoint.domain.refusals import Conflict


class State(StrEnum):
    """What is stored. `PUBLISHED` is announced, open or closed by the clock."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ASSESSING = "assessing"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


class Standing(StrEnum):
    """What a reader is told."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    ASSESSING = "assessing"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


class Act(StrEnum):
    EDIT = "edit"
    PUBLISH = "publish"
    AMEND = "amend"
    EXTEND = "extend"
    ASK = "ask"
    ANSWER = "answer"
    INVITE = "invite"
    APPLY = "apply"
    WITHDRAW = "withdraw"
    READVERTISE = "readvertise"
    ASSESS = "assess"
    DECIDE = "decide"
    AWARD = "award"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the act may be done, and the state that it leads to; None leaves it as it was."""

    at: frozenset[Standing]
    to: State | None = None


S = Standing
RULES: Mapping[Act, Rule] = MappingProxyType(
    {
        Act.EDIT: Rule(frozenset({S.DRAFT})),
        Act.PUBLISH: Rule(frozenset({S.DRAFT}), State.PUBLISHED),
        Act.AMEND: Rule(frozenset({S.ANNOUNCED, S.OPEN})),
        Act.EXTEND: Rule(frozenset({S.ANNOUNCED, S.OPEN, S.CLOSED})),
        Act.ASK: Rule(frozenset({S.ANNOUNCED, S.OPEN})),
        Act.ANSWER: Rule(frozenset({S.ANNOUNCED, S.OPEN, S.CLOSED})),
        Act.INVITE: Rule(frozenset({S.ANNOUNCED, S.OPEN})),
        Act.APPLY: Rule(frozenset({S.OPEN})),
        Act.WITHDRAW: Rule(
            frozenset({S.ANNOUNCED, S.OPEN, S.CLOSED, S.ASSESSING}), State.WITHDRAWN
        ),
        Act.SPLIT: Rule(frozenset({S.CLOSED})),
        Act.READVERTISE: Rule(frozenset({S.CLOSED, S.ASSESSING}), State.REPLACED),
        Act.ASSESS: Rule(frozenset({S.CLOSED}), State.ASSESSING),
        Act.AWARD: Rule(frozenset({S.ASSESSING})),
        Act.DECIDE: Rule(frozenset({S.ASSESSING}), State.DECIDED),
    }
)

SENTENCES: Mapping[Act, str] = MappingProxyType(
    {
        Act.EDIT: "A published call is not edited: amend it, so that everybody is told.",
        Act.PUBLISH: "This call is published already.",
        Act.AMEND: "A call is amended while it is announced or open.",
        Act.EXTEND: "A deadline is moved before applications are opened, not after.",
        Act.ASK: "Questions are taken until the call closes.",
        Act.ANSWER: "Questions are answered before applications are opened.",
        Act.INVITE: "Invitations go out while the call is announced or open.",
        Act.APPLY: "This call does not take applications now.",
        Act.WITHDRAW: "Only a published call that is not decided can be withdrawn.",
        Act.SPLIT: "A lot is split when the call has closed and nothing is opened yet.",
        Act.READVERTISE: "A call is advertised again when it has closed without being decided.",
        Act.ASSESS: "Applications are opened once, after the deadline.",
        Act.AWARD: "Awards are put together while applications are being assessed.",
        Act.DECIDE: "A call is decided once, after its applications were assessed.",
    }
)


class WrongTime(Conflict):
    """The call is not where this can be done."""

    def __init__(self, act: Act, standing: Standing) -> None:
        self.act, self.standing = act, standing
        super().__init__(SENTENCES[act])


def standing(
    state: State, opens_at: datetime | None, closes_at: datetime | None, at: datetime
) -> Standing:
    """`closes_at` is the last moment that counts, any grace included."""
    if state is not State.PUBLISHED:
        return Standing(state.value)
    if opens_at is not None and at < opens_at:
        return Standing.ANNOUNCED
    if closes_at is not None and at > closes_at:
        return Standing.CLOSED
    return Standing.OPEN


def may(act: Act, at: Standing) -> bool:
    return at in RULES[act].at


def check_may(act: Act, at: Standing) -> State | None:
    """The state that the act leads to."""
    if not may(act, at):
        raise WrongTime(act, at)
    return RULES[act].to
