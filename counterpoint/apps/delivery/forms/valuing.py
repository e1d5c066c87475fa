"""The assumptions of a valuation, every one of them in the address."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.refusals import Refusal
from counterpoint.domain.value.assumptions import ASSUMED, Assumptions

STANDARD = Assumptions()


def _number(
    label: Any, hint: Any = "", *, most: int, least: str = "0.01", places: int = 2
) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=hint,
        min_value=Decimal(least),
        max_value=Decimal(most),
        decimal_places=places,
    )


class Valuing(forms.Form):
    people = forms.IntegerField(
        label=_("People who took part"), min_value=1, max_value=10_000_000
    )
    change = _number(
        _("Change in life satisfaction"),
        _("Mean change in points from 0 to 10, by the ONS question. No other measure."),
        least="-10",
        most=10,
    )
    counterfactual = _number(
        _("What would have changed anyway"),
        _("From a comparison group, or your best judgement. It is taken off."),
        least="-10",
        most=10,
    )
    months = _number(_("How many months it lasts"), most=600)
    cost = _number(_("What it cost, in pounds"), most=10_000_000_000)
    low = _number(_("Value of a WELLBY, low"), most=1_000_000)
    central = _number(_("Value of a WELLBY, central"), most=1_000_000)
    high = _number(_("Value of a WELLBY, high"), most=1_000_000)
    uprating = _number(
        _("Uprating from 2019 prices"),
        _("A factor from a published price index; 1 leaves 2019 prices."),
        most=10,
        least="0.0001",
        places=4,
    )
    discount_percent = _number(
        _("Discount a year, in per cent"),
        _("For years after the first; 1.5 is used for health effects."),
        least="0",
        most=100,
    )
    spread_percent = _number(
        _("How far assumptions are moved, in per cent"),
        _("Each one up and down by this share, to see how much hangs on it."),
        least="0",
        most=100,
    )

    def __init__(self, data: Any = None) -> None:
        """What the address leaves out is as the standard has it, and is shown like the rest."""
        said = {name: str(getattr(STANDARD, name)) for name in ASSUMED}
        said |= {name: data[name] for name in ASSUMED if data and name in data}
        super().__init__(said)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors:
            try:
                self.assumptions = Assumptions(**said)
            except Refusal as refused:
                self.add_error(None, str(refused))
        return said
