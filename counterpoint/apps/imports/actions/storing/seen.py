"""Which marks came by before in a file of any length, in eight bytes each."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np

Marks = np.ndarray[tuple[int], np.dtype[np.uint64]]


class Seen:
    """A set that only grows. Python's own takes 65 MB for a million marks, this takes 8.

    Sorted runs of doubling length; two runs of like length become one, so a lookup searches
    few. Two different marks among a million share their eight bytes once in 37 million files.
    """

    def __init__(self) -> None:
        self.runs: list[Marks] = []
        self.fresh: set[int] = set()

    def __contains__(self, mark: str) -> bool:
        number = _number(mark)
        if number in self.fresh:
            return True
        wanted = np.uint64(number)
        return any(_holds(run, wanted) for run in self.runs)

    def add(self, mark: str) -> None:
        self.fresh.add(_number(mark))
        if len(self.fresh) >= FRESH:
            self._settle()

    def _settle(self) -> None:
        run = np.sort(np.fromiter(self.fresh, dtype=np.uint64, count=len(self.fresh)))
        self.fresh = set()
        while self.runs and len(self.runs[-1]) <= len(run):
            run = np.sort(np.concatenate([self.runs.pop(), run]))
        self.runs.append(run)


FRESH = 20_000


def _number(mark: str) -> int:
    return int.from_bytes(blake2b(mark.encode(), digest_size=8).digest())


def _holds(run: Marks, wanted: np.uint64) -> bool:
    place = int(np.searchsorted(run, wanted))
    return place < len(run) and bool(run[place] == wanted)
