from django import forms
from django.utils.translation import gettext_lazy as _


class Suggestion(forms.Form):
    field = forms.CharField(label=_("What is wrong"), max_length=60, required=False)
    suggestion = forms.CharField(
        label=_("What it should say, and how you know"),
        help_text=_("A link to where one can check it helps most."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address, for the answer"),
        help_text=_("Used for the answer only, and forgotten a year after it."),
        max_length=254,
        required=False,
    )


class Answer(forms.Form):
    MADE, DECLINED = "made", "declined"
    decision = forms.ChoiceField(
        label=_("What you did"),
        choices=((MADE, _("I have corrected it")), (DECLINED, _("It stays as it is"))),
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("Sent to whoever suggested it. Needed if it stays as it is."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
