from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.imports.models import DoubtfulMatch

LATER = "later"


class Decision(forms.Form):
    """About one pair of records; left alone, it stays in the queue."""

    answer = forms.ChoiceField(
        label=_("Are they the same organisation?"),
        choices=[
            (DoubtfulMatch.Answer.SAME, _("The same: make them one")),
            (DoubtfulMatch.Answer.DIFFERENT, _("Different: keep both")),
            (LATER, _("Decide later")),
        ],
        initial=LATER,
        widget=forms.RadioSelect,
    )
