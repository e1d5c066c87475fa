"""Requirements, one a line: does each name an outcome, or prescribe how to work?

Over-specified services leave no room for another way of reaching the same end, which is what keeps
small arts organisations out. The vocabulary tells ends from means; figures of delivery ("12 weekly
sessions") are means as well, whatever is done in them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterpoint.domain.vocabulary.concepts import Concept, Kind
from counterpoint.domain.vocabulary.reading import Reading

MOST_LINES = 60
# Not ways of working such as safeguarding or co-production: they are conditions of good work.
MEANS = {Kind.ACTIVITY, Kind.ART_FORM}
# How many requirements may prescribe before the page warns of the whole. Ours to choose and the
# reader's to change.
USUAL_ALLOWANCE = 2

_MARKER = re.compile(
    r"^\s*(?:[-–—*•·▪]+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+", re.IGNORECASE
)
_NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_THING = (
    r"(?:sessions?|workshops?|classes|performances?|events?|visits?|meetings?|weeks?|hours?|"
    r"minutes|days?)"
)
_RHYTHM = r"(?:weekly|fortnightly|monthly|daily|every\s+(?:week|fortnight|month|day))"
_DELIVERY = re.compile(
    rf"\b(?:{_NUMBER}(?:[\s-]+\w+)?[\s-]+{_THING}|{_RHYTHM})\b", re.IGNORECASE
)


class Asks(StrEnum):
    OUTCOME = "outcome"
    BOTH = "both"  # an outcome, and how to reach it
    ACTIVITY = "activity"
    NEITHER = "neither"  # a condition of the contract, or words that are not understood


@dataclass(frozen=True, slots=True)
class Found:
    """A concept with the words that led to it."""

    concept: Concept
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    text: str
    outcomes: tuple[Found, ...]
    means: tuple[Found, ...]
    delivery: tuple[str, ...]  # words that fix how much, how often, how long

    @property
    def asks(self) -> Asks:
        prescribes = bool(self.means or self.delivery)
        if self.outcomes:
            return Asks.BOTH if prescribes else Asks.OUTCOME
        return Asks.ACTIVITY if prescribes else Asks.NEITHER


def requirements(text: str, read: Callable[[str], Reading]) -> tuple[Requirement, ...]:
    return tuple(_requirement(line, read(line)) for line in lines(text))


def lines(text: str) -> tuple[str, ...]:
    """Each line without its bullet or number; blank ones are left out."""
    found = (" ".join(_MARKER.sub("", line).split()) for line in text.splitlines())
    return tuple(line for line in found if line)[:MOST_LINES]


def prescribing(found: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    return tuple(one for one in found if one.asks is Asks.ACTIVITY)


def outcomes_of(found: tuple[Requirement, ...]) -> tuple[Concept, ...]:
    """Every outcome once, in the order in which they are asked for."""
    concepts = {hit.concept.code: hit.concept for one in found for hit in one.outcomes}
    return tuple(concepts.values())


def ends_of(
    means: tuple[Found, ...], served: Callable[[str], Concept | None]
) -> tuple[Concept, ...]:
    """The outcomes that prescribed means are usually commissioned for: what could be asked."""
    codes = dict.fromkeys(link.code for hit in means for link in hit.concept.serves)
    concepts = (served(code) for code in codes)
    return tuple(one for one in concepts if one is not None and one.kind is Kind.OUTCOME)


def _requirement(line: str, reading: Reading) -> Requirement:
    return Requirement(
        line,
        tuple(_of_kinds(reading, {Kind.OUTCOME})),
        tuple(_of_kinds(reading, MEANS)),
        tuple(dict.fromkeys(match.group() for match in _DELIVERY.finditer(line))),
    )


def _of_kinds(reading: Reading, kinds: set[Kind]) -> Iterator[Found]:
    for one in reading.clear:
        if one.concept.kind in kinds:
            words = dict.fromkeys(trigger.words for trigger in one.triggers)
            yield Found(one.concept, tuple(words))
