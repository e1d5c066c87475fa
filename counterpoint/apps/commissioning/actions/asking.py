"""Questions before the deadline, answered to all; and who is told of the call, and why."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.telling import move_on, publish_notice, record
from counterpoint.apps.commissioning.emails import calls as emails
from counterpoint.apps.commissioning.models import Call, Clarification, Invitation, Notice
from counterpoint.apps.commissioning.permissions import check_can_write_call
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.apps.directory.models import Organisation
from counterpoint.domain.commissioning.calls.standing import Act
from counterpoint.domain.refusals import Conflict, Invalid, TooOften

MOST_ASKED = 10
WITHIN = timedelta(hours=24)


class NothingAsked(Invalid):
    sentence = _("Write the question.")


class NothingAnswered(Invalid):
    sentence = _("Write the answer: everybody reads it.")


class AlreadyAnswered(Conflict):
    sentence = _("This question is answered already.")


class AlreadyInvited(Conflict):
    sentence = _("This organisation was told of the call before.")


class SayWhyThem(Invalid):
    sentence = _("Say why this organisation is told: it reads the reason.")


class EnoughAsked(TooOften):
    sentence = _("Ten questions a day are enough from one person.")


@transaction.atomic
def ask(*, call: Call, text: str, by: Person, at: datetime) -> Clarification:
    """Nobody is ever shown who asked; the history does not say it either."""
    hold(call)
    move_on(call, Act.ASK, at)
    if not text.strip():
        raise NothingAsked
    if call.clarifications.filter(asked_by=by, asked_at__gt=at - WITHIN).count() >= MOST_ASKED:
        raise EnoughAsked
    asked = Clarification.objects.create(
        call=call, asked_by=by, text=text.strip(), asked_at=at
    )
    record("call.asked", call, None, at)
    return asked


@transaction.atomic
def answer(
    *, clarification: Clarification, text: str, by: Person | None, at: datetime
) -> Notice:
    call = clarification.call
    check_can_write_call(by, call)
    hold(call)
    hold(clarification)
    move_on(call, Act.ANSWER, at)
    if not text.strip():
        raise NothingAnswered
    if clarification.answered_at is not None:
        raise AlreadyAnswered
    clarification.answer, clarification.answered_at = text.strip(), at
    clarification.save(update_fields=["answer", "answered_at"])
    words = f"{clarification.text}\n\n{clarification.answer}"
    notice = publish_notice(call, Notice.Kind.ANSWERED, words, at)
    record("call.answered", call, by, at)
    if clarification.asked_by is not None:
        emails.tell_asker(clarification, clarification.asked_by, at)
    return notice


@transaction.atomic
def invite(
    *, call: Call, organisation: Organisation, reason: str, by: Person | None, at: datetime
) -> Invitation:
    """Told by mail to its editors; one that has none yet is listed all the same."""
    check_can_write_call(by, call)
    hold(call)
    move_on(call, Act.INVITE, at)
    if not reason.strip():
        raise SayWhyThem
    if call.invitations.filter(organisation=organisation).exists():
        raise AlreadyInvited
    made = Invitation.objects.create(
        call=call, organisation=organisation, reason=reason.strip(), at=at
    )
    record("call.invited", call, by, at, {"name": organisation.name})
    emails.tell_invited(made, at)
    return made
