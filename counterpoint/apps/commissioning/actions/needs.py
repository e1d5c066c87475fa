"""What stands behind a need: open figures attached with their sources, and who said so."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.models import Baseline, Voice
from counterpoint.apps.directory.actions.saving import check_allowed
from counterpoint.apps.directory.models import Need
from counterpoint.apps.places.figures import figures_of
from counterpoint.domain.refusals import Invalid


class NoFiguresHere(Invalid):
    sentence = _("No open figure is held for this place.")
    advice = _("The figures are of districts: say in which district it is needed.")


@transaction.atomic
def attach_figures(
    *, need: Need, indicators: Collection[str], by: Person | None, at: datetime
) -> int:
    """How many are new. Each is kept as it stands now, with its source and period."""
    check_allowed(by, need.organisation)
    place = need.place
    found = [
        one
        for one in figures_of(place.code if place else "")
        if one.indicator.code in indicators
    ]
    if not found or place is None:
        raise NoFiguresHere
    held = set(Baseline.objects.filter(need=need).values_list("indicator", "place_name"))
    fresh = [one for one in found if (one.indicator.code, place.name) not in held]
    Baseline.objects.bulk_create(
        Baseline(
            need=need,
            indicator=one.indicator.code,
            name=one.indicator.name,
            place_name=place.name,
            value=one.value,
            unit=one.indicator.unit,
            period=one.indicator.period,
            source_name=one.indicator.source,
            source_url=one.indicator.source_url,
            attached_at=at,
        )
        for one in fresh
    )
    if fresh:
        record("need.figures_attached", need, by, at, {"count": len(fresh)})
    return len(fresh)


@transaction.atomic
def take_off_figure(*, baseline: Baseline, by: Person | None, at: datetime) -> None:
    check_allowed(by, baseline.need.organisation)
    record("need.figure_taken_off", baseline.need, by, at, {"name": baseline.name})
    baseline.delete()


@transaction.atomic
def add_voice(
    *, need: Need, role: str, words: str, when: str = "", by: Person | None, at: datetime
) -> Voice:
    check_allowed(by, need.organisation)
    made = Voice.objects.create(need=need, role=role, words=words.strip(), when=when.strip())
    record("need.voice_added", need, by, at, {"name": str(made)})
    return made


@transaction.atomic
def take_off_voice(*, voice: Voice, by: Person | None, at: datetime) -> None:
    check_allowed(by, voice.need.organisation)
    record("need.voice_taken_off", voice.need, by, at, {"name": str(voice)})
    voice.delete()
