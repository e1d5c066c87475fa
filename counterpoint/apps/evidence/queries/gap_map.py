"""The map of art form by outcome, and how sure each of its cells is, in three queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.apps.evidence.models import Effect, Study
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.evidence.levels import TIERS, Design, Tier, nesta_level

ROWS = (Concept.Kind.ART_FORM, Concept.Kind.ACTIVITY, Concept.Kind.PRACTICE_MODEL)


@dataclass(frozen=True)
class Cell:
    trials: int = 0
    observational: int = 0
    reviews: int = 0
    at_level_3: int = 0

    @property
    def total(self) -> int:
        return self.trials + self.observational + self.reviews

    @property
    def certainty(self) -> str:
        """One study at Nesta's level 3 makes it strong; of reviews the scale does not speak."""
        if self.at_level_3:
            return "strong"
        if self.trials or self.observational:
            return "weak"
        return "reviews" if self.reviews else "empty"


@dataclass(frozen=True)
class GapMap:
    arts: list[Concept]
    outcomes: list[Concept]
    cells: dict[tuple[int, int], Cell]


def gap_map(population: str = "", design: str = "") -> GapMap:
    through = Study.concepts.through.objects.all()
    if population:
        through = through.filter(study__concepts__code=population)
    if design:
        through = through.filter(study__design=design)
    by_study: dict[int, list[int]] = defaultdict(list)
    designs: dict[int, str] = {}
    rows = through.values_list("study_id", "study__design", "concept_id").distinct()
    for study, kind, concept in rows:
        by_study[study].append(concept)
        designs[study] = kind
    used = {concept for concepts in by_study.values() for concept in concepts}
    concepts = Concept.objects.filter(pk__in=used).order_by("name")
    arts = [one for one in concepts if one.kind in ROWS]
    outcomes = [one for one in concepts if one.kind == Concept.Kind.OUTCOME]
    return GapMap(arts, outcomes, _cells(by_study, designs, arts, outcomes))


def _that_showed_something(studies: Iterable[int]) -> set[int]:
    effects = Effect.objects.filter(study__in=list(studies))
    return {effect.study_id for effect in effects if effect.has_shown_something}


def _cells(
    by_study: dict[int, list[int]],
    designs: dict[int, str],
    arts: list[Concept],
    outcomes: list[Concept],
) -> dict[tuple[int, int], Cell]:
    counts: dict[tuple[int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    shown = _that_showed_something(by_study)
    rows, columns = {one.pk for one in arts}, {one.pk for one in outcomes}
    for study, concepts in by_study.items():
        design = Design(designs[study])
        tier: Tier = TIERS[design]
        level = nesta_level(design, has_shown_an_effect=study in shown).number or 0
        for art in rows.intersection(concepts):
            for outcome in columns.intersection(concepts):
                counts[art, outcome][tier] += 1
                counts[art, outcome]["at_level_3"] += level >= 3
    return {place: Cell(**count) for place, count in counts.items()}
