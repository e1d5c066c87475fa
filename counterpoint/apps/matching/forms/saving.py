from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.matching.models import Feedback


class SavedSearch(forms.Form):
    name = forms.CharField(label=_("Name for this search"), max_length=120)
    asked = forms.CharField(max_length=2_000, widget=forms.HiddenInput)

    def clean_asked(self) -> str:
        """Only what comes after the question mark, and only what can be read: never an address
        of somewhere else."""
        return QueryDict(self.cleaned_data["asked"].lstrip("?")).urlencode()


class Verdict(forms.Form):
    key = forms.RegexField(r"\A(offer|need|organisation|award):[0-9]{1,18}\Z")
    verdict = forms.ChoiceField(choices=Feedback.Verdict.choices)
    asked = forms.CharField(max_length=10_000, required=False)
    rank = forms.IntegerField(min_value=1, max_value=1_000, required=False)
