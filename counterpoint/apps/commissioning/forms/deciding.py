"""Forms of the panel and of whoever decides."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.models import Seat


class SeatForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address of the person"),
        help_text=_("They need an account here first."),
    )
    role = forms.ChoiceField(label=_("As"), choices=Seat.Role.choices)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        self.cleaned_data["person"] = Person.objects.filter(
            email__iexact=email, is_active=True
        ).first()
        if self.cleaned_data["person"] is None:
            # Whether somebody has an account is told only to those who run a call.
            raise forms.ValidationError(_("Nobody with that address has an account here."))
        return email


class AgreeForm(forms.Form):
    points = forms.DecimalField(label=_("Agreed points"), max_digits=4, decimal_places=2)
    reason = forms.CharField(label=_("Why"), max_length=2_000)


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Decision"), choices=words.OUTCOMES)
    amount = forms.CharField(label=_("Pounds"), required=False, max_length=20)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The applicant reads it."),
    )
    conditions = forms.CharField(
        label=_("Conditions"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_amount(self) -> Decimal:
        text = self.cleaned_data["amount"].replace(",", "").replace("£", "").strip()
        try:
            return Decimal(text or 0).quantize(Decimal("0.01"))
        except InvalidOperation:
            raise forms.ValidationError(_("Write a sum of money in figures.")) from None


def read_points(data: QueryDict, criteria: list[Any]) -> tuple[dict[int, int], dict[int, str]]:
    """Points and comments by number of the criterion; what is not a number is left out."""
    points, comments = {}, {}
    for one in criteria:
        text = data.get(f"points-{one.pk}", "")
        if text.isdigit():
            points[one.pk] = int(text)
        comments[one.pk] = data.get(f"comment-{one.pk}", "")[:4_000]
    return points, comments


def read_interests(data: QueryDict) -> dict[int, str]:
    """By number of the application what was said; a tick without words counts too."""
    found = {}
    for text in data.getlist("interest"):
        if text.isdigit():
            said = data.get(f"why-{text}", "").strip()
            found[int(text)] = said or str(_("Declared without saying what"))
    return found
