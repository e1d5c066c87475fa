"""A valuation in words, with the picture of what hangs on each assumption."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from counterpoint.domain.value.assumptions import Assumptions
from counterpoint.domain.value.sensitivity import VALUE, Bar, simulated, tornado
from counterpoint.domain.value.wellby import Range, worth
from counterpoint.domain.value.yardsticks import YARDSTICKS

# The drawing in its own units; the stylesheet gives it the width of the page.
LEFT, WIDTH, ROW = 190, 430, 34


@dataclass(frozen=True)
class Drawn:
    """A bar, from `x` over `width`; `y` is the middle of its row."""

    name: str
    y: int
    top: int
    x: float
    width: float
    low: str
    high: str
    at_low: str
    at_high: str


def pounds(amount: Decimal) -> str:
    number = number_format(abs(amount), decimal_pos=0, use_l10n=True, force_grouping=True)
    return f"−£{number}" if amount < 0 else f"£{number}"


def times(ratio: Decimal) -> str:
    return f"{ratio:.1f}".replace("-", "−")


def _plain(value: Decimal) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace("-", "−")


def result(assumed: Assumptions) -> dict[str, Any]:
    found, spread = worth(assumed), simulated(assumed)
    return {
        "wellbys": _plain(found.wellbys),
        "value": _range(found.value, pounds),
        "ratio": _range(found.ratio, times),
        "cost_per_wellby": pounds(found.cost_per_wellby) if found.cost_per_wellby else "",
        "cost_per_person": pounds(found.cost_per_person),
        "spread": _range(spread.ratio, times),
        "pays_percent": round(spread.share_above_one * 100),
        "moved_percent": _plain(assumed.spread_percent),
        "is_gain": found.wellbys > 0,
        "picture": picture(tornado(assumed), found.ratio.central),
    }


def yardsticks() -> list[dict[str, Any]]:
    return [
        {
            "payer": one.payer,
            "year": one.year,
            "range": pounds(one.low)
            if one.low == one.high
            else f"{pounds(one.low)}–{pounds(one.high)}",
            "source": one.source,
        }
        for one in YARDSTICKS
    ]


def _range(values: Range, words: Any) -> dict[str, str]:
    return {
        "low": words(values.low),
        "central": words(values.central),
        "high": words(values.high),
    }


def picture(bars: list[Bar], central: Decimal) -> dict[str, Any]:
    ends = [end for bar in bars for end in (bar.at_low, bar.at_high)] + [central]
    least, most = float(min(ends)), float(max(ends))
    reach = (most - least) or 1.0

    def place(ratio: Decimal) -> float:
        return round(LEFT + (float(ratio) - least) / reach * WIDTH, 1)

    return {
        "bars": [_drawn(bar, number, place) for number, bar in enumerate(bars)],
        "middle": place(central),
        "middle_label": times(central),
        "height": ROW * len(bars) + 30,
        "bottom": ROW * len(bars) + 6,
        "label_y": ROW * len(bars) + 24,
    }


def _drawn(bar: Bar, number: int, place: Any) -> Drawn:
    one, other = sorted((place(bar.at_low), place(bar.at_high)))
    return Drawn(
        name=_names()[bar.assumption],
        y=number * ROW + 22,
        top=number * ROW + 6,
        x=one,
        width=round(max(other - one, 1.0), 1),
        low=_plain(bar.low),
        high=_plain(bar.high),
        at_low=times(bar.at_low),
        at_high=times(bar.at_high),
    )


def _names() -> dict[str, str]:
    return {
        "change": _("Change"),
        "counterfactual": _("Would have changed anyway"),
        "months": _("Months it lasts"),
        "people": _("People"),
        "cost": _("Cost"),
        VALUE: _("Value of a WELLBY"),
    }
