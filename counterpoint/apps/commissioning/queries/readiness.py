"""What a draft still needs before it can be published, in the words of whoever writes it."""

from datetime import datetime

from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.words import CallKind
from counterpoint.domain.commissioning.calls import steps as step_rules
from counterpoint.domain.commissioning.calls.questions import Kind
from counterpoint.domain.commissioning.deciding.scores import HUNDRED
from counterpoint.domain.refusals import Refusal


def step_values(call: Call) -> list[step_rules.Step]:
    return [
        step_rules.Step(step_rules.Kind(one.kind), one.title, one.by)
        for one in call.steps.all()
    ]


def missing(call: Call, at: datetime) -> list[str]:
    said = []
    if not call.purpose.strip():
        said.append(_("what it is for, in outcomes"))
    if call.kind == CallKind.ENGAGEMENT:
        return said
    if not call.lots.exists():
        said.append(_("at least one lot: the whole can be one"))
    if not call.route:
        said.append(_("the way of buying, and why"))
    said += _of_steps(call, at)
    said += _of_criteria(call)
    said += _of_questions(call)
    return said


def _of_steps(call: Call, at: datetime) -> list[str]:
    try:
        step_rules.check(step_values(call))
    except Refusal as refused:
        return [str(refused.advice)]
    if call.closes_at and call.closes_at <= at:
        return [_("a deadline that is still to come")]
    if call.opens_at and call.closes_at and call.opens_at >= call.closes_at:
        return [_("a deadline after the day on which it opens")]
    return []


def _of_criteria(call: Call) -> list[str]:
    weights = [one.weight for one in call.criteria.all()]
    if not weights:
        return [_("criteria with their weights")]
    if sum(weights) != HUNDRED:
        return [_("weights that make 100; they make {sum}").format(sum=sum(weights))]
    return []


def _of_questions(call: Call) -> list[str]:
    found = list(call.questions.all())
    said = []
    if not any(not one.in_expression for one in found):
        said.append(_("at least one question of the application"))
    if call.expressions_close_at and not any(one.in_expression for one in found):
        said.append(_("at least one question of the expression of interest"))
    said += [
        _("choices for “{question}”").format(question=one.text)
        for one in found
        if one.kind in (Kind.CHOICE, Kind.CHOICES) and len(one.choices) < 2
    ]
    return said
