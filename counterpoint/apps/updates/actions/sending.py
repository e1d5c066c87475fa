"""Mails claimed, handed to the mail server, and marked, one at a time.

The guarantee: every mail that was written down is sent at least once, by one worker at a time. A
worker that is killed before the server has said yes leaves the mail to the next one. Only if it is
killed between the server's yes and our mark, milliseconds that SMTP leaves open to everybody, does
the next worker send it again, and then under the same Message-ID, by which mail programs know it
for the same.
"""

import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext as _

from counterpoint.apps.updates.actions import delivery_reports
from counterpoint.apps.updates.emails.composing import composed
from counterpoint.apps.updates.models import Campaign, Mailing
from counterpoint.apps.updates.presenters_of_mail import campaign_context
from counterpoint.apps.updates.queries.composing import Composer

State = Mailing.State
AT_ONCE = 100
# Longer than a mail server may take over one mail (RFC 5321, 4.5.3.2.6: ten minutes).
LEASE = timedelta(minutes=11)
MOST_TRIES = 8
# RFC 5321: 5xx is for good, 4xx may go another time.
FOR_GOOD = 500


def send_waiting(
    *,
    clock: Callable[[], datetime],
    most: int | None = None,
    lease: timedelta = LEASE,
) -> int:
    """How many mails the server took. One connection for all of them."""
    sent, last = 0, 0
    connection = get_connection()
    try:
        while most is None or sent < most:
            room = AT_ONCE if most is None else min(AT_ONCE, most - sent)
            batch = list(_open(clock() - lease).filter(pk__gt=last).order_by("pk")[:room])
            if not batch:
                return sent
            last = batch[-1].pk
            composer = Composer(one for one in batch if one.campaign is None)
            for mailing in batch:
                sent += _send(mailing, composer, connection, clock, lease)
    finally:
        connection.close()
    return sent


def _open(before: datetime) -> Any:
    abandoned = Q(state=State.CLAIMED, claimed_at__lt=before)
    going = Q(campaign=None) | Q(campaign__stage=Campaign.Stage.SENDING)
    return Mailing.objects.filter(
        Q(state=State.WAITING) | abandoned, going, tries__lt=MOST_TRIES
    ).select_related("subscriber", "campaign")


def _send(
    mailing: Mailing,
    composer: Composer,
    connection: Any,
    clock: Callable[[], datetime],
    lease: timedelta,
) -> int:
    at = clock()
    if not _claim(mailing, at, lease):
        return 0
    mail = _mail(mailing, composer)
    if mail is None or not mailing.subscriber.is_told:
        _done(mailing, State.EMPTY, clock())
        return 0
    mail.connection = connection
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as refused:
        code = next(iter(refused.recipients.values()))[0]
        _refused(mailing, code, clock())
        return 0
    except smtplib.SMTPResponseException as refused:
        _refused(mailing, refused.smtp_code, clock())
        return 0
    except OSError:
        # The server is away: this mail waits, and so does everything after it.
        _give_back(mailing)
        raise
    _done(mailing, State.SENT, clock())
    return 1


def _claim(mailing: Mailing, at: datetime, lease: timedelta) -> bool:
    """One UPDATE that only one of two workers can win."""
    free = Q(state=State.WAITING) | Q(state=State.CLAIMED, claimed_at__lt=at - lease)
    won = Mailing.objects.filter(free, pk=mailing.pk).update(
        state=State.CLAIMED, claimed_at=at, tries=F("tries") + 1
    )
    return won == 1


def _mail(mailing: Mailing, composer: Composer) -> EmailMultiAlternatives | None:
    with translation.override(mailing.subscriber.language):
        if mailing.campaign:
            context = campaign_context(mailing.campaign)
            return composed(mailing.campaign.subject, "campaign", context, mailing)
        parts = composer.parts(mailing)
        if not parts:
            return None
        first = parts[0].told[0].title
        count = sum(len(part.told) + part.more for part in parts)
        subject = (
            first
            if count == 1
            else _("%(first)s, and %(others)s more")
            % {
                "first": first,
                "others": count - 1,
            }
        )
        return composed(subject, "digest", {"parts": parts}, mailing)


def _done(mailing: Mailing, state: str, at: datetime) -> None:
    Mailing.objects.filter(pk=mailing.pk).update(state=state, done_at=at)


def _give_back(mailing: Mailing) -> None:
    Mailing.objects.filter(pk=mailing.pk).update(state=State.WAITING, tries=F("tries") - 1)


@transaction.atomic
def _refused(mailing: Mailing, code: int, at: datetime) -> None:
    is_hard = code >= FOR_GOOD
    if is_hard or mailing.tries + 1 >= MOST_TRIES:
        _done(mailing, State.FAILED, at)
    else:
        Mailing.objects.filter(pk=mailing.pk).update(state=State.WAITING)
    delivery_reports.bounced(subscriber=mailing.subscriber, is_hard=is_hard, at=at)
