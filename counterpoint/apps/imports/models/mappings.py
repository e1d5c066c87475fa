"""Which column is which field, as a person said for lists that nobody knew."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.interchange.mapping import ColumnMapping
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.domain.privacy import PersonalData

KINDS = [
    (RecordKind.OFFER.value, _("Offers")),
    (RecordKind.NEED.value, _("Needs")),
    (RecordKind.ORGANISATION.value, _("Organisations")),
    (RecordKind.AWARD.value, _("Awards")),
]


class SavedMapping(models.Model):
    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("what the rows are"), max_length=14, choices=KINDS)
    # From the code of a field to the key of a heading.
    columns = models.JSONField()
    # The headings of the file it was made for: a file with the same ones is read the same way.
    headings = models.JSONField(default=list)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    saved_at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("saved_by",),
        purpose="Who to ask about it.",
        retention="As long as the mapping.",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def as_value(self) -> ColumnMapping:
        return ColumnMapping(RecordKind(self.kind), dict(self.columns))
