"""Mails about who may act for an organisation."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Claim, Invitation, Membership


def _send(subject: str, template: str, context: dict[str, object], to: list[str]) -> None:
    body = render_to_string(f"directory/mail/{template}.txt", context)
    for address in to:
        # One mail each: members need not learn each other's addresses.
        send_mail(subject, body, None, [address])


def invite(invitation: Invitation, token: str) -> None:
    name = invitation.organisation.name
    context = {
        "invitation": invitation,
        "address": settings.ADDRESS + reverse("accept-invitation", args=[token]),
    }
    _send(
        _("Join %(name)s on Counterpoint") % {"name": name},
        "invitation",
        context,
        [invitation.email],
    )


def tell_leads_of_claim(claim: Claim) -> None:
    leads = claim.organisation.memberships.filter(role=Membership.Role.LEAD).select_related(
        "person"
    )
    context = {
        "claim": claim,
        "address": settings.ADDRESS + reverse("members", args=[claim.organisation.slug]),
    }
    subject = _("Somebody says they act for %(name)s") % {"name": claim.organisation.name}
    _send(subject, "claim_made", context, [lead.person.email for lead in leads])


def tell_claimant(claim: Claim) -> None:
    context = {
        "claim": claim,
        "address": settings.ADDRESS + claim.organisation.get_absolute_url(),
    }
    subject = _("Your claim of %(name)s") % {"name": claim.organisation.name}
    _send(subject, "claim_decided", context, [claim.person.email])
