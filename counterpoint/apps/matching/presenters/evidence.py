"""Studies beside matches: how many there are for each concept, and the nearest."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.evidence.models import Study
from counterpoint.apps.evidence.queries.about import Bearing
from counterpoint.web.components import Link


@dataclass(frozen=True)
class Lines:
    all_of_them: Link
    nearest: tuple[Link, ...]


def lines(bearings: Iterable[Bearing]) -> list[Lines]:
    return [
        Lines(
            Link(_counted(one), f"{reverse('evidence')}?about={one.concept.code}"),
            tuple(_study(study) for study in one.nearest),
        )
        for one in bearings
    ]


def _counted(bearing: Bearing) -> str:
    words = ngettext(
        "%(count)s study on %(concept)s", "%(count)s studies on %(concept)s", bearing.total
    )
    return words % {"count": bearing.total, "concept": bearing.concept.name}


def _study(study: Study) -> Link:
    note = _("%(design)s, %(year)s") % {
        "design": study.get_design_display(),
        "year": study.year,
    }
    return Link(study.title, study.get_absolute_url(), note=note)
