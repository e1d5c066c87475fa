"""What a match is weighed by, and how much each counts unless a person moves it.

The defaults are judgements of the editors, argued for in `docs/explanation/matching.md` and tried
on a labelled set. Size, turnover and fame are not criteria and never will be: a match is about
fitting, and the big are found anyway.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from counterpoint.domain.vocabulary.concepts import Kind


class Criterion(StrEnum):
    OUTCOME = "outcome"
    CONDITION = "condition"
    POPULATION = "population"
    PLACE = "place"
    ACTIVITY = "activity"  # art forms, activities and ways of working
    SETTING = "setting"
    TIER = "tier"
    CAPACITY = "capacity"
    PRICE = "price"
    TRACK_RECORD = "track_record"
    WORDING = "wording"
    FRESHNESS = "freshness"


KINDS: Mapping[Criterion, tuple[str, ...]] = {
    Criterion.OUTCOME: (Kind.OUTCOME,),
    Criterion.CONDITION: (Kind.CONDITION,),
    Criterion.POPULATION: (Kind.POPULATION,),
    Criterion.ACTIVITY: (Kind.ACTIVITY, Kind.ART_FORM, Kind.PRACTICE_MODEL),
    Criterion.SETTING: (Kind.SETTING,),
    Criterion.TIER: (Kind.TIER,),
}

CRITERION_OF_KIND: Mapping[str, Criterion] = {
    str(kind): criterion for criterion, kinds in KINDS.items() for kind in kinds
}

DEFAULTS: Mapping[Criterion, int] = {
    Criterion.OUTCOME: 30,
    Criterion.CONDITION: 30,
    Criterion.POPULATION: 30,
    Criterion.PLACE: 30,
    Criterion.ACTIVITY: 20,
    Criterion.SETTING: 20,
    Criterion.TIER: 20,
    Criterion.CAPACITY: 5,
    Criterion.PRICE: 5,
    Criterion.TRACK_RECORD: 5,
    Criterion.WORDING: 65,
    Criterion.FRESHNESS: 2,
}
USUAL_BY_KIND: Mapping[str, float] = {
    kind: float(DEFAULTS[criterion]) for kind, criterion in CRITERION_OF_KIND.items()
}
HEAVIEST = 100


class WeightRefused(ValueError):
    """A weight that is not a whole number between nought and a hundred, or of nothing known."""


@dataclass(frozen=True)
class Weights:
    """How much each criterion counts; only the proportions matter."""

    moved: Mapping[Criterion, int] = field(default_factory=dict)

    def __getitem__(self, criterion: Criterion) -> int:
        return self.moved.get(criterion, DEFAULTS[criterion])

    @classmethod
    def parse(cls, text: str) -> "Weights":
        """As they stand in an address: `place:40,wording:0`."""
        return cls(dict(_one(part) for part in text.split(",") if part.strip()))

    def __str__(self) -> str:
        return ",".join(
            f"{criterion}:{self[criterion]}"
            for criterion in Criterion
            if self[criterion] != DEFAULTS[criterion]
        )


def _one(part: str) -> tuple[Criterion, int]:
    name, _, number = part.strip().partition(":")
    if name not in set(Criterion):
        raise WeightRefused(f"{name!r} is not a criterion.")
    if not number.isdecimal() or int(number) > HEAVIEST:
        raise WeightRefused(f"{name}: give a whole number from 0 to {HEAVIEST}.")
    return Criterion(name), int(number)
