"""Loading the vocabulary files: rows follow the files, and nothing that was used is lost."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.history import changes
from counterpoint.apps.vocabulary import queries, stored, written
from counterpoint.apps.vocabulary.models import (
    Concept,
    FalseFriend,
    Label,
    Mapping,
    Relation,
    Release,
)
from counterpoint.domain.vocabulary import concepts as values
from counterpoint.domain.vocabulary.difference import Difference, between

BATCH = 1_000


def is_behind() -> bool:
    """Whether the files say something else than what is loaded."""
    return queries.is_behind(settings.VOCABULARIES)


def load(*, folder: Path, by: Person | None, at: datetime) -> tuple[Release, Difference]:
    """The release in force afterwards, and what changed; loading the same files changes nothing.

    Raises VocabularyFaults before anything is written.
    """
    read = written.read(folder)
    with transaction.atomic():
        held = queries.latest_release()
        difference = between(stored.vocabulary_in_force(), read.vocabulary)
        if held is not None and held.sha256 == read.sha256 and difference.is_empty:
            return held, difference
        _write(read.vocabulary, difference, at)
        release = _release(read, difference, at)
        history.record(
            kind="vocabulary.loaded",
            subject=release,
            by=by,
            at=at,
            detail={
                "concepts": release.concept_count,
                "labels": release.label_count,
                "added": len(difference.added),
                "changed": len(difference.changed),
                "retired": len(difference.retired),
            },
        )
        changes.note("concept", _touched(difference), at=at)
    return release, difference


def _release(read: written.Written, difference: Difference, at: datetime) -> Release:
    return Release.objects.create(
        sha256=read.sha256,
        loaded_at=at,
        concept_count=len(read.vocabulary),
        label_count=sum(len(concept.labels) for concept in read.vocabulary),
        difference=difference.as_mapping(),
        headings=[asdict(heading) for heading in read.vocabulary.headings],
    )


def _touched(difference: Difference) -> list[int]:
    codes = [
        *difference.added,
        *(change.code for change in difference.changed),
        *difference.retired,
    ]
    return list(Concept.objects.filter(code__in=codes).values_list("pk", flat=True))


def _write(vocabulary: values.Vocabulary, difference: Difference, at: datetime) -> None:
    Concept.objects.filter(code__in=difference.retired).update(retired_at=at)
    rewritten = [
        *difference.added,
        *(change.code for change in difference.changed),
    ]
    chosen = [concept for code in rewritten if (concept := vocabulary.get(code))]
    ids = _write_concepts(chosen)
    _write_parts(chosen, ids)
    FalseFriend.objects.exclude(
        code__in=[friend.code for friend in vocabulary.friends]
    ).delete()
    FalseFriend.objects.bulk_create(
        [
            FalseFriend(code=friend.code, rule=stored.rule_of_friend(friend))
            for friend in vocabulary.friends
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["rule"],
    )


def _write_concepts(chosen: Iterable[values.Concept]) -> dict[str, int]:
    """The rows of every code, once the chosen ones have been written."""
    Concept.objects.bulk_create(
        [
            Concept(
                code=concept.code,
                kind=concept.kind,
                name=concept.name,
                definition=concept.definition,
                source=concept.source,
                retired_at=None,
            )
            for concept in chosen
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["kind", "name", "definition", "source", "retired_at"],
    )
    ids = dict(Concept.objects.values_list("code", "pk"))
    Concept.objects.bulk_update(
        [
            Concept(pk=ids[concept.code], broader_id=ids.get(concept.broader or ""))
            for concept in chosen
        ],
        ["broader"],
        batch_size=BATCH,
    )
    return ids


def _write_parts(chosen: list[values.Concept], ids: dict[str, int]) -> None:
    """Labels, relations and mappings belong to their concept alone, so they are written anew."""
    of_chosen = {"concept__code__in": [concept.code for concept in chosen]}
    for model in (Label, Relation, Mapping):
        model._default_manager.filter(**of_chosen).delete()
    Label.objects.bulk_create(
        [
            Label(
                concept_id=ids[concept.code],
                text=label.text,
                audience=label.audience,
                language=label.language,
                is_weak=label.is_weak,
            )
            for concept in chosen
            for label in concept.labels
        ],
        batch_size=BATCH,
    )
    Relation.objects.bulk_create(
        [relation for concept in chosen for relation in _relations(concept, ids)],
        batch_size=BATCH,
    )
    Mapping.objects.bulk_create(
        [
            Mapping(concept_id=ids[concept.code], **asdict(mapping))
            for concept in chosen
            for mapping in concept.mappings
        ],
        batch_size=BATCH,
    )


def _relations(concept: values.Concept, ids: dict[str, int]) -> Iterable[Relation]:
    for code in concept.related:
        yield Relation(
            concept_id=ids[concept.code], other_id=ids[code], how=Relation.How.RELATED
        )
    for served in concept.serves:
        yield Relation(
            concept_id=ids[concept.code],
            other_id=ids[served.code],
            how=Relation.How.SERVES,
            source=served.source,
        )
