"""Small mails about subscribing itself; queued with what they tell of."""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.models import SignUp, Subscriber


@task()
def deliver(subject: str, body: str, to: str) -> int:
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, to=[to], headers=headers).send()


def ask_to_confirm(asked: SignUp, *, adds_to_known: bool, chosen: list[str]) -> None:
    with translation.override(asked.language):
        context = {
            "asked": asked,
            "adds_to_known": adds_to_known,
            "chosen": chosen,
            "address": address("confirm-updates", tokens.to_confirm(asked)),
            "site": settings.ADDRESS,
            "days": tokens.CONFIRMS_FOR.days,
        }
        _post(_("Please confirm: updates from Counterpoint"), "confirm", context, asked.email)


def send_link(subscriber: Subscriber) -> None:
    with translation.override(subscriber.language):
        context = {
            "address": address("update-preferences", tokens.to_preferences(subscriber)),
            "leave": address("leave-updates", tokens.to_leave(subscriber)),
            "days": tokens.OPENS_FOR.days,
        }
        _post(_("Your updates from Counterpoint"), "link", context, subscriber.email)


def address(name: str, *args: object) -> str:
    return settings.ADDRESS + reverse(name, args=args)


def _post(subject: str, template: str, context: Mapping[str, object], to: str) -> None:
    body = render_to_string(f"updates/mail/{template}.txt", dict(context))
    deliver.enqueue(" ".join(subject.split()), body, to)
