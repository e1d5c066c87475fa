"""How long matching keeps what it knows about people and about changes."""

from datetime import datetime, timedelta

from counterpoint.apps.history.models import Change
from counterpoint.apps.history.retention import forgets
from counterpoint.apps.matching.models import Feedback
from counterpoint.apps.matching.position import Position
from counterpoint.apps.matching.queries.knowledge import engine, vocabulary_mark

FEEDBACK_KEPT = timedelta(days=2 * 365)
# Longer than any rebuild takes: a new index reads from where the outbox stood when it was begun.
CHANGES_KEPT = timedelta(days=7)


@forgets("what people said of matches")
def feedback(at: datetime) -> int:
    return Feedback.objects.filter(at__lt=at - FEEDBACK_KEPT).delete()[0]


@forgets("changes that the search index has taken over")
def changes(at: datetime) -> int:
    health = engine().health(vocabulary=vocabulary_mark())
    upto = Position.parse(health.position).upto
    return Change.objects.filter(id__lte=upto, at__lt=at - CHANGES_KEPT).delete()[0]
