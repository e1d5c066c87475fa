"""Answers to scores. A missing item gives no score, never a zero; what cannot be is refused."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from counterpoint.domain.outcomes.instruments import (
    Band,
    Bands,
    Better,
    Forbids,
    Instrument,
    Series,
)
from counterpoint.domain.refusals import Invalid

Answers = Mapping[str, int | None]
Scores = dict[str, float | None]


class ImpossibleAnswer(Invalid):
    """The cell says which: the caller knows its row and column, the sentence repeats them."""

    def __init__(self, item: str, value: object, lowest: float, highest: float, cell: str):
        self.item, self.value, self.cell = item, value, cell
        where = f"{cell}: " if cell else ""
        super().__init__(
            f"{where}“{value}” cannot be an answer to {item}.",
            f"It goes from {lowest:g} to {highest:g}. Leave it empty if nothing was answered.",
        )


class NotDoneWithThisMeasure(Invalid):
    """The instrument's own rules say that this must not be calculated."""


def score(instrument: Instrument, answers: Answers, *, cell: str = "") -> Scores:
    """A score or None for each series of the instrument."""
    for item in instrument.items:
        value = answers.get(item.code)
        if value is not None and not _is_possible(value, item.lowest, item.highest):
            raise ImpossibleAnswer(item.code, value, item.lowest, item.highest, cell)
    return {series.code: _one(series, answers) for series in instrument.series if series.items}


def _is_possible(value: object, lowest: int, highest: int) -> bool:
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return lowest <= value <= highest


def _one(series: Series, answers: Answers) -> float | None:
    raw = 0
    for code in series.items:
        value = answers.get(code)
        if value is None:
            return None
        raw += value
    return dict(series.conversion)[raw] if series.conversion else float(raw)


def entered(series: Series, total: float, *, cell: str = "") -> float:
    """A total that was scored elsewhere, if it can be one."""
    if isinstance(total, bool) or not series.lowest <= total <= series.highest:
        raise ImpossibleAnswer(series.name, total, series.lowest, series.highest, cell)
    return float(total)


def composite(instrument: Instrument, scores: Mapping[str, float | None]) -> float:
    """The sum over series, where the instrument has one at all."""
    if rule := instrument.forbids(Forbids.SUM):
        raise NotDoneWithThisMeasure(rule.says)
    present = [value for value in scores.values() if value is not None]
    if len(present) != len(instrument.series):
        raise NotDoneWithThisMeasure("A series is missing, so there is no sum.")
    return sum(present)


def mean_of_raw(instrument: Instrument, totals: Sequence[float]) -> float:
    if rule := instrument.forbids(Forbids.MEAN_OF_RAW):
        raise NotDoneWithThisMeasure(rule.says)
    return fmean(totals)


def band(bands: Bands, value: float) -> Band | None:
    """None between bands: a source that names only low and high says nothing of the rest."""
    return next((one for one in bands.bands if one.lowest <= value <= one.highest), None)


def better_by(series: Series, change: float) -> float:
    """The change as improvement: above zero is better whichever way the series runs."""
    return change if series.better is Better.HIGHER else -change


def copied_columns(rows: Iterable[Answers]) -> list[tuple[str, str]]:
    """Pairs of columns that are equal in every row, which people's answers never are.

    A file in which one question was pasted over another looks complete and scores well. Small
    or unvarying columns prove nothing, so they are not named.
    """
    columns: dict[str, list[int | None]] = {}
    for row in rows:
        for code, value in row.items():
            columns.setdefault(code, []).append(value)
    varied = {
        code: tuple(values)
        for code, values in columns.items()
        if len(values) >= FEWEST_ROWS_FOR_A_COPY and len(set(values) - {None}) > 2
    }
    codes = list(varied)
    return [
        (one, other)
        for place, one in enumerate(codes)
        for other in codes[place + 1 :]
        if varied[one] == varied[other]
    ]


# With five answers, two honest columns agree in twenty rows about once in 10^13 files; with ten
# rows and people who answer alike it could still happen, so fewer are never accused.
FEWEST_ROWS_FOR_A_COPY = 20
