"""A result in plain words, with its picture, and with everything that must be said beside it."""

from typing import Any

from django.utils.translation import gettext as _

from counterpoint.domain.outcomes.caveats import NO_MISSING, Design, caveats, nesta_level
from counterpoint.domain.outcomes.change import (
    FEWEST_FOR_A_HEADLINE,
    Change,
    Flow,
    NothingToCompare,
    change,
    sensitivity,
)
from counterpoint.domain.outcomes.distribution import Step, distribution
from counterpoint.domain.outcomes.instruments import Instrument, Series
from counterpoint.domain.outcomes.pasted import Pasted

DESIGN = Design.BEFORE_AND_AFTER
HIGHEST_LEVEL = 5
# The drawing in its own units.
FLOOR, TALLEST, STEP_WIDTH, BAR = 150, 130, 640, 0.36


def result(
    instrument: Instrument, pasted: Pasted, referred: int | None, completed: int | None
) -> dict[str, Any]:
    """Every series of the instrument, whichever way it came out."""
    return {
        "level": nesta_level(DESIGN, HIGHEST_LEVEL),
        "series": [_one(series, pasted, referred, completed) for series in instrument.series],
    }


def _one(
    series: Series, pasted: Pasted, referred: int | None, completed: int | None
) -> dict[str, Any]:
    pairs, started = pasted.pairs(series), len(pasted.before)
    finished = len(pasted.before.keys() & pasted.after.keys())
    flow = Flow(
        referred=started if referred is None else referred,
        started=started,
        completed=finished if completed is None else completed,
        measured=len(pairs),
    )
    # What nobody told is called that, never filled in from what was told.
    unsaid = _("not stated")
    shown: dict[str, Any] = {
        "name": series.name,
        "code": series.code,
        "flow": flow,
        "referred": unsaid if referred is None else referred,
        "completed": unsaid if completed is None else completed,
    }
    try:
        found = change(series, pairs)
    except NothingToCompare as refused:
        return shown | {"refusal": str(refused)}
    return shown | {
        "words": _words(found),
        "facts": _facts(found, flow),
        "individually": found.individually,
        "caveats": [
            (said, "info" if said == NO_MISSING else "warning")
            for said in caveats(found, flow, DESIGN)
        ],
        "picture": _picture(distribution(series, pairs)),
    }


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _words(found: Change) -> str:
    """The one sentence above the numbers; under thirty pairs it names no figure."""
    low, high = found.interval
    if found.pairs < FEWEST_FOR_A_HEADLINE:
        return _("Too few people answered both times for a headline.")
    if low <= 0 <= high:
        return _("No clear change: the interval holds zero.")
    way = _("better") if found.is_better else _("worse")
    return _("On average {points} points {way}.").format(
        points=_number(abs(found.mean)), way=way
    )


def _facts(found: Change, flow: Flow) -> list[tuple[str, str]]:
    low, high = found.interval
    missing = sensitivity(found, flow)
    facts = [
        (_("Mean before"), _number(found.before)),
        (_("Mean after"), _number(found.after)),
        (_("Mean change"), _number(found.mean)),
        (
            _("95 % interval of the mean change"),
            _("{low} to {high}").format(low=_number(low), high=_number(high)),
        ),
        (_("Median change"), _number(found.median)),
        (_("Standard deviation of the changes"), _number(found.sd)),
        (
            _("d_z, within one group; not comparable with effects of trials"),
            _number(found.d_z) if found.sd else "–",
        ),
        (_("Mean change if the missing had not changed"), _number(missing.if_unchanged)),
    ]
    if missing.break_even is not None:
        words = _("Mean change among the missing that would leave nothing")
        facts.append((words, _number(missing.break_even)))
    return facts


def _picture(steps: list[Step]) -> dict[str, Any]:
    most = max(1, *(max(step.before, step.after) for step in steps))
    width = STEP_WIDTH / len(steps)
    return {
        "floor": FLOOR,
        "label_y": FLOOR + 18,
        "bar": round(width * BAR, 1),
        "steps": [
            {
                "label": f"{step.lowest:g}"
                if step.lowest == step.highest
                else f"{step.lowest:g}–{step.highest:g}",
                "before": step.before,
                "after": step.after,
                "x_before": round(number * width + width * 0.12, 1),
                "x_after": round(number * width + width * 0.5, 1),
                "x_label": round((number + 0.48) * width, 1),
                "h_before": round(step.before / most * TALLEST, 1),
                "h_after": round(step.after / most * TALLEST, 1),
                "y_before": round(FLOOR - step.before / most * TALLEST, 1),
                "y_after": round(FLOOR - step.after / most * TALLEST, 1),
            }
            for number, step in enumerate(steps)
        ],
    }
