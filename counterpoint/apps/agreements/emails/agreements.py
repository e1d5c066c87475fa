from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from counterpoint.apps.agreements.models import Agreement, Duty, Variation
from counterpoint.apps.directory.emails.posting import deliver
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.queries.owners import editors_by_organisation


def tell_offered(agreement: Agreement) -> None:
    subject = _("For signature: {name}").format(name=agreement.title)
    _tell(agreement.provider, subject, "offered", agreement)


def tell_varied(variation: Variation) -> None:
    agreement = variation.agreement
    subject = _("A variation for signature: {name}").format(name=agreement.title)
    _tell(agreement.provider, subject, "varied", agreement, reason=variation.reason)


def tell_due(duty: Duty) -> None:
    subject = _("Due soon: {name}").format(name=duty.title)
    _tell(duty.agreement.provider, subject, "due", duty.agreement, duty=duty)


def tell_sent_back(duty: Duty) -> None:
    subject = _("Sent back: {name}").format(name=duty.title)
    _tell(duty.agreement.provider, subject, "sent_back", duty.agreement, duty=duty)


def _tell(
    who: Organisation, subject: str, template: str, agreement: Agreement, **more: object
) -> None:
    context = {"agreement": agreement, "site": settings.ADDRESS, **more}
    body = render_to_string(f"agreements/mail/{template}.txt", context)
    for person in editors_by_organisation([who.pk])[who.pk]:
        deliver.enqueue(" ".join(subject.split()), body, [person.email])
