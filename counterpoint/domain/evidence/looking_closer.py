"""What a pooled result hangs on: one study, the order in which they came, the groups in it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterpoint.domain.evidence.distributions import chi2_tail
from counterpoint.domain.evidence.heterogeneity import Method, cochran_q
from counterpoint.domain.evidence.pooling import Interval, Pooled, pool


@dataclass(frozen=True)
class Subgroups:
    """Each group pooled by itself, and whether they differ more than chance would have it."""

    pooled: Mapping[Hashable, Pooled]
    q_between: float
    p: float


def leave_one_out(
    effects: Sequence[float],
    variances: Sequence[float],
    *,
    method: Method = Method.RESTRICTED_LIKELIHOOD,
    interval: Interval = Interval.GUARDED,
) -> Iterator[Pooled]:
    """The result without each study in turn."""
    for place in range(len(effects)):
        rest = [*effects[:place], *effects[place + 1 :]]
        errors = [*variances[:place], *variances[place + 1 :]]
        yield pool(rest, errors, method=method, interval=interval, even_if_few=True)


def cumulative(
    effects: Sequence[float],
    variances: Sequence[float],
    *,
    method: Method = Method.RESTRICTED_LIKELIHOOD,
    interval: Interval = Interval.GUARDED,
) -> Iterator[Pooled]:
    """The result as it stood after each study, in the order given."""
    for count in range(1, len(effects) + 1):
        yield pool(
            effects[:count],
            variances[:count],
            method=method,
            interval=interval,
            even_if_few=True,
        )


def subgroups(
    effects: Sequence[float],
    variances: Sequence[float],
    groups: Sequence[Hashable],
    *,
    method: Method = Method.RESTRICTED_LIKELIHOOD,
) -> Subgroups:
    """Each group with its own tau2; the test of difference on Wald errors (Borenstein, ch. 19)."""
    pooled = {}
    for group in dict.fromkeys(groups):
        at = [place for place, one in enumerate(groups) if one == group]
        pooled[group] = pool(
            [effects[place] for place in at],
            [variances[place] for place in at],
            method=method,
            interval=Interval.WALD,
            even_if_few=True,
        )
    q = cochran_q(
        [one.estimate for one in pooled.values()],
        [one.standard_error**2 for one in pooled.values()],
    )
    return Subgroups(pooled, q, chi2_tail(q, len(pooled) - 1) if len(pooled) > 1 else 1.0)
