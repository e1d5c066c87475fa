"""What somebody wants to be told, and why a piece of news is in their mail.

Places and words narrow together: "singing" and "Kent" is singing in Kent. Kinds narrow both. What
somebody follows comes whatever else they chose.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Because(StrEnum):
    FOLLOWED = "followed"
    CHOSEN = "chosen"  # it is filed under a term that they chose
    ANSWERS = "answers"  # it uses other words, but matching bridges them
    IN_PLACE = "in_place"
    KIND = "kind"  # they chose the kind and nothing narrower
    GENERAL = "general"  # they chose nothing


@dataclass(frozen=True, slots=True)
class Interest:
    kinds: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    words: str = ""
    follows: frozenset[str] = frozenset()  # keys: "need:12"

    @property
    def is_general(self) -> bool:
        """Nothing chosen means the general newsletter, never nothing at all."""
        return not (self.kinds or self.places or self.concepts or self.words or self.follows)

    @property
    def only_follows(self) -> bool:
        chosen = self.kinds or self.places or self.concepts or self.words
        return bool(self.follows) and not chosen


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of news as far as choosing needs it."""

    key: str
    kind: str
    is_first: bool  # published, not changed: changes are for those who follow
    concepts: frozenset[str] = frozenset()  # with the wider ones
    places: frozenset[str] = frozenset()  # its own, and those that these lie in
    related: frozenset[str] = frozenset()  # keys whose followers are told: its organisation


@dataclass(frozen=True, slots=True)
class Why:
    because: Because
    code: str = ""  # the term, the place or the followed record


def why(interest: Interest, told: Told, *, answers: str = "") -> Why | None:
    """The strongest reason to tell it, or None. `answers` says how matching bridges the words."""
    followed = followed_by(interest.follows, told)
    if followed:
        return Why(Because.FOLLOWED, followed)
    if not told.is_first or interest.only_follows:
        return None
    if interest.is_general:
        return Why(Because.GENERAL)
    if interest.kinds and told.kind not in interest.kinds:
        return None
    places = interest.places & told.places
    if interest.places and not places:
        return None
    if interest.concepts or interest.words:
        return _by_subject(interest, told, answers)
    if places:
        return Why(Because.IN_PLACE, min(places))
    return Why(Because.KIND, told.kind)


def followed_by(follows: Collection[str], told: Told) -> str:
    if told.key in follows:
        return told.key
    # A followed organisation tells of its new needs and offers, not of every edit of them.
    related = told.related & frozenset(follows) if told.is_first else frozenset()
    return min(related, default="")


def _by_subject(interest: Interest, told: Told, answers: str) -> Why | None:
    concepts = interest.concepts & told.concepts
    if concepts:
        return Why(Because.CHOSEN, min(concepts))
    return Why(Because.ANSWERS, answers) if answers else None
