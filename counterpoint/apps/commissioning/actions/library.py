"""An organisation's library: its answers, kept to be used again."""

from datetime import datetime

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import Answer, Application, SavedAnswer
from counterpoint.apps.commissioning.queries.library import (
    answers_to_keep,
    same_question,
    saved_answers,
)
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.permissions import check_can_edit
from counterpoint.domain.commissioning.calls.questions import Kind


def keep_answers(application: Application, at: datetime) -> int:
    """Part of sending: what was answered in words goes into the library, newer words over older."""
    kept = answers_to_keep(application)
    for title, text in kept.items():
        SavedAnswer.objects.update_or_create(
            organisation=application.organisation,
            title=title[:300],
            defaults={"text": text, "updated_at": at},
        )
    return len(kept)


def fill_from_library(application: Application, by: Person, at: datetime) -> int:
    """Part of beginning: the same question gets the same answer, to be read and changed."""
    known = {same_question(one.title): one for one in saved_answers(application.organisation)}
    filled = []
    for question in application.call.questions.filter(kind__in=(Kind.LONG, Kind.SHORT)):
        saved = known.get(same_question(question.text))
        if saved is not None:
            filled.append(
                Answer(
                    application=application,
                    question=question,
                    value=saved.text,
                    updated_at=at,
                    updated_by=by,
                )
            )
    Answer.objects.bulk_create(filled)
    return len(filled)


@transaction.atomic
def save_words(
    *, organisation: Organisation, title: str, text: str, by: Person, at: datetime
) -> SavedAnswer:
    check_can_edit(by, organisation)
    saved, _is_new = SavedAnswer.objects.update_or_create(
        organisation=organisation,
        title=title.strip()[:300],
        defaults={"text": text.strip(), "updated_at": at},
    )
    return saved


@transaction.atomic
def drop_words(*, saved: SavedAnswer, by: Person, at: datetime) -> None:
    check_can_edit(by, saved.organisation)
    saved.delete()
