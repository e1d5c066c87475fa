"""The mail itself: plain text and HTML, with the headers by which programs unsubscribe.

Opens and clicks are not tracked: there are no pictures, and links are the addresses themselves.
"""

from collections.abc import Mapping
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.emails.posting import address
from counterpoint.apps.updates.models import Mailing, Subscriber


def composed(
    subject: str, template: str, context: Mapping[str, object], mailing: Mailing
) -> EmailMultiAlternatives:
    """The same mailing gives the same Message-ID, however often it has to be tried."""
    subscriber = mailing.subscriber
    mail = written(subject, template, context, subscriber)
    mail.extra_headers["Message-ID"] = f"<{mailing.key}@{host()}>"
    return mail


def written(
    subject: str, template: str, context: Mapping[str, object], subscriber: Subscriber
) -> EmailMultiAlternatives:
    leave = address("leave-updates", tokens.to_leave(subscriber))
    words = {
        **context,
        "site": settings.ADDRESS,
        "leave": leave,
        "preferences": address("update-preferences", tokens.to_preferences(subscriber)),
    }
    with translation.override(subscriber.language):
        text = render_to_string(f"updates/mail/{template}.txt", words)
        html = render_to_string(f"updates/mail/{template}.html", words)
    mail = EmailMultiAlternatives(
        " ".join(subject.split()), text, to=[subscriber.email], headers=headers(leave)
    )
    mail.attach_alternative(html, "text/html")
    return mail


def headers(leave: str) -> dict[str, str]:
    """RFC 2369, RFC 2919 and RFC 8058. One click is only announced because it is one."""
    return {
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"Counterpoint updates <updates.{host()}>",
        "Precedence": "bulk",
    }


def host() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
