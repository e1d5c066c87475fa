from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Membership


class ClaimEvidence(forms.Form):
    evidence = forms.CharField(
        label=_("How can we check that you act for them?"),
        help_text=_(
            "For instance: a page of their website that names you, or their public telephone "
            "number. An e-mail address at their own domain helps."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class InvitationTo(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(
        label=_("What they may do"),
        choices=Membership.Role.choices,
        initial=Membership.Role.EDITOR,
        widget=forms.RadioSelect,
    )


class RoleOf(forms.Form):
    role = forms.ChoiceField(choices=Membership.Role.choices)


class Refusal(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
