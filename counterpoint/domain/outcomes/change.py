"""Change from before to after: raw first, with its interval, and with what must be said beside it.

Thirty pairs as the least for a headline: Warwick's rule of thumb for WEMWBS, warwick.ac.uk,
"How to use". Individual change in standard errors of measurement: Shah and others, Health and
Quality of Life Outcomes, 2018.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan, nan, sqrt
from statistics import fmean, median, stdev

from scipy.special import stdtrit

from counterpoint.domain.outcomes.instruments import Series, Threshold
from counterpoint.domain.outcomes.scoring import better_by
from counterpoint.domain.refusals import Invalid

FEWEST_FOR_A_HEADLINE = 30
Pair = tuple[float, float]


class TooFewForAHeadline(Invalid):
    def __init__(self, pairs: int) -> None:
        super().__init__(
            f"{pairs} people answered both times; a headline needs {FEWEST_FOR_A_HEADLINE}.",
            "The numbers are shown with their interval, and they may not be summed up in one.",
        )


class MorePeopleThanBefore(Invalid):
    sentence = "More people are counted at a later step than at an earlier one."
    advice = "Referred, started, completed and measured can only become fewer."


@dataclass(frozen=True)
class Flow:
    """How many people went how far. Whoever started and was not measured is missing."""

    referred: int
    started: int
    completed: int
    measured: int

    def __post_init__(self) -> None:
        if not self.referred >= self.started >= self.completed >= 0:
            raise MorePeopleThanBefore
        if not 0 <= self.measured <= self.started:
            raise MorePeopleThanBefore

    @property
    def missing(self) -> int:
        return self.started - self.measured


@dataclass(frozen=True)
class Individually:
    """People whose own change reached a threshold, each way."""

    threshold: Threshold
    better: int
    worse: int


@dataclass(frozen=True)
class Change:
    series: Series
    pairs: int
    before: float
    after: float
    mean: float
    median: float
    sd: float
    individually: tuple[Individually, ...]

    @property
    def se(self) -> float:
        return self.sd / sqrt(self.pairs)

    @property
    def t(self) -> float:
        return self.mean / self.se if self.sd else nan

    @property
    def interval(self) -> tuple[float, float]:
        """95 % for the mean, by the t distribution with one degree fewer than there are pairs."""
        half = float(stdtrit(self.pairs - 1, 0.975)) * self.se
        return self.mean - half, self.mean + half

    @property
    def d_z(self) -> float:
        """Mean over the spread of the differences. It measures something else than the effect
        of a trial with two groups, so `pooled_between_groups` refuses it."""
        return self.mean / self.sd if self.sd else nan

    @property
    def is_better(self) -> bool:
        return better_by(self.series, self.mean) > 0

    def headline(self) -> float:
        if self.pairs < FEWEST_FOR_A_HEADLINE:
            raise TooFewForAHeadline(self.pairs)
        return self.mean


class NothingToCompare(Invalid):
    sentence = "At least two people must have answered before and after."
    advice = "Whoever answered once is counted as missing, not as unchanged."


def change(series: Series, pairs: Iterable[Pair]) -> Change:
    both = list(pairs)
    if len(both) < 2:
        raise NothingToCompare
    differences = [after - before for before, after in both]
    return Change(
        series=series,
        pairs=len(both),
        before=fmean(before for before, _after in both),
        after=fmean(after for _before, after in both),
        mean=fmean(differences),
        median=median(differences),
        sd=stdev(differences),
        individually=tuple(_reached(series, differences, t) for t in series.thresholds),
    )


def _reached(
    series: Series, differences: Sequence[float], threshold: Threshold
) -> Individually:
    gains = [better_by(series, one) for one in differences]
    # Scores have two decimals, so their difference in binary may fall a hair short of a threshold.
    near = threshold.points - 1e-9
    return Individually(
        threshold,
        better=sum(gain >= near for gain in gains),
        worse=sum(gain <= -near for gain in gains),
    )


@dataclass(frozen=True)
class Sensitivity:
    """What the people who were not measured could do to the result."""

    if_unchanged: float
    # The mean change among the missing that would leave nothing over all who started.
    break_even: float | None


def sensitivity(result: Change, flow: Flow) -> Sensitivity:
    total = result.mean * result.pairs
    missing = flow.started - result.pairs
    return Sensitivity(
        if_unchanged=total / flow.started,
        break_even=-total / missing if missing else None,
    )


class NotAnEffectBetweenGroups(Invalid):
    sentence = "A change within one group does not enter a pool of effects between groups."
    advice = "Without a comparison nobody knows how much would have changed anyway."


def pooled_between_groups(effects: Iterable[object]) -> list[float]:
    """The effects that may be pooled; raises if a within-group change is among them."""
    found: list[float] = []
    for effect in effects:
        if isinstance(effect, Change):
            raise NotAnEffectBetweenGroups
        if not isinstance(effect, float) or isnan(effect):
            raise Invalid("An effect is a number.")
        found.append(effect)
    return found
