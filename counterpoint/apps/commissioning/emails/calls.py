from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.emails.posting import post
from counterpoint.apps.commissioning.models import Clarification, Invitation
from counterpoint.apps.directory.queries.owners import editors_by_organisation


def tell_asker(clarification: Clarification, address: str) -> None:
    subject = _("Your question was answered: {name}").format(name=clarification.call.title)
    post(subject, "answered", {"asked": clarification}, [address])


def tell_invited(invitation: Invitation) -> None:
    subject = _("A call for you: {name}").format(name=invitation.call.title)
    number = invitation.organisation_id
    addresses = [person.email for person in editors_by_organisation([number])[number]]
    post(subject, "invited", {"invitation": invitation}, addresses)
