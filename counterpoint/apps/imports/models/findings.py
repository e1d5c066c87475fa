"""What was wrong with which cell."""

from django.db import models

from counterpoint.apps.imports.models.runs import ImportRun
from counterpoint.domain.interchange.faults import FAULTS, Fault
from counterpoint.domain.privacy import PersonalData


class Finding(models.Model):
    """A refused row, or one of the first of many warnings of the same sort."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="findings")
    is_refusal = models.BooleanField()
    code = models.CharField(max_length=40)
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=200, blank=True)
    more = models.JSONField(default=dict, blank=True)

    personal_data = PersonalData(
        fields=("value",),
        purpose="Showing whoever imports a file which cell to correct.",
        retention="Until the import is undone or a newer edition of the file is imported.",
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["run", "is_refusal", "id"], name="findings_of_run")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.sheet}:{self.row} {self.code}"

    @property
    def fault(self) -> Fault:
        return FAULTS[self.code]
