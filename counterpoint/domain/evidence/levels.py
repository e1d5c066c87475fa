"""Levels of evidence as Nesta defines them (Standards of Evidence, 2013), with the reason.

1: an account of impact; 2: data show a change in those who took part; 3: a control group or
another justified method shows that it is caused; 4: replicated independently; 5: works elsewhere.
What a design cannot show, no number of participants makes up for.
"""

from dataclasses import dataclass
from enum import StrEnum


class Design(StrEnum):
    RANDOMISED = "randomised"
    CLUSTER_RANDOMISED = "cluster_randomised"
    CONTROLLED = "controlled"
    COHORT = "cohort"
    BEFORE_AND_AFTER = "before_and_after"
    AFTER_ONLY = "after_only"
    CROSS_SECTIONAL = "cross_sectional"
    REVIEW = "review"
    META_ANALYSIS = "meta_analysis"
    SCOPING = "scoping"


class Tier(StrEnum):
    """What may be pooled with what: never two of these in one number."""

    TRIALS = "trials"
    OBSERVATIONAL = "observational"
    REVIEWS = "reviews"
    PRACTICE = "practice"


@dataclass(frozen=True)
class Level:
    """None where the scale does not apply: it speaks of one intervention, not of a review."""

    number: int | None
    reason: str


TIERS = {
    Design.RANDOMISED: Tier.TRIALS,
    Design.CLUSTER_RANDOMISED: Tier.TRIALS,
    Design.CONTROLLED: Tier.OBSERVATIONAL,
    Design.COHORT: Tier.OBSERVATIONAL,
    Design.BEFORE_AND_AFTER: Tier.OBSERVATIONAL,
    Design.AFTER_ONLY: Tier.OBSERVATIONAL,
    Design.CROSS_SECTIONAL: Tier.OBSERVATIONAL,
    Design.REVIEW: Tier.REVIEWS,
    Design.META_ANALYSIS: Tier.REVIEWS,
    Design.SCOPING: Tier.REVIEWS,
}

_LEVELS = {
    Design.RANDOMISED: Level(
        3, "People were allotted by chance, so a difference can be put down to the activity."
    ),
    Design.CLUSTER_RANDOMISED: Level(
        3,
        "Whole groups were allotted by chance, so a difference can be put down to the activity.",
    ),
    Design.CONTROLLED: Level(
        2,
        "There was a comparison, but people chose their group: that does not yet justify a cause.",
    ),
    Design.COHORT: Level(
        2,
        "People were followed over time without being allotted: an association, not yet a cause.",
    ),
    Design.BEFORE_AND_AFTER: Level(
        2,
        "Measured before and after without a comparison: capped at 2, however many took part.",
    ),
    Design.AFTER_ONLY: Level(1, "Measured only afterwards: capped at 1."),
    Design.CROSS_SECTIONAL: Level(
        1, "Measured once: it cannot say which came first, the activity or the wellbeing."
    ),
}
_NO_LEVEL = Level(
    None, "The scale grades an intervention; this work looks across many studies of several."
)


def nesta_level(design: Design, *, has_shown_an_effect: bool) -> Level:
    """Level 3 asks that an effect was shown; a trial that found none, or was not read, has none."""
    level = _LEVELS.get(design, _NO_LEVEL)
    if level.number == 3 and not has_shown_an_effect:
        return Level(
            None,
            "The design could reach 3, but no effect that excludes nought has been extracted "
            "from it here.",
        )
    return level
