from datetime import datetime

from django.utils.translation import gettext as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.emails.posting import post, tell
from counterpoint.apps.commissioning.models import Application, Partner, Seat, Submission
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.queries.owners import editors_by_organisation


def tell_sent(submission: Submission, address: str) -> None:
    name = submission.application.call.title
    post(_("Receipt: {name}").format(name=name), "sent", {"sent": submission}, [address])


def tell_partner(partner: Partner, at: datetime) -> None:
    name = partner.application.call.title
    subject = _("You are named as a partner: {name}").format(name=name)
    tell("partner", subject, {"partner": partner}, _editors(partner.organisation), at)


def tell_invited_on(application: Application, at: datetime) -> None:
    subject = _("Apply in full: {name}").format(name=application.call.title)
    _tell_applicant("invited-on", subject, application, at)


def tell_outcome(application: Application, at: datetime) -> None:
    """The same mail for everybody: what was decided stands on the page, behind the sign-in."""
    subject = _("Decided: {name}").format(name=application.call.title)
    _tell_applicant("decided", subject, application, at)


def tell_deadline(application: Application, at: datetime) -> None:
    subject = _("Not sent yet: {name}").format(name=application.call.title)
    _tell_applicant("deadline", subject, application, at)


def tell_seat(seat: Seat, at: datetime) -> None:
    subject = _("You are asked to assess: {name}").format(name=seat.call.title)
    tell("seat", subject, {"seat": seat}, [seat.person], at)


def _tell_applicant(kind: str, subject: str, application: Application, at: datetime) -> None:
    people = _editors(application.organisation)
    tell(kind, subject, {"application": application}, people, at)


def _editors(organisation: Organisation) -> list[Person]:
    return editors_by_organisation([organisation.pk])[organisation.pk]
