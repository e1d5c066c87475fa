"""Meetings before or during a call: who came, what was asked, and notes that everybody reads."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning.models.calls import PartOfCall
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import new_reference
from counterpoint.domain.privacy import PersonalData


class Meeting(PartOfCall):
    """An engagement event. Open to every organisation, on a framework or not."""

    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    title = models.CharField(_("title"), max_length=200)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    where = models.CharField(_("where"), max_length=300, blank=True)
    # Only those who have a place are shown it.
    joining_url = models.URLField(_("address to join by"), max_length=500, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    access = models.CharField(_("access"), max_length=300, blank=True)
    notes = models.TextField(_("notes, for everybody"), blank=True)
    notes_at = models.DateTimeField(null=True, blank=True)
    is_off = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_it_begins",
                condition=Q(ends_at__gt=models.F("starts_at")),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/calls/{self.call.reference}/meetings/{self.reference}/"


class Attendance(models.Model):
    """A place at a meeting, or on its waiting list, for somebody of an organisation."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="meeting_attendances"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="meeting_attendances"
    )
    is_waiting = models.BooleanField(default=False)
    needs = models.CharField(_("what you need to take part"), max_length=300, blank=True)
    came = models.BooleanField(null=True)
    at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("person", "needs"),
        purpose="Holding a place, and making the meeting possible for everybody who comes.",
        retention="A year after the meeting; then only how many came is kept.",
    )

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="one_place_each_at_a_meeting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"
