"""A made-up application walked through the steps of a call, before anything is published."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Call, Seat
from counterpoint.apps.commissioning.presenters.calls import moment
from counterpoint.apps.commissioning.queries.ranking import value_of
from counterpoint.apps.commissioning.queries.readiness import missing, step_values
from counterpoint.domain.commissioning.calls import steps as rules
from counterpoint.domain.commissioning.deciding import scores


def simulation(call: Call, asked: QueryDict, at: datetime) -> Mapping[str, Any]:
    """`empty`: numbers of questions left without an answer, `failed`: of rules not met,
    `points-N`: what criterion N gets."""
    questions, rule_rows = list(call.questions.all()), list(call.rules.all())
    criteria = list(call.criteria.all())
    empty, broken = set(asked.getlist("empty")), set(asked.getlist("failed"))
    points = {one.pk: _points(asked.get(f"points-{one.pk}"), one.most) for one in criteria}
    values = [value_of(one) for one in criteria]
    given = {key: Decimal(number) for key, number in points.items()}
    below = scores.below_minimum(given, values)
    seats = [seat for seat in call.seats.all() if seat.scores]
    walk = rules.Walk(
        required_questions=tuple(one.text for one in questions if one.is_required),
        left_empty=tuple(one.text for one in questions if str(one.pk) in empty),
        failed_rules=tuple(one.sentence for one in rule_rows if str(one.pk) in broken),
        # Before there is a panel, the walk takes for granted that there will be one.
        assessors=len(seats) if seats else call.readers_each,
        assessors_needed=call.readers_each,
        lacks_lived_experience=bool(
            seats and call.lived_each and not any(one.role == Seat.Role.LIVED for one in seats)
        ),
        below_thresholds=tuple(one.title for one in below),
    )
    steps = step_values(call)
    passes = list(rules.walked(steps, walk))
    return {
        "passes": [(one, moment(one.step.by) or _("no time set")) for one in passes],
        "reaches_the_end": len(passes) == len(steps) and bool(passes) and passes[-1].goes_on,
        "left_out": steps[len(passes) :],
        "questions": [(one, str(one.pk) in empty) for one in questions],
        "rules": [(one, str(one.pk) in broken) for one in rule_rows],
        "criteria": [(one, points[one.pk]) for one in criteria],
        "score": scores.weighted(given, values) if criteria else None,
        "missing": missing(call, at),
        "has_panel": bool(seats),
    }


def _points(text: str | None, most: int) -> int:
    if text is None or not text.isdigit():
        return most
    return min(int(text), most)
