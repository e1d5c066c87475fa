"""A match is its reasons: the strength is made of them, so the two cannot disagree."""

from dataclasses import dataclass
from enum import StrEnum

from counterpoint.domain.matching.criteria import Criterion
from counterpoint.domain.matching.statement import Candidate, PastWork


@dataclass(frozen=True, slots=True)
class Said:
    """One end of a bridge: what it is called, and the words that said so."""

    code: str
    name: str
    words: tuple[str, ...] = ()
    is_hint: bool = False


class How(StrEnum):
    """Why the two ends belong together. The first five are the crosswalk's own."""

    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"
    SERVES = "serves"
    RELATED = "related"
    INSIDE = "inside"  # the place lies in the area
    NEAR = "near"
    SAME_AREA = "same_area"
    ONLINE = "online"
    ENOUGH = "enough"
    FAINT = "faint"  # many small bridges, summed up
    ALIKE = "alike"
    PAST_WORK = "past_work"
    RECENT = "recent"
    DIFFERENT = "different"  # speaks against: something else was meant
    DOUBTFUL = "doubtful"  # speaks against: the words may mean something else


@dataclass(frozen=True, slots=True)
class Reason:
    """`weight` is a share of all that was asked for; a reason against has a negative one."""

    criterion: Criterion
    how: How
    weight: float
    needed: Said | None = None
    offered: Said | None = None
    source: str = ""
    amount: float | None = (
        None  # kilometres, people, money, years: what the criterion counts in
    )
    past: PastWork | None = None

    def weighing(self, weight: float) -> "Reason":
        """The same reason with another weight; dataclasses.replace takes three times as long."""
        return Reason(
            self.criterion,
            self.how,
            weight,
            self.needed,
            self.offered,
            self.source,
            self.amount,
            self.past,
        )


class FlagKind(StrEnum):
    OUT_OF_RANGE = "out_of_range"
    NO_SAFEGUARDING = "no_safeguarding"
    NO_INSURANCE = "no_insurance"
    NOT_VERIFIED = "not_verified"
    OLD = "old"
    TOO_FEW_PLACES = "too_few_places"
    ABOVE_BUDGET = "above_budget"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to know before acting. A flag warns, it does not hide."""

    kind: FlagKind
    amount: float | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    candidate: Candidate
    reasons: tuple[Reason, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def strength(self) -> float:
        return min(1.0, max(0.0, sum(reason.weight for reason in self.reasons)))
