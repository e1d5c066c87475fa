"""The scores of an instrument file: ranges, conversion, thresholds, norms and bands."""

from collections.abc import Mapping, Sequence

from counterpoint.domain.outcomes.instruments import (
    Band,
    Bands,
    Better,
    Citation,
    Item,
    Norm,
    Series,
    Threshold,
)
from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.word_sets import word_set

SERIES_FIELDS = word_set(
    "code name better lowest highest items conversion thresholds norms bands"
)


def number(entry: Entry, field: str, *, is_required: bool = False) -> float | None:
    value = entry.fields.get(field)
    if value is None and not is_required:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        entry.fault(field, f"{value!r} is not a number.", "Write figures without quotes.")
        return None
    return value


def citation(entry: Entry, key: str, sources: Mapping[str, Citation]) -> Citation:
    if key not in sources:
        entry.fault(
            "source",
            f"“{key}” is not among the sources of the file.",
            "Nothing is stated without a source: add it at the top of the file.",
        )
    return sources.get(key, Citation("", ""))


def series_of(entry: Entry, items: Sequence[Item], sources: Mapping[str, Citation]) -> Series:
    entry.expect_only(SERIES_FIELDS)
    codes = {item.code for item in items}
    named = entry.texts("items")
    for code in named:
        if code not in codes:
            entry.fault("series", f"There is no item “{code}”.", "Use the code of an item.")
    lowest, highest = number(entry, "lowest"), number(entry, "highest")
    if lowest is None or highest is None or highest <= lowest:
        entry.fault("series", "Its range is not a range.", "Write lowest and highest.")
    series = Series(
        code=entry.text("code", is_required=True),
        name=entry.text("name", is_required=True),
        better=entry.choice("better", Better) or Better.HIGHER,
        lowest=lowest or 0,
        highest=highest or 0,
        items=named,
        conversion=_conversion(entry),
        thresholds=tuple(
            Threshold(
                part.text("name", is_required=True),
                number(part, "points", is_required=True) or 0,
                citation(part, part.text("source"), sources),
            )
            for part in entry.parts("thresholds")
        ),
        norms=tuple(
            Norm(
                part.text("says", is_required=True),
                citation(part, part.text("source"), sources),
            )
            for part in entry.parts("norms")
        ),
        bands=tuple(_bands(part, sources) for part in entry.parts("bands")),
    )
    _check_conversion(entry, series, items)
    return series


def _conversion(entry: Entry) -> tuple[tuple[int, float], ...]:
    written = entry.fields.get("conversion") or {}
    if not isinstance(written, Mapping):
        entry.fault("conversion", "It is not a table.", "Write {7: 7.00, 8: 9.51, ...}.")
        return ()
    return tuple(sorted((int(raw), float(score)) for raw, score in written.items()))


def _check_conversion(entry: Entry, series: Series, items: Sequence[Item]) -> None:
    """Every total that can occur has a score, and a higher total never has a lower one."""
    if not series.conversion:
        return
    used = [item for item in items if item.code in series.items]
    possible = range(sum(i.lowest for i in used), sum(i.highest for i in used) + 1)
    raws = [raw for raw, _score in series.conversion]
    scores = [score for _raw, score in series.conversion]
    if raws != list(possible):
        entry.fault("conversion", "Totals are missing or too many.", "List each one once.")
    if scores != sorted(scores):
        entry.fault("conversion", "The scores do not rise.", "Look for a slip of the pen.")


def _bands(entry: Entry, sources: Mapping[str, Citation]) -> Bands:
    return Bands(
        citation(entry, entry.text("source"), sources),
        tuple(
            Band(
                part.text("name", is_required=True),
                number(part, "lowest", is_required=True) or 0,
                number(part, "highest", is_required=True) or 0,
            )
            for part in entry.parts("bands")
        ),
    )
