from django import forms
from django.utils.translation import gettext_lazy as _


class Name(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        required=False,
        help_text=_("Members of your organisations see it. It is never shown to the public."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class CloseAccount(forms.Form):
    is_sure = forms.BooleanField(label=_("Yes, close my account and remove my details"))
