"""What somebody wants to know, from whom, and in how much time. Its state is in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.delivery.queries.measures import outcome_names
from counterpoint.domain.outcomes.choosing import Wish


class Choosing(forms.Form):
    outcome = forms.MultipleChoiceField(
        label=_("What should change"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    age = forms.IntegerField(
        label=_("Age of the youngest person asked"),
        required=False,
        min_value=0,
        max_value=120,
    )
    minutes = forms.IntegerField(
        label=_("Minutes there are for one person"),
        required=False,
        min_value=1,
        max_value=120,
    )
    how = forms.ChoiceField(
        label=_("Who fills it in"),
        required=False,
        choices=[
            ("", _("It does not matter")),
            ("self", _("People themselves")),
            ("helped", _("People with somebody's help")),
            ("telephone", _("Asked by telephone")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted(outcome_names().items(), key=lambda one: one[1])
        self.fields["outcome"].choices = named  # type: ignore[attr-defined]  # a ChoiceField

    def wish(self) -> Wish:
        said = self.cleaned_data
        return Wish(
            outcomes=frozenset(said["outcome"]),
            age=said["age"],
            most_minutes=said["minutes"],
            administration=said["how"],
        )
