"""Mails about calls and applications, queued in the transaction of what they tell of."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.template.loader import render_to_string

from counterpoint.apps.directory.emails.posting import deliver


def post(
    subject: str, template: str, context: Mapping[str, object], addresses: Iterable[str]
) -> None:
    # A title that somebody typed must not break the header.
    one_line = " ".join(subject.split())
    body = render_to_string(
        f"commissioning/mail/{template}.txt", {**context, "site": settings.ADDRESS}
    )
    for address in addresses:
        deliver.enqueue(one_line, body, [address])
