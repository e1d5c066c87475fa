"""Studies as lists ask for them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from counterpoint.apps.evidence.models import Study

ORDERS: dict[str, tuple[str, ...]] = {
    "newest": ("-year", "title", "id"),
    "title": ("title", "id"),
    "people": ("-people", "id"),
}


@dataclass(frozen=True)
class Asked:
    words: str = ""
    design: str = ""
    about: str = ""  # the code of a concept
    sort: str = "newest"


def studies(asked: Asked) -> QuerySet[Study]:
    found = Study.objects.all()
    for word in asked.words.split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(authors__icontains=word)
            | Q(outcome_words__icontains=word)
            | Q(population_words__icontains=word)
            | Q(art_words__icontains=word)
        )
    if asked.design:
        found = found.filter(design=asked.design)
    if asked.about:
        found = found.filter(
            Q(concepts__code=asked.about) | Q(concepts__broader__code=asked.about)
        ).distinct()
    if asked.sort == "people":
        found = found.exclude(people=None)
    return found.order_by(*ORDERS.get(asked.sort, ORDERS["newest"]))


def studies_in_cell(art: str, outcome: str) -> QuerySet[Any]:
    both = Study.objects.filter(concepts__code=art).filter(concepts__code=outcome)
    return both.prefetch_related("effects", "concepts").order_by("design", "-year", "id")
