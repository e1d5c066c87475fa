"""Questions about guides."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from counterpoint.apps.publications.models import Guide
from counterpoint.apps.vocabulary.models import Concept


def guides(*, audience: str = "", words: str = "", about: str = "") -> list[Guide]:
    """Those in force, narrowed. A dozen or two: they are never worth a second page."""
    found = Guide.objects.in_force().prefetch_related("concepts")
    if audience in Guide.Audience.values:
        found = found.filter(audience=audience)
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word) | Q(summary__icontains=word) | Q(chapters__icontains=word)
        )
    if about:
        found = found.filter(concepts__code=about)
    return list(found.order_by("audience", "title"))


def concepts_of_guides() -> list[Concept]:
    """What guides are filed under, for narrowing the list."""
    held = Concept.objects.filter(guides__in=Guide.objects.in_force())
    return list(held.distinct().order_by("kind", "name"))


def guides_by_slug(slugs: Iterable[str]) -> list[Guide]:
    """In the order that was asked for; one that is gone is left out."""
    asked = list(slugs)
    held = {one.slug: one for one in Guide.objects.in_force().filter(slug__in=asked)}
    return [held[slug] for slug in asked if slug in held]


def due_for_review(on: date) -> list[Guide]:
    return list(Guide.objects.due_for_review(on).order_by("review_by", "title"))


@dataclass(frozen=True)
class Suggested:
    """A guide with the concepts of the question that it is filed under."""

    guide: Guide
    concepts: tuple[Concept, ...]


MOST_SUGGESTED = 3


def guides_about(codes: Collection[str], audience: str) -> list[Suggested]:
    """Those for this audience that share most concepts with a question, the best first.

    A guide that is filed under the wider concept counts too: what holds for mental health holds
    for anxiety. Two queries, however many guides there are.
    """
    wider = set(
        Concept.objects.filter(code__in=codes, broader__isnull=False).values_list(
            "broader__code", flat=True
        )
    )
    asked = set(codes) | wider
    held = Guide.objects.in_force().filter(audience=audience).prefetch_related("concepts")
    found = [
        Suggested(guide, shared)
        for guide in held
        if (shared := tuple(one for one in guide.concepts.all() if one.code in asked))
    ]
    found.sort(key=lambda one: (-len(one.concepts), one.guide.title))
    return found[:MOST_SUGGESTED]
