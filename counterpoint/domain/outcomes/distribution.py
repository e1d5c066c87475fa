"""How scores lie over their range, before and after, in the same steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterpoint.domain.outcomes.change import Pair
from counterpoint.domain.outcomes.instruments import Series

MOST_STEPS = 11


@dataclass(frozen=True)
class Step:
    lowest: float
    highest: float
    before: int
    after: int


def distribution(series: Series, pairs: Sequence[Pair]) -> list[Step]:
    """Each score once; the last step holds its upper end, too."""
    span = series.highest - series.lowest
    has_whole_scores = not series.conversion and span < MOST_STEPS
    count = int(span) + 1 if has_whole_scores else 7
    width = 1 if has_whole_scores else span / count

    def steps(place: int) -> list[int]:
        found = [0] * count
        for pair in pairs:
            found[min(count - 1, int((pair[place] - series.lowest) / width))] += 1
        return found

    befores, afters = steps(0), steps(1)
    return [
        Step(
            lowest=series.lowest + number * width,
            highest=series.lowest + (number if has_whole_scores else number + 1) * width,
            before=befores[number],
            after=afters[number],
        )
        for number in range(count)
    ]
