from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words


class FiguresForm(forms.Form):
    indicators = forms.MultipleChoiceField(
        label=_("Figures to attach"), widget=forms.CheckboxSelectMultiple
    )


class VoiceForm(forms.Form):
    role = forms.ChoiceField(label=_("Who said so"), choices=words.VOICES)
    words = forms.CharField(
        label=_("What was said"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In their words or yours. Never a name."),
    )
    when = forms.CharField(
        label=_("When and how"),
        required=False,
        max_length=160,
        help_text=_("For instance: a conversation of twelve carers, March 2026."),
    )
