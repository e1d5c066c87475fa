"""How strongly the words of a text speak for a concept, 0 to 1.

Each different label found is one piece of evidence, and pieces combine as independent ones do:
1 - (1 - a)(1 - b). Said in so many words is certain.
"""

from collections.abc import Sequence
from math import prod

from counterpoint.domain.vocabulary.folding import stems
from counterpoint.domain.vocabulary.reading import How, Trigger

WEIGHTS = {How.EXACT: 1.0, How.STEM: 0.95, How.SPELLING: 0.8}
WEAK_SHARE = 0.5  # of a label that is ambiguous on its own, when another label supports it
ALONE_SHARE = 0.25  # of such a label when nothing does


def strength(triggers: Sequence[Trigger]) -> float:
    if len(triggers) == 1:
        weak_share = ALONE_SHARE if triggers[0].label.is_weak else 1
        return round(WEIGHTS[triggers[0].how] * weak_share, 4)
    best: dict[tuple[str, ...], Trigger] = {}
    for trigger in triggers:
        words = stems(trigger.label.text)
        if words not in best or WEIGHTS[trigger.how] > WEIGHTS[best[words].how]:
            best[words] = trigger
    weak_share = WEAK_SHARE if len(best) > 1 else ALONE_SHARE
    doubts = (
        1 - WEIGHTS[trigger.how] * (weak_share if trigger.label.is_weak else 1)
        for trigger in best.values()
    )
    return round(1 - prod(doubts), 4)
