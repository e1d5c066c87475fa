from datetime import datetime

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.matching.models import Feedback
from counterpoint.apps.matching.queries.documents import parts_of
from counterpoint.apps.matching.queries.questions import Question


@transaction.atomic
def give(
    *,
    question: Question,
    key: str,
    rank: int | None,
    verdict: str,
    by: Person | None,
    at: datetime,
) -> Feedback:
    kind, number = parts_of(key)
    given = Feedback.objects.create(
        side=question.side.value,
        text=question.text,
        record_type=kind,
        record_id=number,
        rank=rank,
        verdict=verdict,
        by=by,
        at=at,
    )
    history.record(
        kind="match.judged", subject=given, by=by, at=at, detail={"verdict": verdict}
    )
    return given
