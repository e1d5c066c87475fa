"""Partners of an application. Each confirms for itself; nobody is bound by being named."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.emails import applications as emails
from counterpoint.apps.commissioning.models import Application, Partner
from counterpoint.apps.commissioning.permissions import check_can_write_application
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.domain.commissioning.calls import applying as rules
from counterpoint.domain.commissioning.calls.standing import Act, check_may
from counterpoint.domain.refusals import Conflict, Invalid

DETAILS = ("role", "share", "signs", "reports")


class NotYourself(Invalid):
    sentence = _("The applicant is no partner of its own.")


class AlreadyNamed(Conflict):
    sentence = _("This organisation is named already.")


class AnsweredBefore(Conflict):
    sentence = _("This was answered before.")


@transaction.atomic
def name_partner(
    *,
    application: Application,
    organisation: Organisation,
    details: Mapping[str, Any],
    by: Person,
    at: datetime,
) -> Partner:
    _hold(application, by, at)
    if organisation == application.organisation:
        raise NotYourself
    if application.partners.filter(organisation=organisation).exists():
        raise AlreadyNamed
    said = {name: details[name] for name in DETAILS if name in details}
    made = Partner.objects.create(application=application, organisation=organisation, **said)
    name = {"name": organisation.name}
    record("application.partner_added", application.call, by, at, name)
    emails.tell_partner(made, at)
    return made


@transaction.atomic
def take_off_partner(*, partner: Partner, by: Person, at: datetime) -> None:
    _hold(partner.application, by, at)
    name = {"name": partner.organisation.name}
    record("application.partner_removed", partner.application.call, by, at, name)
    partner.delete()


@transaction.atomic
def answer_as_partner(*, partner: Partner, confirms: bool, by: Person, at: datetime) -> None:
    """By an editor of the partner itself. A confirmation may be taken back until the deadline."""
    check_can_edit(by, partner.organisation)
    hold(partner)
    check_may(Act.APPLY, partner.application.call.standing(at))
    if confirms and partner.confirmed_at is not None:
        raise AnsweredBefore
    partner.confirmed_at = at if confirms else None
    partner.declined_at = None if confirms else at
    partner.save(update_fields=["confirmed_at", "declined_at"])
    name = {"name": partner.organisation.name}
    record("application.partner_answered", partner.application.call, by, at, name)


def _hold(application: Application, by: Person, at: datetime) -> None:
    check_can_write_application(by, application)
    hold(application)
    rules.check_may(rules.Act.WRITE, rules.State(application.state))
    check_may(Act.APPLY, application.call.standing(at))
    application.updated_at = at
    application.save(update_fields=["updated_at"])
