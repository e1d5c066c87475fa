"""Who may act for an organisation: members, people invited, people who claim it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models.organisations import Organisation
from counterpoint.domain.privacy import PersonalData


class Membership(models.Model):
    class Role(models.TextChoices):
        LEAD = "lead", _("Lead: edits, publishes, invites and removes people")
        EDITOR = "editor", _("Editor: edits and publishes")
        VIEWER = "viewer", _("Viewer: sees drafts")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=8, choices=Role.choices)
    since_at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("person",),
        purpose="Knowing who may act for an organisation.",
        retention="Until the membership ends.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"], name="one_membership_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.organisation_id}"


class Invitation(models.Model):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(max_length=8, choices=Membership.Role.choices)
    # Only a hash is kept: whoever reads the database cannot use an open invitation.
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("email", "invited_by", "accepted_by"),
        purpose="Letting a colleague join an organisation.",
        retention="30 days after it expires or is used.",
    )

    class Meta:
        ordering = ["-invited_at"]
        constraints = [
            models.CheckConstraint(
                name="invitation_accepted_by_somebody",
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.role}"


class Claim(models.Model):
    """Somebody says that they act for an organisation, and why one should believe it."""

    class Stage(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="claims"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="claims"
    )
    evidence = models.TextField(_("how can we check that you act for them?"))
    made_at = models.DateTimeField()
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.TextField(_("reason"), blank=True)

    personal_data = PersonalData(
        fields=("person", "evidence", "decided_by"),
        purpose="Checking that a person acts for an organisation.",
        retention="Two years after the decision.",
    )

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(stage="waiting"),
                name="one_waiting_claim_each",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} claims {self.organisation_id}"
