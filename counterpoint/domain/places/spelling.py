"""Which name was probably meant: typing slips in names long enough to be told apart."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from counterpoint.domain.places.naming import key

# rapidfuzz's ratio, 0 to 100. One wrong letter in a name of eight gives 87 to 94.
WORTH_SUGGESTING = 72.0
PROBABLY_MEANT = 86.0
SURELY_MEANT = 90.0
LEAD_OVER_NEXT = 3.0
MOST_KEPT = 10_000  # a process that runs for months must not grow by what it reads
SHORTEST_MENDED = 6
SHORTEST_TOWN_MENDED = 8  # "Action" is not Acton


class Spelling:
    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names)
        self._known: dict[str, tuple[tuple[str, float], ...]] = {}

    def nearest(self, written: str, limit: int = 3) -> tuple[tuple[str, float], ...]:
        """Names like this one with their likeness, likest first."""
        folded = key(written)
        if folded not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[folded] = tuple(
                (name, score)
                for name, score, _ in process.extract(
                    folded,
                    self._names,
                    scorer=fuzz.ratio,
                    score_cutoff=WORTH_SUGGESTING,
                    limit=5,
                )
            )
        return self._known[folded][:limit]

    def meant(self, written: str) -> tuple[str, float] | None:
        """The one name that was plainly meant, or none."""
        folded = key(written)
        if len(folded) < SHORTEST_MENDED:
            return None
        nearest = self.nearest(written, limit=2)
        if not nearest or nearest[0][1] < PROBABLY_MEANT or nearest[0][0][0] != folded[0]:
            return None
        if len(nearest) > 1 and nearest[0][1] - nearest[1][1] < LEAD_OVER_NEXT:
            return None
        return nearest[0]
