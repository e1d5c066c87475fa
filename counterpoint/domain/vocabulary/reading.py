"""What a text was understood as, and on which of its words that rests."""

from dataclasses import dataclass
from enum import StrEnum

from counterpoint.domain.vocabulary.concepts import Concept, Label, Sense, Verdict


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
    def is_refused(self) -> bool:
        """Nothing may be matched on a refused text, whatever else was understood in it."""
        return any(refusal.verdict is Verdict.REFUSE for refusal in self.refusals)

    @property
    def questions(self) -> tuple[Refusal, ...]:
        return tuple(one for one in self.refusals if one.verdict is Verdict.ASK)
