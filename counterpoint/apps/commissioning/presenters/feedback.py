"""Scores and reasons for one applicant. No assessor is named, and nobody else's score is shown but
the lowest that was awarded, so that one can see how far it was."""

from dataclasses import dataclass
from decimal import Decimal

from counterpoint.apps.commissioning.models import (
    AgreedPoints,
    Application,
    Bid,
    Decision,
    FeedbackQuestion,
    Score,
)
from counterpoint.apps.commissioning.presenters.deciding import sum_words
from counterpoint.apps.commissioning.queries.ranking import round_of


@dataclass(frozen=True)
class CriterionFeedback:
    title: str
    weight: int
    points: str
    most: int
    least: int | None
    comments: tuple[str, ...]
    agreed_because: str


@dataclass(frozen=True)
class DecisionLine:
    lot: str
    outcome: str
    amount: str
    reason: str
    conditions: str


@dataclass(frozen=True)
class FeedbackView:
    decisions: list[DecisionLine]
    criteria: list[CriterionFeedback]
    score: str
    place: str
    of: int
    lowest_awarded: str
    questions: list[FeedbackQuestion]


def feedback_view(application: Application) -> FeedbackView:
    scored = round_of(application.call)
    standing = scored.standings.get(application.pk)
    place = next(
        (one for one in scored.ranked if one.entry.application == application.pk), None
    )
    is_decided = application.call.decided_at is not None
    return FeedbackView(
        decisions=_decisions(application) if is_decided else [],
        criteria=_criteria(application) if standing and is_decided else [],
        score=f"{standing.score}" if standing and is_decided else "",
        place=f"{place.place}" if place and is_decided else "",
        of=len(scored.ranked),
        lowest_awarded=_lowest(
            application, {pk: one.score for pk, one in scored.standings.items()}
        ),
        questions=list(application.feedback_questions.all()),
    )


def _decisions(application: Application) -> list[DecisionLine]:
    found = Decision.objects.filter(bid__application=application).select_related("bid__lot")
    return [
        DecisionLine(
            one.bid.lot.title,
            str(one.get_outcome_display()),
            sum_words(one.amount, application.call) if one.amount else "",
            one.reason,
            one.conditions,
        )
        for one in found.order_by("bid__lot__number")
    ]


def _criteria(application: Application) -> list[CriterionFeedback]:
    comments: dict[int, list[str]] = {}
    points: dict[int, list[int]] = {}
    rows = Score.objects.filter(
        reading__application=application, reading__finished_at__isnull=False
    )
    # In an order that says nothing about who wrote what.
    for one in rows.order_by("comment"):
        comments.setdefault(one.criterion_id, []).append(one.comment)
        points.setdefault(one.criterion_id, []).append(one.points)
    agreed = {
        one.criterion_id: one for one in AgreedPoints.objects.filter(application=application)
    }
    made = []
    for criterion in application.call.criteria.all():
        given = points.get(criterion.pk, [])
        found = agreed.get(criterion.pk)
        value = (
            found.points
            if found
            else Decimal(sum(given)) / len(given)
            if given
            else Decimal(0)
        )
        made.append(
            CriterionFeedback(
                criterion.title,
                criterion.weight,
                f"{value:.1f}",
                criterion.most,
                criterion.least,
                tuple(comments.get(criterion.pk, [])),
                found.reason if found else "",
            )
        )
    return made


def _lowest(application: Application, scores: dict[int, Decimal]) -> str:
    """Of those awarded, where there are enough of them that it gives nobody away."""
    awarded = Bid.objects.filter(
        application__call=application.call, decision__outcome__in=("award", "part")
    ).values_list("application", flat=True)
    found = sorted(scores[pk] for pk in set(awarded) if pk in scores)
    return str(found[0]) if len(found) >= 3 else ""
