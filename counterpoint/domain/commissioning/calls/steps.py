"""The steps of a call, as data: what happens, who does it, by when.

A programme's staff put them together without code, from the kinds below. Whether they fit together
is checked before anything is published, and a made-up application can be walked through them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from counterpoint.domain.refusals import Invalid


class Kind(StrEnum):
    EXPRESSION = "expression"
    APPLICATION = "application"
    ASSESSMENT = "assessment"
    MODERATION = "moderation"
    DECISION = "decision"


INTAKES = frozenset({Kind.EXPRESSION, Kind.APPLICATION})
PRESETS: dict[str, tuple[Kind, ...]] = {
    "one-stage": (Kind.APPLICATION, Kind.ASSESSMENT, Kind.MODERATION, Kind.DECISION),
    "expression-first": (
        Kind.EXPRESSION,
        Kind.APPLICATION,
        Kind.ASSESSMENT,
        Kind.MODERATION,
        Kind.DECISION,
    ),
    "light": (Kind.APPLICATION, Kind.ASSESSMENT, Kind.DECISION),
}


class StepsDoNotFit(Invalid):
    sentence = "The steps of this call do not fit together."


@dataclass(frozen=True, slots=True)
class Step:
    """`by` is when the step is over: for an intake its exact deadline."""

    kind: Kind
    title: str
    by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """What happens to the made-up application at one step."""

    step: Step
    who: str
    does: str
    needs: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()

    @property
    def goes_on(self) -> bool:
        return not self.stops


@dataclass(frozen=True)
class Walk:
    """What the walk needs to know of the call and of the made-up application."""

    required_questions: tuple[str, ...] = ()
    left_empty: tuple[str, ...] = ()
    failed_rules: tuple[str, ...] = ()
    assessors: int = 0
    assessors_needed: int = 2
    lacks_lived_experience: bool = False
    below_thresholds: tuple[str, ...] = ()


def check(steps: Sequence[Step]) -> None:
    """One application, at most one expression of interest before it, a decision at the end."""
    kinds = [step.kind for step in steps]
    if kinds.count(Kind.APPLICATION) != 1:
        raise StepsDoNotFit(advice="There must be one step for the application itself.")
    if kinds.count(Kind.EXPRESSION) > 1:
        raise StepsDoNotFit(advice="There can be one expression of interest at most.")
    order = list(Kind)
    if kinds != sorted(kinds, key=order.index):
        raise StepsDoNotFit(
            advice="Expression of interest, application, assessment, moderation, decision: in this order."
        )
    if Kind.ASSESSMENT not in kinds or kinds[-1] is not Kind.DECISION:
        raise StepsDoNotFit(advice="Applications are assessed, and then there is a decision.")
    _check_times(steps)


def walked(steps: Sequence[Step], walk: Walk) -> Iterator[Pass]:
    """The made-up application's way, up to the step that stops it."""
    for step in steps:
        passed = WALKS[step.kind](step, walk)
        yield passed
        if not passed.goes_on:
            return


def _check_times(steps: Sequence[Step]) -> None:
    known = [step for step in steps if step.by is not None]
    for before, after in pairwise(known):
        if before.by and after.by and after.by <= before.by:
            raise StepsDoNotFit(
                advice=f"“{after.title}” must end after “{before.title}” has ended."
            )
    for step in steps:
        if step.kind in INTAKES and step.by is None:
            raise StepsDoNotFit(advice=f"“{step.title}” needs a deadline.")


def _intake(step: Step, walk: Walk) -> Pass:
    missing = tuple(q for q in walk.required_questions if q in walk.left_empty)
    stops = tuple(f"“{question}” has no answer." for question in missing)
    return Pass(
        step,
        who="The applicant",
        does="Answers the questions and sends them before the deadline. A receipt says when.",
        needs=walk.required_questions,
        stops=(*stops, *walk.failed_rules),
    )


def _assessment(step: Step, walk: Walk) -> Pass:
    stops = []
    if walk.assessors < walk.assessors_needed:
        stops.append(
            f"Each application needs {walk.assessors_needed} assessors; the panel has {walk.assessors}."
        )
    if walk.lacks_lived_experience:
        stops.append("The panel has no assessor with lived experience yet.")
    return Pass(
        step,
        who="Each assessor, alone",
        does="Declares interests, then scores every criterion and says why.",
        stops=tuple(stops),
    )


def _moderation(step: Step, walk: Walk) -> Pass:
    return Pass(
        step,
        who="The panel together",
        does="Sees all scores for the first time, looks at where they differ, and agrees.",
    )


def _decision(step: Step, walk: Walk) -> Pass:
    stops = tuple(
        f"“{title}” stays under its minimum: no award." for title in walk.below_thresholds
    )
    return Pass(
        step,
        who="The commissioner",
        does="Awards in the order of the ranking within the pot. Everybody gets scores and reasons.",
        stops=stops,
    )


WALKS = {
    Kind.EXPRESSION: _intake,
    Kind.APPLICATION: _intake,
    Kind.ASSESSMENT: _assessment,
    Kind.MODERATION: _moderation,
    Kind.DECISION: _decision,
}
