from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.presenters.route import NATIONS
from counterpoint.domain.commissioning.working_days import Nation

# What is usual here for each kind of step; ours to propose and theirs to change.
USUAL_DAYS = {
    "expression": 15,
    "application": 25,
    "assessment": 15,
    "moderation": 5,
    "decision": 5,
}
MOST_DAYS = 250


class TimesForm(forms.Form):
    """One number of working days for each step of the call."""

    begins = forms.DateField(
        label=_("Opens on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    nation = forms.ChoiceField(
        label=_("Bank holidays of"),
        choices=[(one.value, name) for one, name in NATIONS.items()],
    )

    def __init__(self, *args: Any, call: Call, **more: Any) -> None:
        super().__init__(*args, **more)
        self.steps = list(call.steps.all())
        for step in self.steps:
            self.fields[f"step_{step.pk}"] = forms.IntegerField(
                label=_("Working days until “{step}” is over").format(step=step.title),
                min_value=1,
                max_value=MOST_DAYS,
                initial=USUAL_DAYS[step.kind],
            )

    @property
    def counts(self) -> list[int]:
        return [self.cleaned_data[f"step_{step.pk}"] for step in self.steps]

    @property
    def of_nation(self) -> Nation:
        return Nation(self.cleaned_data["nation"])
