from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning.forms.calls import moment
from counterpoint.apps.commissioning.models import Meeting
from counterpoint.apps.directory.forms.fields import WebAddress


class MeetingForm(forms.ModelForm[Meeting]):
    starts_at = moment(label=_("Begins"))
    ends_at = moment(label=_("Ends"))
    joining_url = WebAddress(
        label=_("Address to join by"),
        required=False,
        help_text=_("Shown only to those who have a place."),
    )

    class Meta:
        model = Meeting
        fields = [
            "title",
            "starts_at",
            "ends_at",
            "where",
            "joining_url",
            "capacity",
            "access",
        ]
        help_texts = {
            "capacity": _("Empty: as many as come."),
            "access": _("For instance: step-free, British Sign Language, captions."),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in ("starts_at", "ends_at"):
            if not said.get(name):
                self.add_error(name, _("Give day and time."))
        return said


class NotesForm(forms.Form):
    notes = forms.CharField(
        label=_("What was asked and said"),
        max_length=12_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("For everybody. Name no persons."),
    )
