"""The vocabulary as rows, and back again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from counterpoint.apps.vocabulary import models
from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    FalseFriend,
    FrameworkMapping,
    Heading,
    Kind,
    Label,
    Match,
    Sense,
    Serves,
    Verdict,
    Vocabulary,
)

Part = TypeVar("Part")


def vocabulary_in_force() -> Vocabulary:
    """Every concept that has not been retired, in five queries."""
    current = {"concept__retired_at": None}
    labels = _by_concept(
        models.Label.objects.filter(**current).order_by("id"),
        ("text", "audience", "language", "is_weak"),
        lambda text, audience, language, is_weak: Label(
            text, Audience(audience), language, is_weak
        ),
    )
    relations = _by_concept(
        models.Relation.objects.filter(**current).order_by("id"),
        ("how", "other__code", "source"),
        lambda *fields: fields,
    )
    mappings = _by_concept(
        models.Mapping.objects.filter(**current).order_by("id"),
        ("framework", "code", "name", "match", "source", "valid_from", "valid_to"),
        lambda framework, code, name, match, *rest: FrameworkMapping(
            framework, code, name, Match(match), *rest
        ),
    )
    concepts = models.Concept.objects.filter(retired_at=None).order_by("id")
    return Vocabulary(
        concepts=tuple(
            Concept(
                code=code,
                kind=Kind(kind),
                name=name,
                definition=definition,
                source=source,
                broader=broader,
                related=tuple(other for how, other, _ in relations[pk] if how == "related"),
                serves=tuple(
                    Serves(other, said_by)
                    for how, other, said_by in relations[pk]
                    if how == "serves"
                ),
                labels=tuple(labels[pk]),
                mappings=tuple(mappings[pk]),
            )
            for pk, code, kind, name, definition, source, broader in concepts.values_list(
                "pk", "code", "kind", "name", "definition", "source", "broader__code"
            )
        ),
        friends=tuple(
            friend_from_rule(rule)
            for rule in models.FalseFriend.objects.values_list("rule", flat=True)
        ),
        headings=_headings(),
    )


def retired_concept(row: models.Concept) -> Concept:
    """A concept that is no longer in force, for those who still meet its code."""
    return Concept(
        code=row.code,
        kind=Kind(row.kind),
        name=row.name,
        definition=row.definition,
        source=row.source,
        labels=tuple(
            Label(label.text, Audience(label.audience), label.language, label.is_weak)
            for label in row.labels.order_by("id")
        ),
    )


def _by_concept(
    rows: Any, fields: Iterable[str], make: Callable[..., Part]
) -> Mapping[int, list[Part]]:
    grouped: dict[int, list[Part]] = defaultdict(list)
    for concept_id, *values in rows.values_list("concept_id", *fields):
        grouped[concept_id].append(make(*values))
    return grouped


def _headings() -> tuple[Heading, ...]:
    release = models.Release.objects.first()
    return tuple(
        Heading(Kind(one["kind"]), one["title"], one["about"])
        for one in (release.headings if release else ())
    )


def rule_of_friend(friend: FalseFriend) -> dict[str, Any]:
    return asdict(friend)


def friend_from_rule(rule: Mapping[str, Any]) -> FalseFriend:
    return FalseFriend(
        code=rule["code"],
        verdict=Verdict(rule["verdict"]),
        says=rule["says"],
        instead=rule["instead"],
        patterns=tuple(rule["patterns"]),
        unless=tuple(rule["unless"]),
        words=tuple(rule["words"]),
        caught=tuple(rule["caught"]),
        accepted=tuple(rule["accepted"]),
        senses=tuple(Sense(one["sense"], tuple(one["context"])) for one in rule["senses"]),
        source=rule["source"],
    )
