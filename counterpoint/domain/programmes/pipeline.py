"""How far a locality or pilot has come: from desk research to a strategic partnership.

The states are those that real localities went through. A locality may skip states and may come
back from "at risk"; nothing follows "ended". A move is dated as exactly as its source dates it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from counterpoint.domain.programmes.when import When
from counterpoint.domain.refusals import Conflict


class State(Enum):
    RESEARCH = "research"
    CONVERSATION = "conversation"
    SEAT = "seat"
    PLAN = "plan"
    PILOT = "pilot"
    SECOND_FUNDER = "second-funder"
    COMMISSION = "commission"
    PARTNERSHIP = "partnership"
    AT_RISK = "at-risk"
    ENDED = "ended"


ORDER: tuple[State, ...] = tuple(State)
QUIET_FOR = timedelta(days=548)  # eighteen months


class AlreadyEnded(Conflict):
    sentence = "This has ended: nothing comes after that."
    advice = "If it was taken up again, take the end off first."


@dataclass(frozen=True)
class Move:
    state: State
    on: When | None  # None where no source says when


def in_time(moves: Iterable[Move]) -> list[Move]:
    """Earliest first. One without a date stands before the first that is further than it."""
    known = list(moves)
    ordered = sorted((one for one in known if one.on), key=_moment)
    for move in sorted((one for one in known if not one.on), key=_moment):
        later = (n for n, one in enumerate(ordered) if _step(one) > _step(move))
        ordered.insert(next(later, len(ordered)), move)
    return ordered


def now_at(moves: Sequence[Move]) -> State | None:
    ordered = in_time(moves)
    return ordered[-1].state if ordered else None


def check_may_move(moves: Sequence[Move], new: Move) -> None:
    """A move may be recorded late, but not after the end."""
    for move in moves:
        if move.state is State.ENDED and not _is_before(new, move):
            raise AlreadyEnded


def is_stalled(moves: Sequence[Move], today: date) -> bool:
    """Under way, and nothing happened for eighteen months as far as anybody recorded."""
    dated = [move for move in moves if move.on is not None]
    if not dated or now_at(moves) in (State.ENDED, State.PARTNERSHIP):
        return False
    last = max(move.on.last_day for move in dated if move.on)
    return today - last > QUIET_FOR


def _is_before(one: Move, other: Move) -> bool:
    return bool(one.on and other.on and one.on.first_day <= other.on.last_day)


def _moment(move: Move) -> tuple[date, int]:
    return (move.on.first_day if move.on else date.max, _step(move))


def _step(move: Move) -> int:
    return ORDER.index(move.state)
