"""What became of an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.forms.fields import AnOrganisation
from counterpoint.apps.directory.models import OrganisationName, Succession


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


class Closing(forms.Form):
    on = _day(_("Closed on"))


class OtherName(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=255)
    kind = forms.ChoiceField(
        label=_("What kind of name"),
        choices=OrganisationName.Kind.choices,
        initial=OrganisationName.Kind.FORMER,
        widget=forms.RadioSelect,
    )
    valid_from = _day(_("From"), required=False)
    valid_to = _day(_("Until"), required=False)


class TookOver(forms.Form):
    """One organisation after another; this one is either end of it."""

    AFTER, BEFORE = "after", "before"
    other = AnOrganisation(
        label=_("The other organisation"),
        help_text=_("Its name here, or the address of its page."),
        max_length=500,
    )
    direction = forms.ChoiceField(
        label=_("Which came first"),
        choices=(
            (AFTER, _("The other one came after this one")),
            (BEFORE, _("The other one came before this one")),
        ),
        widget=forms.RadioSelect,
    )
    how = forms.ChoiceField(
        label=_("How"), choices=Succession.How.choices, widget=forms.RadioSelect
    )
    on = _day(_("When"), required=False)
    source = forms.CharField(label=_("Where one can read it"), max_length=300, required=False)


class MergeWith(forms.Form):
    other = AnOrganisation(
        label=_("The record that goes into this one"),
        help_text=_("Its name here, or the address of its page."),
        max_length=500,
    )
    reason = forms.CharField(
        label=_("How you know that they are the same"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class Withdrawal(forms.Form):
    reason = forms.CharField(
        label=_("Why, if you want to say"),
        help_text=_("Kept in the history."),
        max_length=300,
        required=False,
    )
