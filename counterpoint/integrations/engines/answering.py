"""One question answered from one generation: the legs, their fusion, the page asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from counterpoint.domain.matching.engine import CANDIDATES, Found, Hit, SearchQuery
from counterpoint.domain.matching.fusion import reciprocal_rank_fusion
from counterpoint.integrations.engines.manifest import Manifest
from counterpoint.integrations.engines.spaces import Compared, Placed, Rows
from counterpoint.integrations.engines.store import Filters, Handle, Ranked, StoreReader
from counterpoint.integrations.engines.vectors import Floats

# When the filters leave no more than this, only what they leave is compared.
MOST_LISTED = 5_000
# Below this cosine two texts have nothing to do with each other.
LEAST_LIKENESS = 0.05

HashableFilters = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass
class Legs:
    """What the legs have found so far: rankings, and what is known of each row."""

    rankings: list[Sequence[int]] = field(default_factory=list)
    handles: dict[int, Handle] = field(default_factory=dict)
    wording: dict[int, float] = field(default_factory=dict)

    def add(self, ranked: Ranked) -> None:
        self.rankings.append(ranked.rows)
        self.handles.update(zip(ranked.rows, ranked.handles, strict=True))


class Reading:
    """One commit of one generation, open for questions."""

    def __init__(
        self, manifest: Manifest, store: StoreReader, spaces: tuple[Placed, ...]
    ) -> None:
        self.manifest = manifest
        self.store = store
        self.spaces = spaces
        self._listed = lru_cache(maxsize=64)(self._list)

    def answer(self, query: SearchQuery) -> Found:
        if not query.limit:
            return Found((), *self._total_and_counts(query, 0))
        legs = Legs()
        words = self.store.by_words(query, CANDIDATES)
        if query.text.strip() or query.concepts or query.places:
            legs.add(words)
            legs.add(self.store.by_codes(query, CANDIDATES))
            self._add_near(query, legs)
        else:
            legs.add(self.store.newest(query, query.offset + query.limit))
        fused = reciprocal_rank_fusion(legs.rankings)[query.offset :][: query.limit]
        total, counts = self._total_and_counts(query, len(fused))
        return Found(self._hits(query, fused, legs, words), total, counts)

    def _total_and_counts(
        self, query: SearchQuery, found: int
    ) -> tuple[int, dict[str, dict[str, int]]]:
        """Counting costs more than finding, so it is done only when asked for."""
        if not query.counts:
            return found, {}
        total, counts = self.store.total_and_counts(query)
        return max(total, found), counts

    def _add_near(self, query: SearchQuery, legs: Legs) -> None:
        """Likeness of meaning: among what the filters leave when that is little, among everything
        when that is not too much, and otherwise among what the other legs have found."""
        listed = self._listed(_hashable(query.filters)) if query.filters else None
        pool = legs.handles if listed is None else listed
        among = np.fromiter(pool, dtype=np.int64, count=len(pool))
        for placed in self.spaces:
            if listed is None and placed.is_small:
                self._add_checked(placed.likeness(query.text, None), query.filters, legs)
            else:
                _add_compared(
                    placed.likeness(query.text, among), pool, legs, placed.space.trust
                )

    def _add_checked(self, compared: Compared | None, filters: Filters, legs: Legs) -> None:
        """Vectors of records that were replaced stay until the next rebuild: only living ones count."""
        if compared is None:
            return
        rows, likeness = compared
        nearest = [_nearest(rows, line, 2 * CANDIDATES) for line in likeness]
        living = self.store.living(list({row for line in nearest for row in line}), filters)
        legs.handles |= living
        legs.rankings += [
            [row for row in line if row in living][:CANDIDATES] for line in nearest
        ]

    def _list(self, filters: HashableFilters) -> dict[int, Handle] | None:
        found = self.store.within(dict(filters), MOST_LISTED)
        return None if found is None else dict(zip(found.rows, found.handles, strict=True))

    def _hits(
        self, query: SearchQuery, fused: list[tuple[int, float]], legs: Legs, words: Ranked
    ) -> tuple[Hit, ...]:
        rows = [row for row, _ in fused]
        kept = self.store.fetch([legs.handles[row] for row in rows])
        lexical = {
            row: min(1.0, score / words.full_score)
            for row, score in zip(words.rows, words.scores, strict=True)
        }
        wording = self._wording(query.text, rows, legs)
        return tuple(
            Hit(each.key, each.stored, score, wording.get(row, 0.0), lexical.get(row, 0.0))
            for (row, score), each in zip(fused, kept, strict=True)
        )

    def _wording(self, text: str, rows: list[int], legs: Legs) -> dict[int, float]:
        if not legs.wording and rows:
            asked = np.array(rows, dtype=np.int64)
            for placed in self.spaces:
                compared = placed.likeness(text, asked)
                if compared is not None:
                    _note_wording(legs, *compared, placed.space.trust)
        return legs.wording


def _add_compared(
    compared: Compared | None, known: Mapping[int, Handle], legs: Legs, trust: float
) -> None:
    if compared is None:
        return
    rows, likeness = compared
    for line in likeness:
        nearest = _nearest(rows, line, CANDIDATES)
        legs.rankings.append(nearest)
        legs.handles |= {row: known[row] for row in nearest}
    _note_wording(legs, rows, likeness, trust)


def _hashable(filters: Filters) -> HashableFilters:
    return tuple(sorted(filters.items()))


def _note_wording(legs: Legs, rows: Rows, likeness: Floats, trust: float) -> None:
    """The mean cosine over the grains; of several spaces, the one that sees more in common."""
    means = (np.maximum(likeness.mean(axis=0), 0.0) * trust).tolist()
    for row, mean in zip(rows.tolist(), means, strict=True):
        legs.wording[row] = max(mean, legs.wording.get(row, 0.0))


def _nearest(rows: Rows, likeness: Floats, limit: int) -> list[int]:
    if len(likeness) > limit:
        chosen = np.argpartition(-likeness, limit)[:limit]
    else:
        chosen = np.arange(len(likeness))
    chosen = chosen[likeness[chosen] > LEAST_LIKENESS]
    # Equal likeness: the lower row first, so that two runs give the same order.
    nearest: list[int] = rows[chosen[np.lexsort((rows[chosen], -likeness[chosen]))]].tolist()
    return nearest
