from datetime import datetime

from django.utils.translation import gettext as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.emails.posting import tell
from counterpoint.apps.commissioning.models import Clarification, Invitation
from counterpoint.apps.directory.queries.owners import editors_by_organisation


def tell_asker(clarification: Clarification, asker: Person, at: datetime) -> None:
    subject = _("Your question was answered: {name}").format(name=clarification.call.title)
    tell("answered", subject, {"asked": clarification}, [asker], at)


def tell_invited(invitation: Invitation, at: datetime) -> None:
    subject = _("A call for you: {name}").format(name=invitation.call.title)
    number = invitation.organisation_id
    people = editors_by_organisation([number])[number]
    tell("invited", subject, {"invitation": invitation}, people, at)
