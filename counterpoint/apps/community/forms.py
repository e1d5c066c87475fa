"""The readiness check as it stands in the address: nothing is stored, everything can be shared."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.readiness.checks import Item, Situation, Standing

ANSWER = "have_"
MOST = Decimal(100_000_000)


class SituationForm(forms.Form):
    amount = forms.DecimalField(
        label=_("Size of the contract, in pounds a year"),
        help_text=_("A guess is enough. What is asked for grows with it."),
        min_value=0,
        max_value=MOST,
        max_digits=11,
        decimal_places=2,
    )
    who = forms.ChoiceField(
        label=_("Who would carry it out"),
        choices=[("organisation", _("An organisation")), ("freelancer", _("I, by myself"))],
        widget=forms.RadioSelect,
        initial="organisation",
    )
    at_risk = forms.BooleanField(
        label=_("We would work with children, or with adults who may be at risk"),
        required=False,
    )
    details = forms.BooleanField(
        label=_("We would keep names or other details of those who take part"), required=False
    )

    def situation(self) -> Situation:
        said = self.cleaned_data
        return Situation(
            amount=said["amount"],
            is_freelancer=said["who"] == "freelancer",
            works_with_people_at_risk=said["at_risk"],
            keeps_details=said["details"],
        )


def standing(asked: Sequence[Item], query: Mapping[str, str]) -> dict[str, Standing]:
    """What was answered; anything that is no answer counts as none."""
    said = {item.code: query.get(f"{ANSWER}{item.code}", "") for item in asked}
    return {code: Standing(word) for code, word in said.items() if word in set(Standing)}
