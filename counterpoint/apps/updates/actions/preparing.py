"""Digests written down before any is sent: for whom, what, and why.

A subscriber's window moves on in the same transaction in which the mail for it is written down, so
nothing is told twice and nothing is passed over, wherever a process is killed.
"""

from datetime import datetime

from django.db import transaction

from counterpoint.apps.updates.models import Mailing, News, Subscriber
from counterpoint.apps.updates.queries.choosing import Chooser, interests, searches_of
from counterpoint.domain.updates.timing import Frequency, is_due, slot

AT_ONCE = 500


def prepare_digests(*, at: datetime) -> int:
    """How many digests were written down."""
    made = 0
    for frequency in Frequency:
        made += _prepare(frequency, at)
    return made


def _prepare(frequency: Frequency, at: datetime) -> int:
    due = Subscriber.objects.told(at).filter(
        frequency=frequency.value, told_at__lt=slot(frequency, at)
    )
    upto = News.objects.order_by("-id").values_list("id", flat=True).first() or 0
    if frequency is Frequency.AT_ONCE:
        due = due.filter(told_upto__lt=upto)
    least = due.order_by("told_upto").values_list("told_upto", flat=True).first()
    if least is None:
        return 0
    chooser = Chooser(News.objects.filter(id__gt=least, id__lte=upto), at.date())
    made, last = 0, 0
    while True:
        batch = list(due.filter(pk__gt=last).order_by("pk")[:AT_ONCE])
        if not batch:
            return made
        last = batch[-1].pk
        made += _write_down([one.pk for one in batch], chooser, frequency, upto, at)


@transaction.atomic
def _write_down(
    numbers: list[int], chooser: Chooser, frequency: Frequency, upto: int, at: datetime
) -> int:
    # Asked again under lock: another process may have been here, or somebody has left.
    held = [
        one
        for one in Subscriber.objects.told(at)
        .select_for_update()
        .filter(pk__in=numbers, frequency=frequency.value)
        if is_due(frequency, one.told_at, at)
    ]
    wanted = interests(held)
    chooser.searches(searches_of(wanted.values()))
    mailings = []
    for one in held:
        picks = chooser.picks(wanted[one.pk], one.told_upto) if one.told_upto < upto else []
        if picks:
            mailings.append(
                Mailing(
                    subscriber=one,
                    upto=upto,
                    picks=[pick.as_list() for pick in picks],
                    made_at=at,
                )
            )
    Mailing.objects.bulk_create(mailings)
    Subscriber.objects.filter(pk__in=[one.pk for one in held]).update(
        told_at=at, told_upto=upto
    )
    return len(mailings)
