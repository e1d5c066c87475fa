from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class RouteForm(forms.Form):
    """Which of the routes that are open is taken, and why. The advice does not decide."""

    route = forms.ChoiceField(label=_("The route that you take"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why this one"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept with the advice and published with the call."),
    )

    def __init__(self, *args: Any, routes: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["route"].choices = [(one, one) for one in routes]  # type: ignore[attr-defined]
