"""Answers pasted from a spreadsheet. Nothing of them is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _


class Scoring(forms.Form):
    answers = forms.CharField(
        label=_("Answers"),
        help_text=_(
            "Paste them from your spreadsheet with the line of headings: a column for the person's "
            "code, one that says before or after, and one for each question. No names."
        ),
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
    )
    referred = forms.IntegerField(
        label=_("People referred or invited"), required=False, min_value=0, max_value=1_000_000
    )
    completed = forms.IntegerField(
        label=_("People who completed"), required=False, min_value=0, max_value=1_000_000
    )
