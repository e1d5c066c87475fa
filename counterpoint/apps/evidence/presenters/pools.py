"""The pooled results of a cell: one for each tier and measure, never two of either in one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.apps.evidence.models import Study
from counterpoint.domain.evidence.effects import RATIOS, Measure, as_printed
from counterpoint.domain.evidence.from_print import from_interval
from counterpoint.domain.evidence.levels import TIERS, Design, Tier
from counterpoint.domain.evidence.pooling import FEWEST_TO_POOL, Pooled, pool


@dataclass(frozen=True)
class PooledRow:
    tier: Tier
    measure: Measure
    pooled: Pooled

    @property
    def words(self) -> str:
        low, middle, high = (
            f"{as_printed(self.measure, value):.2f}"
            for value in (self.pooled.ci_low, self.pooled.estimate, self.pooled.ci_high)
        )
        kind = "ratio, pooled as logarithms" if self.measure in RATIOS else "pooled as printed"
        return f"{self.measure} {middle} (95% CI {low} to {high}; {kind})"


def pools(studies: Iterable[Study]) -> list[PooledRow]:
    """The first printed effect of each study, so that no study counts twice. Reviews are left
    out: they hold the studies that are here already."""
    groups: dict[tuple[Tier, Measure], list[tuple[float, float]]] = defaultdict(list)
    for study in studies:
        tier = TIERS[Design(study.design)]
        effect = next((one for one in study.effects.all() if one.estimate is not None), None)
        if effect is None or tier == Tier.REVIEWS:
            continue
        assert effect.estimate is not None
        assert effect.low is not None
        assert effect.high is not None
        measure = Measure(effect.measure)
        size = from_interval(measure, effect.estimate, effect.low, effect.high)
        groups[tier, measure].append((size.estimate, size.variance))
    return [
        PooledRow(tier, measure, pool([y for y, _v in pairs], [v for _y, v in pairs]))
        for (tier, measure), pairs in groups.items()
        if len(pairs) >= FEWEST_TO_POOL and measure not in (Measure.MD, Measure.CHANGE)
    ]
