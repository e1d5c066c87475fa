"""Anybody may say that a record is wrong; whoever answers for it answers them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.apps.directory.emails import corrections as emails
from counterpoint.apps.directory.emails.posting import About
from counterpoint.apps.directory.models import Correction
from counterpoint.apps.directory.permissions import check_can_answer
from counterpoint.apps.directory.queries.corrections import record_of
from counterpoint.apps.directory.queries.owners import Record, owner_of, people_to_ask
from counterpoint.apps.history import actions as history
from counterpoint.domain.refusals import Conflict, Invalid


class NothingSuggested(Invalid):
    sentence = _("The suggestion is empty.")
    advice = _("Say what is wrong and what it should be.")


class AnswerMissing(Invalid):
    sentence = _("Whoever suggested this deserves a reason.")
    advice = _("Say in a sentence why it stays as it is.")


class AlreadyAnswered(Conflict):
    sentence = _("Somebody else has answered this already.")


@transaction.atomic
def suggest_correction(
    *,
    record: Record,
    suggestion: str,
    field: str = "",
    email: str = "",
    by: Person | None,
    at: datetime,
) -> Correction:
    """Open to everybody, signed in or not; `email` is where the answer goes."""
    if not suggestion.strip():
        raise NothingSuggested
    correction = Correction.objects.create(
        record_type=str(record._meta.model_name),
        record_id=record.pk,
        field=field,
        suggestion=suggestion.strip(),
        email=email,
        by=by,
        at=at,
    )
    history.record(kind="correction.suggested", subject=record, by=by, at=at)
    about = About(str(record), record.get_absolute_url())
    addresses = [person.email for person in people_to_ask(record)]
    emails.tell_owners(correction, about, addresses)
    return correction


@transaction.atomic
def answer_correction(
    *, correction: Correction, is_made: bool, answer: str = "", by: Person, at: datetime
) -> Correction:
    """Making it is a separate edit: this says that it was done, or why it was not."""
    record = record_of(correction)
    check_can_answer(by, owner_of(record))
    hold(correction)
    if correction.stage != Correction.Stage.OPEN:
        raise AlreadyAnswered
    if not is_made and not answer.strip():
        raise AnswerMissing
    correction.stage = Correction.Stage.MADE if is_made else Correction.Stage.DECLINED
    correction.answer, correction.answered_by, correction.answered_at = answer.strip(), by, at
    correction.save(update_fields=["stage", "answer", "answered_by", "answered_at"])
    kind = "correction.made" if is_made else "correction.declined"
    history.record(kind=kind, subject=record, by=by, at=at)
    address = correction.email or (correction.by.email if correction.by else "")
    if address:
        about = About(str(record), record.get_absolute_url())
        emails.tell_suggester(correction, about, address)
    return correction
