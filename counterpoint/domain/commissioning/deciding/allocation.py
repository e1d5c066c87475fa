"""Who reads which application: as evenly as interests allow.

Whoever has an interest never gets the application, whatever that does to the balance. With lived
experience asked for, each application gets at least one assessor who has it. It is a flow with lower
and upper bounds, found as an integer programme: each application its number of assessors, the most
that anybody has to read as small as possible.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from counterpoint.domain.refusals import Conflict


class NotEnoughAssessors(Conflict):
    sentence = "There are not enough assessors without an interest."
    advice = "Add somebody to the panel, or ask for fewer readers of each application."


@dataclass(frozen=True, slots=True)
class Reader:
    key: int
    has_lived_experience: bool = False


@dataclass(frozen=True)
class Allocating:
    applications: Sequence[int]
    readers: Sequence[Reader]
    barred: Collection[tuple[int, int]] = ()  # application, reader
    readers_each: int = 2
    lived_each: int = 0
    # Already shared out and begun: these stay.
    kept: Collection[tuple[int, int]] = ()


def allocated(asked: Allocating) -> dict[int, tuple[int, ...]]:
    """The readers of each application, in the order of their keys."""
    if not asked.applications:
        return {}
    _check_possible(asked)
    chosen = _solved(asked)
    pairs = _pairs(asked)
    found: dict[int, list[int]] = {one: [] for one in asked.applications}
    for (application, reader), taken in zip(pairs, chosen, strict=True):
        if taken:
            found[application].append(reader.key)
    return {one: tuple(sorted(readers)) for one, readers in found.items()}


def loads(allocation: dict[int, tuple[int, ...]]) -> dict[int, int]:
    """How many each reads."""
    counted: dict[int, int] = {}
    for readers in allocation.values():
        for reader in readers:
            counted[reader] = counted.get(reader, 0) + 1
    return counted


def _check_possible(asked: Allocating) -> None:
    barred = set(asked.barred)
    for application in asked.applications:
        free = [one for one in asked.readers if (application, one.key) not in barred]
        lived = sum(one.has_lived_experience for one in free)
        if len(free) < asked.readers_each or lived < asked.lived_each:
            raise NotEnoughAssessors


def _pairs(asked: Allocating) -> list[tuple[int, Reader]]:
    return [(one, reader) for one in asked.applications for reader in asked.readers]


def _solved(asked: Allocating) -> list[bool]:
    """One variable a pair, and the largest load as the last one."""
    pairs = _pairs(asked)
    size, count = len(pairs), len(asked.readers)
    barred, kept = set(asked.barred), set(asked.kept)
    rows = lil_matrix((2 * len(asked.applications) + count, size + 1))
    low: list[float] = []
    high: list[float] = []
    for n, application in enumerate(asked.applications):
        begun = sum(one == application for one, _reader in kept)
        for m, reader in enumerate(asked.readers):
            rows[2 * n, n * count + m] = 1
            rows[2 * n + 1, n * count + m] = float(reader.has_lived_experience)
        low += [max(asked.readers_each, begun), asked.lived_each]
        high += [max(asked.readers_each, begun), count]
    for m in range(count):
        row = 2 * len(asked.applications) + m
        for n in range(len(asked.applications)):
            rows[row, n * count + m] = 1
        rows[row, size] = -1
        low.append(-np.inf)
        high.append(0)
    upper = [float((one, reader.key) not in barred) for one, reader in pairs]
    lower = [float((one, reader.key) in kept) for one, reader in pairs]
    aim = np.zeros(size + 1)
    aim[size] = 1
    solved = milp(
        aim,
        constraints=LinearConstraint(rows.tocsr(), low, high),
        integrality=np.ones(size + 1),
        bounds=Bounds([*lower, 0], [*upper, len(asked.applications)]),
    )
    if not solved.success:
        raise NotEnoughAssessors
    return [value > 0.5 for value in solved.x[:size]]
