from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.directory.queries.wanted import terms_meant
from counterpoint.apps.updates.models import Campaign


class Letter(forms.Form):
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    body = forms.CharField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy(
            "Markdown: ## for a heading, * for a list, [words](address) for a link."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    place = forms.CharField(
        label=gettext_lazy("Only for a place"),
        help_text=gettext_lazy(
            "Reaches those who chose it, a part of it, or what it lies in."
        ),
        max_length=100,
        required=False,
    )
    term = forms.CharField(
        label=gettext_lazy("Only for a term"),
        help_text=gettext_lazy("Reaches those who chose it or a narrower one."),
        max_length=120,
        required=False,
    )

    def clean_place(self) -> str:
        words = self.cleaned_data["place"].strip()
        if not words:
            return ""
        where = placed(words)
        if where.place is None:
            raise forms.ValidationError(where.says or _("No place is known by that name."))
        return str(where.place.code)

    def clean_term(self) -> str:
        words = self.cleaned_data["term"].strip()
        if not words:
            return ""
        meant = terms_meant(words)
        if len(meant) != 1:
            raise forms.ValidationError(
                _("Give one term, by its name or code, as it stands under Words.")
            )
        return meant[0].code


class Moment(forms.Form):
    send_at = forms.DateTimeField(
        label=gettext_lazy("Send at (UK time)"),
        help_text=gettext_lazy("Leave empty to send it now."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )

    def when(self, at: datetime) -> datetime:
        chosen: datetime | None = self.cleaned_data["send_at"]
        return chosen or at


def initial_of(campaign: Campaign) -> dict[str, Any]:
    return {
        "subject": campaign.subject,
        "body": campaign.body,
        "place": campaign.place_code,
        "term": campaign.concept_code,
    }
