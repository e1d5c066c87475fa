"""Forms for an agreement and what belongs to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.agreements import words
from counterpoint.apps.agreements.actions.drafting import PARTS
from counterpoint.apps.agreements.models import (
    Agreement,
    Duty,
    Indicator,
    Milestone,
    Outcome,
    Payment,
)
from counterpoint.apps.directory.forms.fields import AnOrganisation

LONGEST = 12_000


def a_day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class AgreementForm(forms.ModelForm[Agreement]):
    begins = a_day(_("Begins"))
    ends = a_day(_("Ends"))
    terms = forms.CharField(
        label=_("Terms, in plain words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Agreement
        fields = ["title", "kind", "amount", "begins", "ends", "terms"]
        help_texts = {"amount": _("In pounds.")}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.instance.pk:
            self.initial["seen"] = self.instance.updated_at.isoformat()

    def details(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class NewAgreement(AgreementForm):
    funder = AnOrganisation(
        label=_("Funder"), max_length=500, help_text=_("Its editors write the agreement.")
    )
    provider = AnOrganisation(label=_("Provider"), max_length=500)
    field_order = ["funder", "provider", "title", "kind", "amount", "begins", "ends", "terms"]

    def details(self) -> dict[str, Any]:
        said = super().details()
        return {name: said[name] for name in said if name not in ("funder", "provider")}


class SubGrantForm(AgreementForm):
    provider = AnOrganisation(label=_("Who gets the sub-grant"), max_length=500)
    field_order = ["provider", "title", "kind", "amount", "begins", "ends", "terms"]

    def details(self) -> dict[str, Any]:
        said = super().details()
        return {name: said[name] for name in said if name != "provider"}


class OutcomeForm(forms.ModelForm[Outcome]):
    class Meta:
        model = Outcome
        fields = ["text", "measure"]


class MilestoneForm(forms.ModelForm[Milestone]):
    on = a_day(_("By"))

    class Meta:
        model = Milestone
        fields = ["title", "on"]


class PaymentForm(forms.ModelForm[Payment]):
    due_on = a_day(_("Due on"))

    class Meta:
        model = Payment
        fields = ["what", "amount", "due_on"]


class DutyForm(forms.ModelForm[Duty]):
    due_on = a_day(_("Due on"))

    class Meta:
        model = Duty
        fields = ["title", "due_on", "hours"]


class IndicatorForm(forms.ModelForm[Indicator]):
    class Meta:
        model = Indicator
        fields = ["name", "unit", "adds_up"]


FORMS: dict[str, type[forms.ModelForm[Any]]] = {
    "outcome": OutcomeForm,
    "milestone": MilestoneForm,
    "payment": PaymentForm,
    "duty": DutyForm,
    "indicator": IndicatorForm,
}
TITLES = {name: model._meta.verbose_name for name, model in PARTS.items()}


class SignForm(forms.Form):
    role = forms.CharField(
        label=_("You sign as"), max_length=120, help_text=_("For instance: head of culture.")
    )


class VaryForm(AgreementForm):
    reason = forms.CharField(
        label=_("Why"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    class Meta(AgreementForm.Meta):
        fields = ["title", "amount", "begins", "ends", "terms"]


class WhyForm(forms.Form):
    why = forms.CharField(
        label=_("Why"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReportForm(forms.Form):
    indicator = forms.ModelChoiceField(label=_("Indicator"), queryset=Indicator.objects.none())
    period = forms.CharField(
        label=_("Period"), max_length=60, help_text=_("For instance: April to June 2026.")
    )
    value = forms.DecimalField(label=_("Figure"), max_digits=14, decimal_places=2)


class GraduateForm(forms.Form):
    to = forms.ChoiceField(label=_("Moves on to"), choices=words.GRADUATIONS)
    on = a_day(_("When"))
    why = forms.CharField(label=_("Why"), max_length=300)
