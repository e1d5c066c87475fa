"""Mails about who may act for an organisation."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Claim, Invitation, Membership
from counterpoint.apps.directory.queries.owners import programme_team


def _send(subject: str, template: str, context: dict[str, object], to: list[str]) -> None:
    body = render_to_string(f"directory/mail/{template}.txt", context)
    # A name that somebody typed must not break the header.
    one_line = " ".join(subject.split())
    for address in to:
        # One mail each: members need not learn each other's addresses.
        send_mail(one_line, body, None, [address])


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


def tell_of_claim(claim: Claim) -> None:
    """Those who may decide: the leads, or the programme team where the organisation has none."""
    leads = claim.organisation.memberships.filter(
        role=Membership.Role.LEAD, person__is_active=True
    ).select_related("person")
    deciders = [lead.person for lead in leads] or programme_team()
    context = {
        "claim": claim,
        "address": settings.ADDRESS + reverse("decide-claim", args=[claim.pk]),
    }
    subject = _("Somebody says they act for %(name)s") % {"name": claim.organisation.name}
    _send(subject, "claim_made", context, [person.email for person in deciders])


def tell_claimant(claim: Claim) -> None:
    context = {
        "claim": claim,
        "address": settings.ADDRESS + claim.organisation.get_absolute_url(),
    }
    subject = _("Your claim of %(name)s") % {"name": claim.organisation.name}
    _send(subject, "claim_decided", context, [claim.person.email])
