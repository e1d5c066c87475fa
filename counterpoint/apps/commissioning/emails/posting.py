"""Mails about calls and applications, queued in the transaction of what they tell of.

Each person chooses for each kind whether they are told at once, once a day or not at all; a receipt is
always sent at once. Programme staff may put a sentence of their own before a kind of mail.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import NoticeChoice, NoticeText, WaitingNotice
from counterpoint.apps.directory.emails.posting import deliver

NOW, DAILY, NEVER = "now", "daily", "never"


def body_of(template: str, context: Mapping[str, object], kind: str = "") -> str:
    facts = render_to_string(
        f"commissioning/mail/{template}.txt", {**context, "site": settings.ADDRESS}
    )
    written = NoticeText.objects.filter(kind=kind).first() if kind else None
    return f"{written.text.strip()}\n\n{facts}" if written and written.text.strip() else facts


def post(
    subject: str, template: str, context: Mapping[str, object], addresses: Iterable[str]
) -> None:
    """At once, to whoever asked for it by what they did."""
    body = body_of(template, context)
    for address in addresses:
        deliver.enqueue(_one_line(subject), body, [address])


def tell(
    kind: str,
    subject: str,
    context: Mapping[str, object],
    people: Iterable[Person],
    at: datetime,
) -> None:
    """As each of them has chosen for this kind; at once for those who never chose."""
    told = list(people)
    body = body_of(kind.replace("-", "_"), context, kind)
    rows = NoticeChoice.objects.filter(kind=kind, person__in=told)
    chosen = dict(rows.values_list("person", "how"))
    for person in told:
        how = chosen.get(person.pk, NOW)
        if how == DAILY:
            WaitingNotice.objects.create(
                person=person, subject=_one_line(subject)[:300], body=body, at=at
            )
        elif how == NOW:
            deliver.enqueue(_one_line(subject), body, [person.email])


def _one_line(subject: str) -> str:
    """A title that somebody typed must not break the header."""
    return " ".join(subject.split())
