"""Writing an application: begun, answered piece by piece, sent before the deadline, withdrawn."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.library import fill_from_library, keep_answers
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.emails import applications as emails
from counterpoint.apps.commissioning.models import (
    Answer,
    Application,
    Bid,
    Call,
    Question,
    Submission,
)
from counterpoint.apps.commissioning.permissions import check_can_write_application
from counterpoint.apps.commissioning.queries.progress import is_at_expression, progress_of
from counterpoint.apps.commissioning.queries.sent import content_of, sha256_of
from counterpoint.apps.commissioning.words import CallKind
from counterpoint.apps.directory.actions.saving import NotComplete, hold, write
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.domain.commissioning.calls import applying as rules
from counterpoint.domain.commissioning.calls import questions as asking
from counterpoint.domain.commissioning.calls.deadline import Deadline, TooLate
from counterpoint.domain.commissioning.calls.standing import Act, Standing, check_may
from counterpoint.domain.refusals import Conflict, Invalid

DETAILS = ("title", "form", "own_share", "exit_rules", "declared")


class NothingToApplyFor(Conflict):
    sentence = gettext_lazy("This is an early notice: there is nothing to apply for yet.")


class AlreadyApplying(Conflict):
    sentence = gettext_lazy("This organisation has an application to this call already.")


class NotAQuestionOfThis(Invalid):
    sentence = gettext_lazy("The call does not ask this.")


class ExpressionsOver(TooLate):
    sentence = gettext_lazy(
        "Expressions of interest were taken until the deadline, which has passed."
    )


class AnsweredMeanwhile(Conflict):
    """Somebody of the same organisation saved another answer; both are shown."""

    sentence = gettext_lazy("Somebody else changed this answer while you were writing.")
    advice = gettext_lazy(
        "Both are shown: choose what to keep. Nothing that you wrote is lost."
    )

    def __init__(self, stored: Answer, mine: Any) -> None:
        self.stored, self.mine = stored, mine
        super().__init__()


@transaction.atomic
def start(*, call: Call, organisation: Organisation, by: Person, at: datetime) -> Application:
    check_can_edit(by, organisation)
    if call.kind == CallKind.ENGAGEMENT:
        raise NothingToApplyFor
    check_may(Act.APPLY, call.standing(at))
    expressions = call.expressions_deadline
    if expressions is not None and at > expressions.last_moment:
        raise ExpressionsOver
    made = Application(call=call, organisation=organisation, created_at=at, updated_at=at)
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise AlreadyApplying from None
    only = list(call.lots.all()[:2])
    if len(only) == 1:
        Bid.objects.create(application=made, lot=only[0])
    fill_from_library(made, by, at)
    record("application.started", call, by, at)
    return made


@transaction.atomic
def save_answer(
    *,
    application: Application,
    question: Question,
    value: Any,
    seen_version: int,
    by: Person,
    at: datetime,
) -> Answer:
    """`seen_version` is that of the answer the writer had before them; none yet is 0."""
    _hold_to_write(application, by, at)
    if question.call_id != application.call_id:
        raise NotAQuestionOfThis
    if question.kind in asking.ELSEWHERE:
        raise NotAQuestionOfThis
    stored = application.answers.filter(question=question).first()
    if stored is None:
        stored = Answer(application=application, question=question, version=0)
    if stored.value == value and stored.version:
        return stored
    if stored.version != seen_version:
        raise AnsweredMeanwhile(stored, value)
    stored.value, stored.version = value, stored.version + 1
    stored.updated_at, stored.updated_by = at, by
    stored.save()
    application.updated_at = at
    application.save(update_fields=["updated_at"])
    return stored


@transaction.atomic
def save_details(
    *,
    application: Application,
    details: Mapping[str, Any],
    prices: Mapping[int, tuple[Decimal | None, Decimal | None]] | None = None,
    seen_at: datetime | None = None,
    by: Person,
    at: datetime,
) -> None:
    """`prices`: by number of a lot, what is asked for it and the least that would be of use.

    A lot that is not among them is not bid for. A price above a ceiling is kept, and the page says
    so: it only cannot be sent.
    """
    _hold_to_write(application, by, at, seen_at)
    write(application, {name: details[name] for name in DETAILS if name in details})
    application.updated_at = at
    application.save()
    if prices is not None:
        application.bids.exclude(lot__number__in=prices).delete()
        for lot in application.call.lots.filter(number__in=prices):
            price, least = prices[lot.number]
            Bid.objects.update_or_create(
                application=application, lot=lot, defaults={"price": price, "least": least}
            )
    record("application.edited", application.call, by, at)


@transaction.atomic
def submit(*, application: Application, by: Person, at: datetime) -> Submission:
    """Sent as it stands now; the receipt says when it came. The last one sent is what counts."""
    check_can_write_application(by, application)
    hold(application)
    to = rules.check_may(rules.Act.SUBMIT, rules.State(application.state))
    late_by = _deadline_now(application, at).late_by(at)
    made = progress_of(application)
    if not made.can_be_sent:
        raise NotComplete(_what_is_missing(made))
    is_expression = is_at_expression(application)
    content = content_of(application)
    last = application.submissions.order_by("-number").first()
    sent = Submission.objects.create(
        application=application,
        number=last.number + 1 if last else 1,
        is_expression=is_expression,
        at=at,
        by=by,
        late_seconds=int(late_by.total_seconds()),
        sha256=sha256_of(content),
        content=content,
    )
    application.state = to or application.state
    application.submitted_at = application.updated_at = at
    application.save(update_fields=["state", "submitted_at", "updated_at"])
    record("application.sent", application.call, by, at, {"receipt": sent.receipt})
    keep_answers(application, at)
    emails.tell_sent(sent, by.email)
    return sent


@transaction.atomic
def withdraw(*, application: Application, by: Person, at: datetime) -> None:
    """Until applications are opened; until the deadline it can be sent again."""
    check_can_write_application(by, application)
    hold(application)
    standing = application.call.standing(at)
    if standing not in (Standing.OPEN, Standing.CLOSED):
        raise rules.ApplicationSettled(
            _("Applications are being read: tell the commissioner that you withdraw.")
        )
    to = rules.check_may(rules.Act.WITHDRAW, rules.State(application.state))
    application.state, application.updated_at = to or application.state, at
    application.save(update_fields=["state", "updated_at"])
    record("application.withdrawn", application.call, by, at)


def _hold_to_write(
    application: Application, by: Person, at: datetime, seen_at: datetime | None = None
) -> None:
    check_can_write_application(by, application)
    hold(application, seen_at)
    rules.check_may(rules.Act.WRITE, rules.State(application.state))
    check_may(Act.APPLY, application.call.standing(at))


def _deadline_now(application: Application, at: datetime) -> Deadline:
    call = application.call
    # Read again under the lock: it may have been moved or the call withdrawn a moment ago.
    call.refresh_from_db()
    standing = call.standing(at)
    if standing is Standing.CLOSED:
        raise TooLate
    check_may(Act.APPLY, standing)
    deadline = call.deadline
    if is_at_expression(application):
        deadline = call.expressions_deadline
    assert deadline is not None  # a published call has them
    return deadline


def _what_is_missing(made: Any) -> list[str]:
    said = [*made.others, *(one.rule.sentence for one in made.failed_rules)]
    if made.by_question:
        count = len(made.by_question)
        said.append(_("{count} questions need another look").format(count=count))
    return said
