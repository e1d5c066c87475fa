from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words


class ChoicesForm(forms.Form):
    """One question for each kind of mail."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for kind, name in words.NOTICE_KINDS:
            self.fields[kind] = forms.ChoiceField(
                label=name, choices=words.HOW_TOLD, widget=forms.RadioSelect, initial="now"
            )


class TextForm(forms.Form):
    text = forms.CharField(
        label=_("Words at the beginning of the mail"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The facts of the mail follow them and cannot be changed."),
    )
