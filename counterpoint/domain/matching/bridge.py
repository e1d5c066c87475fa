"""The vocabulary as weighing sees it: what answers what, and how telling a concept is."""

from collections.abc import Iterable

from counterpoint.domain.vocabulary.concepts import Vocabulary
from counterpoint.domain.vocabulary.crosswalk import Crosswalk, Link

# "Less loneliness" says more than "better wellbeing", of which it is a part.
MORE_FOR_EACH_STEP = 0.5
MOST_STEPS = 3


class Bridge:
    def __init__(self, vocabulary: Vocabulary, crosswalk: Crosswalk) -> None:
        self._vocabulary = vocabulary
        self._crosswalk = crosswalk

    def link(self, needed: str, offered: str) -> Link | None:
        return self._crosswalk.link(needed, offered)

    def telling(self, code: str) -> float:
        """1 for the widest concepts, more for each step down the tree."""
        return 1 + MORE_FOR_EACH_STEP * min(len(self.above(code)), MOST_STEPS)

    def above(self, code: str) -> tuple[str, ...]:
        """The wider concepts, the nearest first."""
        found: list[str] = []
        concept = self._vocabulary.get(code)
        while concept and concept.broader and concept.broader not in found:
            found.append(concept.broader)
            concept = self._vocabulary.get(concept.broader)
        return tuple(found)

    def answerable(self, offered: Iterable[str], *, least: float) -> dict[str, float]:
        """Every need that these offered concepts can answer at least so well."""
        best: dict[str, float] = {}
        for code in offered:
            for needed, link in self._crosswalk.needs_around(code).items():
                if link.weight >= least:
                    best[needed] = max(link.weight, best.get(needed, 0.0))
        return best
