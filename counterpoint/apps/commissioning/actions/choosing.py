"""Between expression of interest and application, and on eligibility: each with its reason."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.logging import log
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.emails import applications as emails
from counterpoint.apps.commissioning.models import Application
from counterpoint.apps.commissioning.permissions import (
    check_can_read_expressions,
    check_may_read_submissions,
)
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.calls.applying import Act, State, check_may
from counterpoint.domain.refusals import Invalid


class SayWhyNot(Invalid):
    sentence = _("Say why: the applicant reads it.")


@transaction.atomic
def invite_on(*, application: Application, by: Person | None, at: datetime) -> None:
    check_can_read_expressions(by, application.call, at)
    _settle(application, Act.INVITE, "", at)
    application.is_invited = True
    application.save(update_fields=["is_invited"])
    log(application.call, "invited on", str(application.organisation), {}, by, at)
    record("application.invited", application, by, at)
    emails.tell_invited_on(application, at)


@transaction.atomic
def turn_down(*, application: Application, why: str, by: Person | None, at: datetime) -> None:
    check_can_read_expressions(by, application.call, at)
    if not why.strip():
        raise SayWhyNot
    _settle(application, Act.TURN_DOWN, why, at)
    log(application.call, "not invited", str(application.organisation), {"why": why}, by, at)
    record("application.not_invited", application, by, at)
    emails.tell_outcome(application, at)


@transaction.atomic
def exclude(*, application: Application, why: str, by: Person | None, at: datetime) -> None:
    """Not eligible after all, although the form let it through."""
    check_may_read_submissions(by, application.call, at)
    if not why.strip():
        raise SayWhyNot
    _settle(application, Act.EXCLUDE, why, at)
    log(application.call, "not eligible", str(application.organisation), {"why": why}, by, at)
    record("application.excluded", application, by, at)


def _settle(application: Application, act: Act, why: str, at: datetime) -> None:
    hold(application)
    to = check_may(act, State(application.state))
    application.state, application.state_reason = to or application.state, why
    application.updated_at = at
    application.save(update_fields=["state", "state_reason", "updated_at"])
