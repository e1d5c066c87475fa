"""How far the outbox has been read, as a text that an index can keep.

Rows of the outbox get their numbers before their transactions end, so on PostgreSQL a lower number
may become visible after a higher one. Numbers that were passed by are therefore looked for again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

# A transaction that is still open has had so many numbers taken after it at most; older gaps are
# those of transactions that were rolled back.
MOST_GAPS = 1_000


@dataclass(frozen=True)
class Position:
    upto: int = 0
    gaps: tuple[int, ...] = field(default=())

    @classmethod
    def parse(cls, text: str) -> "Position":
        upto, _, gaps = text.partition(";")
        if not upto.isdecimal():
            return cls()
        return cls(int(upto), tuple(int(gap) for gap in gaps.split(",") if gap.isdecimal()))

    def __str__(self) -> str:
        return f"{self.upto};{','.join(map(str, self.gaps))}" if self.gaps else str(self.upto)

    def after(self, seen: Iterable[int]) -> "Position":
        numbers = set(seen)
        upto = max(numbers | {self.upto})
        passed = set(range(max(self.upto + 1, upto - MOST_GAPS), upto))
        gaps = sorted((passed | set(self.gaps)) - numbers)
        return Position(upto, tuple(gaps[-MOST_GAPS:]))
