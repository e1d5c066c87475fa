"""History read into news, one gatherer at a time, each entry once."""

from django.db import transaction
from django.db.models import Q

from counterpoint.apps.history.models import Entry
from counterpoint.apps.history.news import news_kinds
from counterpoint.apps.matching.position import Position
from counterpoint.apps.updates.models import Gathering, News

AT_ONCE = 2_000


def gather() -> int:
    """How many pieces of news were added."""
    added = 0
    while (found := _gather_once()) is not None:
        added += found
    return added


@transaction.atomic
def _gather_once() -> int | None:
    Gathering.objects.get_or_create(pk=1)
    turn = Gathering.objects.select_for_update().get(pk=1)
    at = Position.parse(turn.position)
    waiting = Entry.objects.filter(Q(id__gt=at.upto) | Q(id__in=at.gaps)).order_by("id")
    rows = list(waiting.values("id", "kind", "subject_id", "at", "detail")[:AT_ONCE])
    if not rows:
        return None
    events = {
        entry: (kind.code, event)
        for kind in news_kinds().values()
        for entry, event in kind.entries.items()
    }
    made = [
        News(
            kind=events[row["kind"]][0],
            record_id=int(row["subject_id"]),
            event=events[row["kind"]][1],
            fields=row["detail"].get("fields", []),
            happened_at=row["at"],
        )
        for row in rows
        if row["kind"] in events
    ]
    News.objects.bulk_create(made)
    turn.position = str(at.after(row["id"] for row in rows))
    turn.save(update_fields=["position"])
    return len(made)
