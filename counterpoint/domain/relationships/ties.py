"""Ties between organisations, made from what really happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tie:
    one: str
    other: str
    kind: str  # "programme" or "award"
    since: date | None  # None where no source says when

    @property
    def pair(self) -> tuple[str, str]:
        return (self.one, self.other) if self.one < self.other else (self.other, self.one)


def by_then(ties: Iterable[Tie], day: date) -> list[Tie]:
    """What had happened by that day. What has no date cannot be said to have."""
    return [tie for tie in ties if tie.since is not None and tie.since <= day]


def strengths(ties: Iterable[Tie]) -> dict[tuple[str, str], int]:
    """How often each two organisations met, whatever the kind. None is tied to itself."""
    found: dict[tuple[str, str], int] = {}
    for tie in ties:
        if tie.one != tie.other:
            found[tie.pair] = found.get(tie.pair, 0) + 1
    return found


def neighbours(strength: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    near: dict[str, dict[str, int]] = {}
    for (one, other), weight in sorted(strength.items()):
        near.setdefault(one, {})[other] = weight
        near.setdefault(other, {})[one] = weight
    return near
