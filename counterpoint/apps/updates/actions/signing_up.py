"""Asking to be told, and confirming it: nobody is told who has not answered a mail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.updates.emails import posting
from counterpoint.apps.updates.models import Choice, Follow, SignUp, Subscriber
from counterpoint.apps.updates.queries.naming import in_words
from counterpoint.apps.updates.queries.subscribers import newest_news, verified_address
from counterpoint.domain.refusals import Conflict, Forbidden

# One mailbox is not filled by somebody else's typing: so often in a day, whoever asks.
MOST_MAILS_A_DAY = 5
A_DAY = timedelta(days=1)


class AddressNotVerified(Forbidden):
    sentence = _("Confirm your e-mail address first.")


class AlreadyThrownAway(Conflict):
    sentence = _("This request is not there any more.")
    advice = _("Requests are kept for thirty days. Please sign up again.")


@dataclass(frozen=True)
class Wanted:
    choices: Sequence[tuple[str, str]] = ()
    follows: Sequence[str] = ()
    frequency: str = "weekly"
    words: str = ""
    language: str = "en-gb"


@dataclass(frozen=True)
class Consent:
    """What somebody agreed to: the words they read, and the page they read them on."""

    text: str
    page: str = field(default="/updates/")


@transaction.atomic
def ask(*, email: str, wanted: Wanted, consent: Consent, at: datetime) -> None:
    """Answers nothing: whether the address is known is told to its holder alone."""
    mails = SignUp.objects.filter(email__iexact=email, mailed_at__gt=at - A_DAY)
    if mails.count() >= MOST_MAILS_A_DAY:
        return
    asked = SignUp.objects.create(
        email=email.strip(),
        language=wanted.language,
        frequency=wanted.frequency,
        words=wanted.words,
        consent_text=consent.text,
        consent_page=consent.page[:300],
        asked_at=at,
        mailed_at=at,
        choices=[list(choice) for choice in wanted.choices],
        follows=list(wanted.follows),
    )
    history.record(kind="sign_up.asked", subject=asked, by=None, at=at)
    _mail(asked)


@transaction.atomic
def ask_again(*, asked: SignUp, at: datetime) -> None:
    """The same request by a new link; for one that is confirmed there is nothing to send."""
    held = SignUp.objects.select_for_update().get(pk=asked.pk)
    if held.confirmed_at or held.mails_sent >= MOST_MAILS_A_DAY:
        return
    held.mailed_at, held.mails_sent = at, held.mails_sent + 1
    held.save(update_fields=["mailed_at", "mails_sent"])
    history.record(kind="sign_up.resent", subject=held, by=None, at=at)
    _mail(held)


@transaction.atomic
def confirm(*, asked: SignUp, at: datetime) -> Subscriber:
    """A second confirmation changes nothing; a known address keeps what it had and gets more."""
    held = SignUp.objects.select_for_update().get(pk=asked.pk)
    known = Subscriber.objects.select_for_update().with_address(held.email).first()
    if held.confirmed_at:
        if known is None:
            raise AlreadyThrownAway
        return known
    held.confirmed_at = at
    held.save(update_fields=["confirmed_at"])
    wanted = Wanted(
        tuple((what, code) for what, code in held.choices),
        tuple(held.follows),
        held.frequency,
        held.words,
        held.language,
    )
    consent = Consent(held.consent_text, held.consent_page)
    if known is None:
        return _begin(held.email, wanted, consent, held.asked_at, None, at)
    _add(known, wanted, consent, held.asked_at, at)
    return known


@transaction.atomic
def begin_as_person(
    *, wanted: Wanted, consent: Consent, by: Person, at: datetime
) -> Subscriber:
    """Whoever is signed in has proved the address already."""
    email = verified_address(by)
    if not email:
        raise AddressNotVerified
    known = Subscriber.objects.select_for_update().with_address(email).first()
    if known is None:
        return _begin(email, wanted, consent, at, by, at)
    _add(known, wanted, consent, at, at)
    return known


def _begin(
    email: str,
    wanted: Wanted,
    consent: Consent,
    asked_at: datetime,
    by: Person | None,
    at: datetime,
) -> Subscriber:
    subscriber = Subscriber.objects.create(
        email=email,
        language=wanted.language,
        frequency=wanted.frequency,
        words=wanted.words,
        consent_text=consent.text,
        consent_page=consent.page,
        asked_at=asked_at,
        confirmed_at=at,
        # Told of what comes from now on, not of the years before.
        told_at=at,
        told_upto=newest_news(),
    )
    _keep(subscriber, wanted, at)
    history.record(kind="subscriber.confirmed", subject=subscriber, by=by, at=at)
    return subscriber


def _add(
    known: Subscriber, wanted: Wanted, consent: Consent, asked_at: datetime, at: datetime
) -> None:
    """Whoever had left, or whose mails came back, is told again: they have just answered one."""
    if not known.is_told:
        known.told_upto, known.told_at = newest_news(), at
    known.left_at = known.stopped_at = known.paused_at = known.wait_until = None
    known.soft_bounces = 0
    known.words = known.words or wanted.words
    known.consent_text, known.consent_page = consent.text, consent.page
    known.asked_at = asked_at
    known.save()
    _keep(known, wanted, at)
    history.record(kind="subscriber.added_to", subject=known, by=None, at=at)


def _keep(subscriber: Subscriber, wanted: Wanted, at: datetime) -> None:
    Choice.objects.bulk_create(
        [Choice(subscriber=subscriber, what=what, code=code) for what, code in wanted.choices],
        ignore_conflicts=True,
    )
    split = (key.partition(":") for key in wanted.follows)
    Follow.objects.bulk_create(
        [
            Follow(subscriber=subscriber, record_type=kind, record_id=int(number), since_at=at)
            for kind, _colon, number in split
        ],
        ignore_conflicts=True,
    )


def _mail(asked: SignUp) -> None:
    posting.ask_to_confirm(
        asked,
        adds_to_known=Subscriber.objects.with_address(asked.email)
        .filter(left_at=None)
        .exists(),
        chosen=in_words(
            [(what, code) for what, code in asked.choices], asked.follows, asked.words
        ),
    )
