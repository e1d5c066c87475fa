"""Who may write a call, who may read an application and when, who sits on a panel.

Applications are sealed: before they are opened, once, after the deadline, nobody but the applicant
reads them, the commissioner and the programme team included.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import Application, Call, Reading, Seat
from counterpoint.apps.directory.permissions import (
    as_question,
    can_edit,
    can_see_drafts,
    check_can_edit,
    role_in,
)
from counterpoint.domain.commissioning.calls.applying import State
from counterpoint.domain.commissioning.calls.standing import Standing
from counterpoint.domain.refusals import Forbidden, NotFound


class NotOnThePanel(Forbidden):
    sentence = _("Only members of the call's panel can do this.")


class NotAnApplicant(NotFound):
    sentence = _("There is no such application.")


class StillSealed(Forbidden):
    sentence = _("Applications are sealed until they are opened, after the deadline.")


OPENED = frozenset({Standing.ASSESSING, Standing.DECIDED, Standing.REPLACED})


def check_can_write_call(by: Person | None, call: Call) -> None:
    """None is the system itself, which acts for whoever runs it; views never pass it on."""
    if by is not None:
        check_can_edit(by, call.organisation)


def can_write_call(person: Any, call: Call) -> bool:
    return can_edit(person, call.organisation)


def can_see_call(person: Any, call: Call) -> bool:
    return call.is_public or can_see_drafts(person, call.organisation)


def check_can_write_application(by: Person | None, application: Application) -> None:
    """Only the applicant's own members: no programme team writes somebody's application."""
    if by is not None:
        if role_in(by, application.organisation) is None:
            raise NotAnApplicant
        check_can_edit(by, application.organisation)


def is_applicant(person: Any, application: Application) -> bool:
    return role_in(person, application.organisation) is not None


def is_partner(person: Any, application: Application) -> bool:
    return any(
        role_in(person, partner.organisation) is not None
        for partner in application.partners.select_related("organisation")
        if partner.declined_at is None
    )


def can_read_application(person: Any, application: Application) -> bool:
    return is_applicant(person, application) or is_partner(person, application)


def check_may_read_submissions(by: Person | None, call: Call, at: datetime) -> None:
    """The commissioner's own people, once applications were opened."""
    check_can_write_call(by, call)
    if call.standing(at) not in OPENED:
        raise StillSealed


def check_can_read_expressions(by: Person | None, call: Call, at: datetime) -> None:
    """Expressions of interest are read once their own deadline has passed."""
    check_can_write_call(by, call)
    deadline = call.expressions_deadline
    if deadline is None or at <= deadline.last_moment:
        raise StillSealed


def seat_of(person: Any, call: Call) -> Seat | None:
    if not getattr(person, "is_authenticated", False):
        return None
    return Seat.objects.filter(call=call, person=person).first()


def check_has_seat(by: Person | None, call: Call) -> Seat:
    seat = seat_of(by, call)
    if seat is None:
        raise NotOnThePanel
    return seat


def check_owns_reading(by: Person | None, reading: Reading) -> None:
    if by is None or reading.seat.person_id != by.pk:
        raise NotOnThePanel


def may_moderate(person: Any, call: Call) -> bool:
    """The panel together, and whoever runs the call."""
    return can_write_call(person, call) or seat_of(person, call) is not None


def is_settled_for_applicants(application: Application) -> bool:
    return application.call.state == Standing.DECIDED.value or application.state in (
        State.NOT_INVITED,
        State.INELIGIBLE,
    )


may_read_submissions = as_question(check_may_read_submissions)
