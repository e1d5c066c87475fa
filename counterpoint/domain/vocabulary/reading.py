"""What a text was understood as, and on which of its words that rests."""

from dataclasses import dataclass
from enum import StrEnum

from counterpoint.domain.vocabulary.concepts import Concept, Label, Sense, Verdict

# A word that may mean many things stays below when nothing supports it (strength.ALONE_SHARE).
CLEAR = 0.3


class How(StrEnum):
    """How the words of a text agree with the words of a label."""

    EXACT = "exact"
    STEM = "stem"  # another form of the same words: choirs for choir
    SPELLING = "spelling"  # a slip of the keyboard put right


@dataclass(frozen=True, slots=True)
class Trigger:
    words: str  # as written
    start: int
    end: int
    label: Label
    how: How


@dataclass(frozen=True, slots=True)
class Understood:
    concept: Concept
    strength: float
    triggers: tuple[Trigger, ...]

    @property
    def is_clear(self) -> bool:
        return self.strength >= CLEAR


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that mean something else than they seem to, or may."""

    friend: str  # code of the false friend
    verdict: Verdict
    words: str  # as written
    start: int
    end: int
    says: str
    instead: str = ""
    senses: tuple[Sense, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    understood: tuple[Understood, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def clear(self) -> tuple[Understood, ...]:
        """What people are shown. `understood` also has what rests on one ambiguous word alone
        ("project", "community"): good for ranking, tiresome to read."""
        return tuple(one for one in self.understood if one.is_clear)

    @property
    def faint(self) -> tuple[Understood, ...]:
        return tuple(one for one in self.understood if not one.is_clear)

    @property
    def is_refused(self) -> bool:
        """Nothing may be matched on a refused text, whatever else was understood in it."""
        return any(refusal.verdict is Verdict.REFUSE for refusal in self.refusals)

    @property
    def questions(self) -> tuple[Refusal, ...]:
        return tuple(one for one in self.refusals if one.verdict is Verdict.ASK)
