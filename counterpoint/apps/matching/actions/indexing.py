"""The search index kept in step with the records: changes drained from the outbox, in order.

A batch and the position that it stands for are sealed together in the index. A process that is
killed in between finds the old position and takes the same batch again; because a record replaces
the one of its key, nothing is lost and nothing is there twice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q

from counterpoint.apps.history.models import Change
from counterpoint.apps.matching.models import IndexState
from counterpoint.apps.matching.position import MOST_GAPS, Position
from counterpoint.apps.matching.queries.documents import (
    KINDS,
    all_documents,
    changed_documents,
)
from counterpoint.apps.matching.queries.knowledge import engine, meaning, vocabulary_mark
from counterpoint.domain.matching.engine import Batch, SearchDocument, State
from counterpoint.domain.matching.understanding import teaching

AT_ONCE = 500
TELL_EVERY = 500

Tell = Callable[[int], None]


def drain() -> int:
    """How many changes were taken over into the index."""
    drained = 0
    while (taken := _drain_once()) is not None:
        drained += taken
    return drained


def _drain_once() -> int | None:
    health = engine().health(vocabulary=vocabulary_mark())
    if not health.can_answer:
        return None
    found = changes_after(health.position)
    if found is None:
        return None
    batch, position, count = found
    engine().write(batch, position=position)
    return count


def changes_after(position: str) -> tuple[Batch, str, int] | None:
    """The next batch from the outbox with the position after it, or None when there is nothing."""
    at = Position.parse(position)
    waiting = Change.objects.filter(Q(id__gt=at.upto) | Q(id__in=at.gaps))
    rows = list(waiting.order_by("id").values_list("id", "record_type", "record_id")[:AT_ONCE])
    if not rows:
        return None
    changed: dict[str, set[int]] = defaultdict(set)
    for _, kind, number in rows:
        if kind in KINDS:
            changed[kind].add(number)
    after = at.after(number for number, *_ in rows)
    return changed_documents(changed), str(after), len(rows)


def rebuild(
    *, at: datetime, clock: Callable[[], datetime], tell: Tell = lambda count: None
) -> int:
    """How many records the new index holds. The old one answers until the new one is whole."""
    position = now_at()
    _started(at)
    made = 0

    def counted() -> Iterator[SearchDocument]:
        nonlocal made
        for document in all_documents():
            yield document
            made += 1
            if made % TELL_EVERY == 0:
                tell(made)

    engine().rebuild(
        counted(),
        vocabulary=vocabulary_mark(),
        position=str(position),
        teaching=teaching(meaning()),
        catch_up=_catch_up,
    )
    _finished(made, clock())
    return made


def bring_up_to_date(
    *, at: datetime, clock: Callable[[], datetime], tell: Tell = lambda count: None
) -> int:
    """The index made if there is none that fits, and the outbox drained."""
    if engine().health(vocabulary=vocabulary_mark()).needs_rebuild:
        rebuild(at=at, clock=clock, tell=tell)
    return drain()


def is_rebuild_due() -> bool:
    return engine().health(vocabulary=vocabulary_mark()).state is not State.READY


def now_at() -> Position:
    """Where the outbox stands, with the numbers that open transactions may still fill."""
    highest = Change.objects.aggregate(highest=Max("id"))["highest"] or 0
    start = max(0, highest - MOST_GAPS)
    recent = Change.objects.filter(id__gt=start, id__lte=highest).values_list("id", flat=True)
    return Position(start).after([*recent, highest]) if highest else Position()


def _catch_up(position: str) -> tuple[Batch, str] | None:
    found = changes_after(position)
    return found[:2] if found else None


@transaction.atomic
def _started(at: datetime) -> None:
    IndexState.objects.update_or_create(pk=1, defaults={"started_at": at})


@transaction.atomic
def _finished(count: int, at: datetime) -> None:
    IndexState.objects.update_or_create(
        pk=1, defaults={"finished_at": at, "record_count": count}
    )
