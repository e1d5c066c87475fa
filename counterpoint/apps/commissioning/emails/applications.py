from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.emails.posting import post
from counterpoint.apps.commissioning.models import Application, Partner, Seat, Submission
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.queries.owners import editors_by_organisation


def tell_sent(submission: Submission, address: str) -> None:
    name = submission.application.call.title
    post(_("Receipt: {name}").format(name=name), "sent", {"sent": submission}, [address])


def tell_partner(partner: Partner) -> None:
    name = partner.application.call.title
    subject = _("You are named as a partner: {name}").format(name=name)
    post(subject, "partner", {"partner": partner}, _editors(partner.organisation))


def tell_invited_on(application: Application) -> None:
    subject = _("Apply in full: {name}").format(name=application.call.title)
    context = {"application": application}
    post(subject, "invited_on", context, _editors(application.organisation))


def tell_outcome(application: Application) -> None:
    """The same mail for everybody: what was decided stands on the page, behind the sign-in."""
    subject = _("Decided: {name}").format(name=application.call.title)
    context = {"application": application}
    post(subject, "decided", context, _editors(application.organisation))


def tell_deadline(application: Application) -> None:
    subject = _("Not sent yet: {name}").format(name=application.call.title)
    context = {"application": application}
    post(subject, "deadline", context, _editors(application.organisation))


def tell_seat(seat: Seat) -> None:
    subject = _("You are asked to assess: {name}").format(name=seat.call.title)
    post(subject, "seat", {"seat": seat}, [seat.person.email])


def _editors(organisation: Organisation) -> list[str]:
    people = editors_by_organisation([organisation.pk])[organisation.pk]
    return [person.email for person in people]
