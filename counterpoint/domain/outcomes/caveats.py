"""What is said on the face of a result, and the highest level of evidence that it can have.

Nesta's Standards of Evidence: level 2 shows change in users without saying what caused it, level
3 needs a comparison. So a design caps the level, whatever the number of people.
"""

from enum import StrEnum

from counterpoint.domain.outcomes.change import FEWEST_FOR_A_HEADLINE, Change, Flow


class Design(StrEnum):
    AFTER_ONLY = "after-only"
    BEFORE_AND_AFTER = "before-and-after"
    COMPARISON = "comparison"


HIGHEST_NESTA_LEVEL = {
    Design.AFTER_ONLY: 1,
    Design.BEFORE_AND_AFTER: 2,
    Design.COMPARISON: 3,
}


def nesta_level(design: Design, claimed: int) -> int:
    """The claimed level, or the highest that the design allows if that is lower."""
    return min(claimed, HIGHEST_NESTA_LEVEL[design])


REGRESSION = (
    "People often join when things are at their worst, and would have felt somewhat better anyway "
    "(regression to the mean). Without a comparison group this change cannot be told apart from "
    "that."
)
NO_MISSING = "Everybody who started was measured both times."


def caveats(result: Change, flow: Flow, design: Design) -> tuple[str, ...]:
    found = []
    if result.pairs < FEWEST_FOR_A_HEADLINE:
        found.append(
            f"Only {result.pairs} people answered both times. Below {FEWEST_FOR_A_HEADLINE} the "
            "numbers are shown, but not as a headline."
        )
    if design is not Design.COMPARISON:
        found.append(REGRESSION)
    found.append(_completers(flow) if flow.missing else NO_MISSING)
    return tuple(found)


def _completers(flow: Flow) -> str:
    return (
        f"{flow.missing} of the {flow.started} people who started were not measured both times. "
        "Those who stay are often those whom it helps (completer bias), so the change among all "
        "who started may be smaller."
    )
