"""Which record a correction is about, and which corrections wait for whom."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Award, Correction, Need, Offer, Organisation
from counterpoint.apps.directory.queries.owners import Record
from counterpoint.domain.refusals import NotFound

RECORD_TYPES: dict[str, type[Record]] = {
    "organisation": Organisation,
    "offer": Offer,
    "need": Need,
    "award": Award,
}


class RecordGone(NotFound):
    sentence = _("The record that this was about is not here any more.")


def record_of(correction: Correction) -> Record:
    found = RECORD_TYPES[correction.record_type]._default_manager.filter(
        pk=correction.record_id
    )
    record = found.first()
    if record is None:
        raise RecordGone
    return record


def records_of(corrections: Iterable[Correction]) -> list[tuple[Correction, Record]]:
    """Each with its record, in a question a kind of record; those whose record is gone drop out."""
    corrections = list(corrections)
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in corrections:
        wanted[one.record_type].add(one.record_id)
    found = {
        (record_type, record.pk): record
        for record_type, pks in wanted.items()
        for record in RECORD_TYPES[record_type]._default_manager.filter(pk__in=pks)
    }
    keyed = ((one, found.get((one.record_type, one.record_id))) for one in corrections)
    return [(one, record) for one, record in keyed if record is not None]


def open_corrections_about(organisation_ids: list[int]) -> list[Correction]:
    """What members of these organisations have to answer, the oldest first."""
    offers = Offer.objects.filter(organisation__in=organisation_ids).values("pk")
    needs = Need.objects.filter(organisation__in=organisation_ids).values("pk")
    about = (
        Q(record_type="organisation", record_id__in=organisation_ids)
        | Q(record_type="offer", record_id__in=offers)
        | Q(record_type="need", record_id__in=needs)
    )
    return list(Correction.objects.filter(about, stage=Correction.Stage.OPEN).order_by("at"))


def all_open_corrections(limit: int) -> list[Correction]:
    return list(Correction.objects.filter(stage=Correction.Stage.OPEN).order_by("at")[:limit])
