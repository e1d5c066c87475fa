"""One file going in: how far it is, what came of it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import DataSource, SourceFile
from counterpoint.domain.privacy import PersonalData


class Stage(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    FINISHED = "finished", _("Finished")
    FAILED = "failed", _("Stopped by a fault")
    UNDONE = "undone", _("Undone")


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def unfinished(self) -> "ImportRunQuerySet":
        return self.filter(stage__in=[Stage.WAITING, Stage.RUNNING])

    def written(self) -> "ImportRunQuerySet":
        """Those whose records stand in the directory."""
        return self.filter(stage=Stage.FINISHED, is_dry_run=False)


class ImportRun(models.Model):
    file_name = models.CharField(_("file"), max_length=255)
    # Where the bytes are while they are needed: a path on this machine, or an upload by name.
    path = models.CharField(max_length=1000, blank=True)
    is_upload = models.BooleanField(default=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    size_bytes = models.BigIntegerField()
    # What was asked for: kind, publisher, licence, mapping, the most rows.
    options = models.JSONField(default=dict, blank=True)
    is_dry_run = models.BooleanField(default=False)
    reader = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=14, blank=True)
    source = models.ForeignKey(
        DataSource, null=True, blank=True, on_delete=models.PROTECT, related_name="import_runs"
    )
    source_file = models.ForeignKey(
        SourceFile, null=True, blank=True, on_delete=models.PROTECT, related_name="import_runs"
    )
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    # The part of the file and the row in it up to which everything is stored.
    checkpoint = models.JSONField(default=dict, blank=True)
    share_done = models.FloatField(default=0)
    counts = models.JSONField(default=dict, blank=True)
    # Sums by currency over the rows that were read, as text: JSON numbers lose pennies.
    totals = models.JSONField(default=dict, blank=True)
    # How often each fault was found in each column, refusals and warnings alike.
    tallies = models.JSONField(default=list, blank=True)
    trouble = models.TextField(blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    # The machine and process that works on it, so that a killed one can be told from a busy one.
    worker = models.CharField(max_length=120, blank=True)

    objects = ImportRunQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("started_by", "path"),
        purpose="Who brought which file in; an uploaded file may name people until it is read.",
        retention="The upload goes when the import ends, that of a trial run or of a file whose "
        "columns nobody knew after a week; the line stays as the record of it.",
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="import_undone_when_it_says_so",
                condition=models.Q(stage="undone", undone_at__isnull=False)
                | ~models.Q(stage="undone") & models.Q(undone_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import-run", args=[self.pk])

    @property
    def is_going_on(self) -> bool:
        return self.stage in (Stage.WAITING, Stage.RUNNING)
