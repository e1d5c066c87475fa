"""Whether two descriptions of an organisation are of the same one, with what speaks for it.

The scale: 1 is sure. At SURE and above two records are one without asking; at DOUBTFUL and above a
person is asked; below, they are two. Nothing but a shared register number outweighs different
numbers in one register.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from counterpoint.domain.interchange.people.ordinary_words import ORDINARY_WORDS
from counterpoint.domain.interchange.records import Identifier

SURE = 0.85
DOUBTFUL = 0.6
# Below this two names are not written alike; it lets "Theatre" and "Theater" pass, "Opera" not.
ALIKE = 90.0
OTHER_NAME = 0.1
# A name of one word says too little to be the beginning of another.
FEWEST_WORDS = 2
# Registers in which an organisation has exactly one number.
ONE_NUMBER_EACH = frozenset(
    {"GB-CHC", "GB-SC", "GB-NIC", "GB-COH", "GB-GSS", "mapping-museums"}
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """`evidence` names what was compared, strongest first; pages put it into words."""

    score: float
    evidence: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE

    @property
    def is_doubtful(self) -> bool:
        return DOUBTFUL <= self.score < SURE


@dataclass(frozen=True, slots=True)
class Described:
    """What can be compared. `place` is any value that is equal for the same place, `within` holds
    the places around it: one source says the district, another the county."""

    key: str
    postcode: str = ""
    place: object = None
    within: frozenset[object] = frozenset()
    # Compared by a name that it has beside its own: sometimes that is the name of its parent body.
    is_other_name: bool = False
    identifiers: tuple[Identifier, ...] = ()


def likeness(one: Described, other: Described) -> Likeness:
    if _share_a_number(one.identifiers, other.identifiers):
        return Likeness(1.0, ("same-number",))
    if _differ_in_a_register(one.identifiers, other.identifiers):
        return Likeness(0.0, ("different-numbers",))
    name, words = _names(one.key, other.key)
    if one.is_other_name or other.is_other_name:
        name, words = name - OTHER_NAME, ("other-name", *words)
    place, where = _places(one, other)
    return Likeness(round(max(0.0, min(1.0, name + place)), 3), (*words, *where))


def could_be_one_name(one: str, other: str) -> bool:
    """Cheaply, before anything else is looked up."""
    return bool(_names(one, other)[1])


def _names(one: str, other: str) -> tuple[float, tuple[str, ...]]:
    if one == other:
        # An everyday word is a name that several may have chosen.
        is_common = " " not in one and one in ORDINARY_WORDS
        return (0.6, ("same-common-name",)) if is_common else (0.75, ("same-name",))
    if fuzz.ratio(one, other) >= ALIKE:
        return 0.5, ("like-name",)
    if _begins_with(one, other) or _begins_with(other, one):
        return 0.5, ("longer-name",)
    return 0.0, ()


def _begins_with(one: str, other: str) -> bool:
    """With whole words: "hull truck" and "hull truck theatre company"."""
    return one.count(" ") >= FEWEST_WORDS - 1 and other.startswith(f"{one} ")


def _places(one: Described, other: Described) -> tuple[float, tuple[str, ...]]:
    if one.postcode and one.postcode == other.postcode:
        return 0.25, ("same-postcode",)
    if one.place is None and other.place is None:
        # Nothing tells them apart; lists without places repeat a name for the same recipient.
        return 0.25, ("no-places",)
    if one.place is None or other.place is None:
        return 0.0, ("place-unknown",)
    if one.place == other.place or one.place in other.within or other.place in one.within:
        return 0.15, ("same-district",)
    return -0.1, ("different-district",)


def _share_a_number(one: Iterable[Identifier], other: Iterable[Identifier]) -> bool:
    return bool(set(one) & set(other))


def _differ_in_a_register(one: Iterable[Identifier], other: Iterable[Identifier]) -> bool:
    numbers = {
        number.scheme: number.value for number in one if number.scheme in ONE_NUMBER_EACH
    }
    return any(
        number.scheme in numbers and numbers[number.scheme] != number.value for number in other
    )
