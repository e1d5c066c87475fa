"""Recording studies. The programme team may; nobody (None) stands for our own files."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.accounts.permissions import check_is_programme_team
from counterpoint.apps.evidence.models import Assertion, Effect, Study
from counterpoint.apps.history import actions as history
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.refusals import Conflict, Invalid


class AlreadyRecorded(Conflict):
    sentence = "A study with this key is recorded already."


class UnknownConcept(Invalid):
    sentence = "A study can only be filed under terms of the vocabulary."


@transaction.atomic
def record_study(
    *,
    details: dict[str, Any],
    concepts: Iterable[str],
    effects: Iterable[dict[str, Any]] = (),
    assertions: Iterable[dict[str, str]] = (),
    by: Person | None,
    at: datetime,
) -> Study:
    if by is not None:
        check_is_programme_team(by)
    if Study.objects.filter(key=details["key"]).exists():
        raise AlreadyRecorded
    codes = set(concepts)
    found = list(Concept.objects.filter(code__in=codes))
    if len(found) != len(codes):
        raise UnknownConcept
    study = Study.objects.create(**details, recorded_at=at)
    study.concepts.set(found)
    Effect.objects.bulk_create(Effect(study=study, **effect) for effect in effects)
    Assertion.objects.bulk_create(Assertion(study=study, **one) for one in assertions)
    history.record(kind="study.recorded", subject=study, by=by, at=at)
    return study
