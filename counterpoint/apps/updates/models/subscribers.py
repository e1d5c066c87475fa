"""Who is told, what they chose, and how they agreed to it.

A subscriber exists only once the address has been confirmed; until then there is a request, which
is thrown away after thirty days.
"""

import secrets
from datetime import datetime

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import PersonalData
from counterpoint.domain.updates.timing import Frequency


def new_key() -> str:
    return secrets.token_urlsafe(12)


FREQUENCIES = [
    (Frequency.AT_ONCE.value, _("As it happens")),
    (Frequency.DAILY.value, _("Once a day")),
    (Frequency.WEEKLY.value, _("Once a week")),
    (Frequency.MONTHLY.value, _("Once a month")),
]
PURPOSE = "Sending the updates that somebody asked for, and proving that they asked."


class Asked(models.Model):
    """Abstract: what is agreed to, when, by which words and from which page."""

    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=8, default="en-gb")
    frequency = models.CharField(
        _("how often"), max_length=10, choices=FREQUENCIES, default=Frequency.WEEKLY.value
    )
    words = models.CharField(_("in your own words"), max_length=1_000, blank=True)
    consent_text = models.TextField(_("the words agreed to"))
    consent_page = models.CharField(_("the page it was given on"), max_length=300)
    asked_at = models.DateTimeField(_("asked"))

    class Meta:
        abstract = True


class SignUp(Asked):
    """A request to be told, waiting for the answer to a mail."""

    choices = models.JSONField(default=list, blank=True)  # [[what, code], …]
    follows = models.JSONField(default=list, blank=True)  # ["need:12", …]
    mailed_at = models.DateTimeField()
    mails_sent = models.PositiveSmallIntegerField(default=1)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("email", "words"),
        purpose="Asking whether it was really the holder of the address who signed up.",
        retention="Thirty days, or until it is confirmed.",
    )

    class Meta:
        verbose_name = _("sign-up")
        indexes = [models.Index(fields=["asked_at"], name="sign_up_oldest")]

    def __str__(self) -> str:
        return f"sign-up {self.pk}"


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def with_address(self, email: str) -> "SubscriberQuerySet":
        return self.filter(email__iexact=email.strip())

    def told(self, at: datetime) -> "SubscriberQuerySet":
        """Those whom a mail may reach now."""
        waiting = models.Q(wait_until=None) | models.Q(wait_until__lte=at)
        return self.filter(waiting, left_at=None, paused_at=None, stopped_at=None)


class Subscriber(Asked):
    confirmed_at = models.DateTimeField()
    key = models.CharField(max_length=24, default=new_key, unique=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    # The address does not exist any more, as its own mail server says.
    stopped_at = models.DateTimeField(null=True, blank=True)
    soft_bounces = models.PositiveSmallIntegerField(default=0)
    wait_until = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField()
    # The last piece of news that was weighed for this subscriber, told or not.
    told_upto = models.BigIntegerField(default=0)

    objects = SubscriberQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("email", "words", "consent_page"),
        purpose=PURPOSE,
        retention="Until they erase it; thirty days after unsubscribing.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_subscriber_per_address")
        ]
        indexes = [models.Index(fields=["frequency", "id"], name="subscribers_by_frequency")]

    def __str__(self) -> str:
        return f"subscriber {self.pk}"

    @property
    def is_told(self) -> bool:
        return not (self.left_at or self.paused_at or self.stopped_at)


class Choice(models.Model):
    """A kind of news, a place or a term that a subscriber wants to hear of."""

    class What(models.TextChoices):
        KIND = "kind", _("Kind")
        PLACE = "place", _("Place")
        CONCEPT = "concept", _("Term")

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="choices"
    )
    what = models.CharField(max_length=8, choices=What.choices)
    code = models.CharField(max_length=120)

    personal_data = PersonalData(
        fields=("subscriber", "code"),
        purpose=PURPOSE,
        retention="As long as the subscriber.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "what", "code"], name="one_choice_of_each"
            )
        ]
        indexes = [models.Index(fields=["what", "code"], name="choices_by_code")]

    def __str__(self) -> str:
        return f"{self.what} {self.code}"


class Follow(models.Model):
    """A record whose changes a subscriber is told."""

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="follows"
    )
    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    since_at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("subscriber", "record_id"),
        purpose=PURPOSE,
        retention="As long as the subscriber.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "record_type", "record_id"], name="one_follow_of_each"
            )
        ]
        indexes = [models.Index(fields=["record_type", "record_id"], name="followers")]

    def __str__(self) -> str:
        return f"follow of {self.key}"

    @property
    def key(self) -> str:
        return f"{self.record_type}:{self.record_id}"
