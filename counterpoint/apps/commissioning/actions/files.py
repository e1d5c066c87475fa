"""Files of an application: what they are is checked by content, a scanner is asked where there is one."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.models import Application, Attachment, Question
from counterpoint.apps.commissioning.permissions import check_can_write_application
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.calls import applying as rules
from counterpoint.domain.commissioning.calls import questions as asking
from counterpoint.domain.commissioning.calls.standing import Act, check_may
from counterpoint.domain.refusals import Conflict, Invalid
from counterpoint.integrations.files import handed_in, scanning

MOST_FILES = 10


class NoFileAsked(Invalid):
    sentence = _("This question does not ask for a file.")


class EnoughFiles(Conflict):
    sentence = _("Ten files are enough for one question.")


class SentAlready(Conflict):
    sentence = _("This file belongs to what was sent: it stays.")


def attach(
    *,
    application: Application,
    question: Question,
    name: str,
    chunks: Iterable[bytes],
    by: Person,
    at: datetime,
) -> Attachment:
    """The file is received and scanned before the transaction: neither may hold a lock."""
    check_can_write_application(by, application)
    if question.call_id != application.call_id or question.kind != asking.Kind.FILE:
        raise NoFileAsked
    stored = handed_in.keep(chunks)
    try:
        return _attach(application, question, handed_in.safe_name(name), stored, by, at)
    except BaseException:
        handed_in.drop(stored.stored_as)
        raise


def _attach(
    application: Application,
    question: Question,
    name: str,
    stored: handed_in.Stored,
    by: Person,
    at: datetime,
) -> Attachment:
    scan = Attachment.Scan.NOT_SET_UP
    if scanning.is_set_up():
        scanning.check_clean(handed_in.path_of(stored.stored_as))
        scan = Attachment.Scan.CLEAN
    with transaction.atomic():
        _hold(application, by, at)
        if application.attachments.filter(question=question).count() >= MOST_FILES:
            raise EnoughFiles
        added = Attachment.objects.create(
            application=application,
            question=question,
            name=name,
            content_type=stored.content_type,
            size_bytes=stored.size_bytes,
            sha256=stored.sha256,
            stored_as=stored.stored_as,
            scan=scan,
            added_at=at,
        )
        record("application.file_added", application.call, by, at)
    return added


@transaction.atomic
def remove(*, attachment: Attachment, by: Person, at: datetime) -> None:
    """What a submission names stays: the panel must be able to open it."""
    application = attachment.application
    _hold(application, by, at)
    if any(
        file["id"] == attachment.pk
        for sent in application.submissions.all()
        for answer in sent.content.get("answers", [])
        for file in answer.get("files", [])
    ):
        raise SentAlready
    record("application.file_removed", application.call, by, at)
    stored_as = attachment.stored_as
    attachment.delete()
    transaction.on_commit(partial(handed_in.drop, stored_as))


def _hold(application: Application, by: Person, at: datetime) -> None:
    check_can_write_application(by, application)
    hold(application)
    rules.check_may(rules.Act.WRITE, rules.State(application.state))
    check_may(Act.APPLY, application.call.standing(at))
    application.updated_at = at
    application.save(update_fields=["updated_at"])
