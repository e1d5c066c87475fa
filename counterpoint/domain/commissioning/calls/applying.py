"""Where an application stands, and what may be done with it there.

What was sent is a copy: the applicant may go on writing and send again until the deadline, and the
last that was sent is what counts. An application that was never sent is never read by anybody else.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from counterpoint.domain.refusals import Conflict


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    INVITED = "invited"
    NOT_INVITED = "not-invited"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"


class Act(StrEnum):
    WRITE = "write"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    INVITE = "invite"
    TURN_DOWN = "turn-down"
    EXCLUDE = "exclude"


RULES: Mapping[Act, tuple[frozenset[State], State | None]] = MappingProxyType(
    {
        Act.WRITE: (
            frozenset({State.DRAFT, State.SUBMITTED, State.INVITED, State.WITHDRAWN}),
            None,
        ),
        Act.SUBMIT: (
            frozenset({State.DRAFT, State.SUBMITTED, State.INVITED, State.WITHDRAWN}),
            State.SUBMITTED,
        ),
        Act.WITHDRAW: (frozenset({State.SUBMITTED, State.INVITED}), State.WITHDRAWN),
        Act.INVITE: (frozenset({State.SUBMITTED}), State.INVITED),
        Act.TURN_DOWN: (frozenset({State.SUBMITTED}), State.NOT_INVITED),
        Act.EXCLUDE: (frozenset({State.SUBMITTED}), State.INELIGIBLE),
    }
)
SENTENCES: Mapping[Act, str] = MappingProxyType(
    {
        Act.WRITE: "This application is settled: nothing can be written into it.",
        Act.SUBMIT: "This application is settled: it cannot be sent again.",
        Act.WITHDRAW: "Only an application that was sent can be withdrawn.",
        Act.INVITE: "Only an expression of interest that was sent can be invited.",
        Act.TURN_DOWN: "Only an expression of interest that was sent can be turned down.",
        Act.EXCLUDE: "Only an application that was sent can be found ineligible.",
    }
)


class ApplicationSettled(Conflict):
    """The application is not where this can be done."""


def check_may(act: Act, state: State) -> State | None:
    """The state that the act leads to."""
    at, to = RULES[act]
    if state not in at:
        raise ApplicationSettled(SENTENCES[act])
    return to
