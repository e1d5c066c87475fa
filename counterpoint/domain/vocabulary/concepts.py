"""What the vocabulary holds: concepts with their labels in each audience's words, false friends."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    OUTCOME = "outcome"
    POPULATION = "population"
    CONDITION = "condition"
    SETTING = "setting"
    TIER = "tier"
    ART_FORM = "art_form"
    ACTIVITY = "activity"
    PRACTICE_MODEL = "practice_model"
    LEGAL_FORM = "legal_form"


class Audience(StrEnum):
    COMMISSIONER = "commissioner"
    ARTS = "arts"
    PUBLIC = "public"
    HIDDEN = "hidden"  # misspellings and the like: understood, never shown or suggested


class Match(StrEnum):
    """How close somebody else's term is to ours; the words of SKOS."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


class Verdict(StrEnum):
    REFUSE = "refuse"  # the words mean something else: nothing may be matched on them
    ASK = "ask"  # they may mean something else: the reader is asked


# Ways of working serve what is commissioned: this is what bridges a dance class and falls.
SERVING_KINDS = frozenset({Kind.ACTIVITY, Kind.PRACTICE_MODEL, Kind.ART_FORM, Kind.SETTING})
SERVED_KINDS = frozenset({Kind.OUTCOME, Kind.CONDITION, Kind.POPULATION, Kind.SETTING})


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    audience: Audience
    language: str = "en"
    # Ambiguous on its own ("company", "belonging"): counts for half, and wants support.
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Serves:
    code: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkMapping:
    """The same thing in somebody else's framework, for the years that framework held."""

    framework: str
    code: str
    name: str
    match: Match
    source: str
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    code: str
    kind: Kind
    name: str
    definition: str = ""
    source: str = ""
    broader: str | None = None
    related: tuple[str, ...] = ()
    serves: tuple[Serves, ...] = ()
    labels: tuple[Label, ...] = ()
    mappings: tuple[FrameworkMapping, ...] = ()

    def labels_of(self, audience: Audience, language: str = "en") -> tuple[Label, ...]:
        return tuple(
            label
            for label in self.labels
            if label.audience == audience and label.language == language
        )


@dataclass(frozen=True, slots=True)
class Sense:
    """One of the things that words may mean, with the words that give it away."""

    sense: str
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """Words that look like a need or an offer and mean something else."""

    code: str
    verdict: Verdict
    says: str
    instead: str = ""
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # phrases that show what is meant
    caught: tuple[str, ...] = ()  # whole sentences in which it must be found
    accepted: tuple[str, ...] = ()  # and that look alike, in which it must not
    senses: tuple[Sense, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a kind of concept is called and is about."""

    kind: Kind
    title: str
    about: str = ""


@dataclass(frozen=True)
class Vocabulary:
    concepts: tuple[Concept, ...] = ()
    friends: tuple[FalseFriend, ...] = ()
    headings: tuple[Heading, ...] = ()
    _by_code: dict[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_by_code", {concept.code: concept for concept in self.concepts}
        )

    def get(self, code: str) -> Concept | None:
        return self._by_code.get(code)

    def of_kind(self, kind: Kind) -> tuple[Concept, ...]:
        return tuple(concept for concept in self.concepts if concept.kind == kind)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __len__(self) -> int:
        return len(self.concepts)
