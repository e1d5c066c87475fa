"""How long updates keeps what it knows about people."""

from datetime import datetime, timedelta

from counterpoint.apps.history.retention import forgets
from counterpoint.apps.updates.models import Mailing, News, SignUp, Subscriber

SIGN_UP_KEPT = timedelta(days=30)
LEFT_KEPT = timedelta(days=30)
MAILING_KEPT = timedelta(days=60)
# Longer than the longest time between two digests, with a pause of the mail server.
NEWS_KEPT = timedelta(days=120)
DONE = (Mailing.State.SENT, Mailing.State.FAILED, Mailing.State.EMPTY)


@forgets("sign-ups that nobody confirmed")
def sign_ups(at: datetime) -> int:
    return SignUp.objects.filter(asked_at__lt=at - SIGN_UP_KEPT).delete()[0]


@forgets("subscribers who left")
def subscribers(at: datetime) -> int:
    over = Subscriber.objects.filter(left_at__lt=at - LEFT_KEPT)
    count = over.count()
    over.delete()
    return count


@forgets("mails that were sent")
def mailings(at: datetime) -> int:
    return Mailing.objects.filter(state__in=DONE, done_at__lt=at - MAILING_KEPT).delete()[0]


@forgets("old news")
def news(at: datetime) -> int:
    return News.objects.filter(happened_at__lt=at - NEWS_KEPT).delete()[0]
