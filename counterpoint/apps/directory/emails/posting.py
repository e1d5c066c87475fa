"""Putting a mail in the queue.

It is queued in the same transaction as what it tells of, so neither exists without the other, and
a mail server that is down loses nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django_tasks import task


@dataclass(frozen=True)
class About:
    """What a mail speaks of: its name and where it is."""

    name: str
    path: str

    @property
    def address(self) -> str:
        return f"{settings.ADDRESS}{self.path}"


# Reserved for what exists nowhere (RFC 2606): the invented people of the demonstration have such
# addresses, and people who left.
NOWHERE = ".invalid"


@task()
def deliver(subject: str, body: str, to: list[str]) -> int:
    real = [address for address in to if not address.endswith(NOWHERE)]
    return EmailMessage(subject=subject, body=body, to=real).send() if real else 0


def post(subject: str, template: str, context: Mapping[str, object], address: str) -> None:
    # A name that somebody typed must not break the header.
    one_line = " ".join(subject.split())
    body = render_to_string(f"directory/mail/{template}.txt", dict(context))
    deliver.enqueue(one_line, body, [address])
