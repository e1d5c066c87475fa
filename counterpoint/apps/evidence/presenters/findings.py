"""A study's printed results, what is derived from them, and what they do not show."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.evidence.models import Effect, Study
from counterpoint.domain.evidence.checking import interval_doubts
from counterpoint.domain.evidence.effects import RATIOS, Measure
from counterpoint.domain.evidence.from_print import change_from_paired_t, from_interval
from counterpoint.domain.evidence.levels import TIERS, Design, Level, Tier, nesta_level


@dataclass(frozen=True)
class Finding:
    outcome: str
    printed: str
    derived: str
    derivation: str
    doubts: list[str]


def finding(effect: Effect) -> Finding:
    measure = Measure(effect.measure)
    if effect.t is not None:
        assert effect.df is not None
        size = change_from_paired_t(effect.t, effect.df)
        return Finding(
            effect.outcome,
            f"t = {effect.t:g}, df = {effect.df}",
            _("d_z {size} (standard error {error})").format(
                size=f"{size.estimate:.2f}", error=f"{size.standard_error:.3f}"
            ),
            _(
                "From t and its degrees of freedom, corrected for small samples. It is the change "
                "of one group against its own spread: it has no comparison and is never pooled "
                "with differences between groups. The sign follows the authors' statement that "
                "wellbeing rose."
            ),
            [],
        )
    assert effect.estimate is not None
    assert effect.low is not None
    assert effect.high is not None
    size = from_interval(measure, effect.estimate, effect.low, effect.high)
    on = _("of its logarithm") if measure in RATIOS else ""
    printed = f"{measure} {effect.estimate:g} (95% CI {effect.low:.2f}–{effect.high:.2f})"
    return Finding(
        effect.outcome,
        printed,
        _("standard error {on} {error}").format(on=on, error=f"{size.standard_error:.3f}"),
        _("From the width of the printed interval, taken as 95% and normal."),
        [
            doubt.sentence
            for doubt in interval_doubts(measure, effect.estimate, effect.low, effect.high)
        ],
    )


def level(study: Study) -> Level:
    shown = any(effect.has_shown_something for effect in study.effects.all())
    return nesta_level(Design(study.design), has_shown_an_effect=shown)


LIMITS = {
    Tier.TRIALS: gettext_lazy(
        "One trial in one setting: whether the same happens elsewhere, or lasts longer than it "
        "was measured, it does not show."
    ),
    Tier.OBSERVATIONAL: gettext_lazy(
        "It does not show that the activity caused the difference: those who came or stayed may "
        "have differed from the start, and people measured at a low point tend to rise by themselves."
    ),
    Tier.REVIEWS: gettext_lazy(
        "A review is no surer than the studies in it; which ones they are and how they differ "
        "has to be read in it."
    ),
}


def does_not_show(study: Study) -> str:
    return str(LIMITS[TIERS[Design(study.design)]])
