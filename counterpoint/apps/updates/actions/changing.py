"""What a subscriber does afterwards: change, pause, go on, unsubscribe, erase."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from counterpoint.apps.history import actions as history
from counterpoint.apps.updates.models import (
    Choice,
    Follow,
    Mailing,
    SignUp,
    Subscriber,
)
from counterpoint.apps.updates.queries.subscribers import newest_news


@transaction.atomic
def change(
    *,
    subscriber: Subscriber,
    choices: Collection[tuple[str, str]],
    follows: Collection[str],
    frequency: str,
    words: str,
    language: str,
    at: datetime,
) -> None:
    """The whole of what is wanted replaces what was; follows can only be taken off here."""
    held = _hold(subscriber)
    held.frequency, held.words, held.language = frequency, words, language
    held.save(update_fields=["frequency", "words", "language"])
    kept = set(choices)
    for choice in held.choices.all():
        if (choice.what, choice.code) not in kept:
            choice.delete()
    Choice.objects.bulk_create(
        [Choice(subscriber=held, what=what, code=code) for what, code in kept],
        ignore_conflicts=True,
    )
    for follow in held.follows.all():
        if follow.key not in follows:
            follow.delete()
    history.record(kind="subscriber.changed", subject=held, by=None, at=at)


@transaction.atomic
def follow(*, subscriber: Subscriber, key: str, at: datetime) -> bool:
    """Whether it is new."""
    kind, _colon, number = key.partition(":")
    _follow, is_new = Follow.objects.get_or_create(
        subscriber=subscriber,
        record_type=kind,
        record_id=int(number),
        defaults={"since_at": at},
    )
    if is_new:
        history.record(kind="subscriber.changed", subject=subscriber, by=None, at=at)
    return is_new


@transaction.atomic
def choose(*, subscriber: Subscriber, what: str, code: str, at: datetime) -> bool:
    _choice, is_new = Choice.objects.get_or_create(subscriber=subscriber, what=what, code=code)
    if is_new:
        history.record(kind="subscriber.changed", subject=subscriber, by=None, at=at)
    return is_new


@transaction.atomic
def pause(*, subscriber: Subscriber, at: datetime) -> None:
    held = _hold(subscriber)
    held.paused_at = held.paused_at or at
    held.save(update_fields=["paused_at"])
    _throw_away_waiting(held)
    history.record(kind="subscriber.paused", subject=held, by=None, at=at)


@transaction.atomic
def go_on(*, subscriber: Subscriber, at: datetime) -> None:
    """What happened in between is not told: a pause is no pile of mail."""
    held = _hold(subscriber)
    held.paused_at = held.left_at = None
    held.told_at, held.told_upto = at, newest_news()
    held.save(update_fields=["paused_at", "left_at", "told_at", "told_upto"])
    history.record(kind="subscriber.resumed", subject=held, by=None, at=at)


@transaction.atomic
def leave(*, subscriber: Subscriber, at: datetime) -> None:
    """Twice is as good as once: mail programs send the request again."""
    held = _hold(subscriber)
    if held.left_at:
        return
    held.left_at = at
    held.save(update_fields=["left_at"])
    _throw_away_waiting(held)
    history.record(kind="subscriber.left", subject=held, by=None, at=at)


@transaction.atomic
def erase(*, subscriber: Subscriber, at: datetime) -> None:
    held = _hold(subscriber)
    history.record(kind="subscriber.erased", subject=held, by=None, at=at)
    SignUp.objects.filter(email__iexact=held.email).delete()
    held.delete()


def _hold(subscriber: Subscriber) -> Subscriber:
    return Subscriber.objects.select_for_update().get(pk=subscriber.pk)


def _throw_away_waiting(subscriber: Subscriber) -> None:
    subscriber.mailings.filter(state=Mailing.State.WAITING).delete()
