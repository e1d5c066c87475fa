"""Times of a call counted in working days, bank holidays left out."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.drafting import follow_steps
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.permissions import check_can_write_call
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.domain.commissioning.calls.standing import Act, check_may
from counterpoint.domain.commissioning.working_days import Nation, working_days_after

NOON = time(12)


def days_of(begins: date, counts: Sequence[int], nation: Nation) -> list[date]:
    """The day on which each step is over, each counted from the day of the one before."""
    days, last = [], begins
    for count in counts:
        last = working_days_after(last, count, nation)
        days.append(last)
    return days


@transaction.atomic
def set_times(
    *,
    call: Call,
    begins: date,
    counts: Sequence[int],
    nation: Nation,
    by: Person | None,
    at: datetime,
) -> None:
    """Each step ends at noon; the call opens at nine on its first day."""
    check_can_write_call(by, call)
    hold(call)
    check_may(Act.EDIT, call.standing(at))
    steps = list(call.steps.all())
    for step, on in zip(steps, days_of(begins, counts, nation), strict=True):
        step.by = timezone.make_aware(datetime.combine(on, NOON))
        step.save(update_fields=["by"])
    call.opens_at = timezone.make_aware(datetime.combine(begins, time(9)))
    follow_steps(call)
    call.updated_at = at
    call.save(update_fields=["opens_at", "closes_at", "expressions_close_at", "updated_at"])
    record("call.scheduled", call, by, at)
