"""Studies that bear on a question: how many for each concept, and the nearest few."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from counterpoint.apps.evidence.models import Study
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.evidence.levels import TIERS, Design, Tier

MOST_NAMED = 3
MOST_CONCEPTS = 3
# A trial says most about effect; a review is read for what it gathers, and named after them.
ORDER = {Tier.TRIALS: 0, Tier.REVIEWS: 1, Tier.OBSERVATIONAL: 2, Tier.PRACTICE: 3}


@dataclass(frozen=True)
class Bearing:
    """A concept of the question, how many studies are filed under it, and the nearest of them."""

    concept: Concept
    total: int
    nearest: tuple[Study, ...]


def studies_about(heads: Collection[str], others: Collection[str]) -> list[Bearing]:
    """In the order of `heads`, those with studies only; nearest first are studies that share most
    of the `others`, then trials before reviews before the rest, then the newest. Three queries."""
    filed = Study.concepts.through.objects
    rows = filed.filter(concept__code__in=heads).values_list("concept__code", "study_id")
    by_head: dict[str, set[int]] = defaultdict(set)
    for code, study in rows:
        by_head[code].add(study)
    if not by_head:
        return []
    wanted = set().union(*by_head.values())
    shared = Counter(
        filed.filter(study_id__in=wanted, concept__code__in=others).values_list(
            "study_id", flat=True
        )
    )
    studies = Study.objects.in_bulk(wanted)
    concepts = {one.code: one for one in Concept.objects.filter(code__in=by_head)}

    def nearness(study: Study) -> tuple[int, int, int, str]:
        tier = ORDER[TIERS[Design(study.design)]]
        return -shared[study.pk], tier, -study.year, study.title

    return [
        Bearing(
            concepts[code],
            len(by_head[code]),
            tuple(sorted((studies[pk] for pk in by_head[code]), key=nearness)[:MOST_NAMED]),
        )
        for code in dict.fromkeys(heads)
        if code in by_head
    ][:MOST_CONCEPTS]
