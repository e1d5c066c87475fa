"""What stands behind a need: figures with their sources, and who said so."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.apps.directory.models import Need
from counterpoint.domain.privacy import NO_PERSONAL_DATA


class Baseline(models.Model):
    """A figure as it was published, kept as it stood when it was attached."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="baselines")
    indicator = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    place_name = models.CharField(max_length=160)
    value = models.DecimalField(max_digits=14, decimal_places=4)
    unit = models.CharField(max_length=160)
    period = models.CharField(max_length=60)
    source_name = models.CharField(max_length=300)
    source_url = models.URLField(max_length=500)
    attached_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["need", "indicator", "place_name"], name="one_figure_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Voice(models.Model):
    """Who said that it is needed, as a role and never as a name."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="voices")
    role = models.CharField(_("who said so"), max_length=12, choices=words.VOICES)
    words = models.CharField(
        _("what was said, in their words or yours"), max_length=600, blank=True
    )
    when = models.CharField(_("when and how"), max_length=160, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.get_role_display())
