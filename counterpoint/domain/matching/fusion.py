"""Several rankings of the same records made one.

Reciprocal rank fusion: Cormack, Clarke and Buettcher, "Reciprocal rank fusion outperforms Condorcet
and individual rank learning methods", SIGIR 2009, from which the constant is taken, untuned.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = 60

Key = TypeVar("Key", bound=Hashable)


def reciprocal_rank_fusion(
    rankings: Iterable[Sequence[Key]], k: int = K
) -> list[tuple[Key, float]]:
    """Each key with its fused score, best first; equal scores keep the order of first mention."""
    scores: dict[Key, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + 1.0 / (k + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
