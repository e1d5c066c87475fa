"""One mail to one subscriber: written down before it is sent, claimed, then marked.

waiting --> claimed --> sent
   ^           |------> failed    the server refused it for good
   +-----------+ lease over: the worker died
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.updates.models.campaigns import Campaign
from counterpoint.apps.updates.models.subscribers import Subscriber, new_key
from counterpoint.domain.privacy import PersonalData


class Mailing(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        CLAIMED = "claimed", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Refused")
        EMPTY = "empty", _("Nothing left to tell")

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="mailings"
    )
    campaign = models.ForeignKey(
        Campaign, null=True, blank=True, on_delete=models.PROTECT, related_name="mailings"
    )
    # Of a digest: the news up to here, and what was chosen from it with the reasons.
    upto = models.BigIntegerField(null=True, blank=True)
    picks = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    key = models.CharField(max_length=24, default=new_key, unique=True)  # of the Message-ID
    made_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    personal_data = PersonalData(
        fields=("subscriber", "picks"),
        purpose="Sending each mail once, also after a power cut.",
        retention="Sixty days after it was sent.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "subscriber"], name="one_mail_per_campaign"
            ),
            models.UniqueConstraint(
                fields=["subscriber", "upto"],
                condition=models.Q(campaign=None),
                name="one_digest_per_window",
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="mailings_by_state")]

    def __str__(self) -> str:
        return f"mailing {self.pk} {self.state}"
