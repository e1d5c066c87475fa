"""Doubts about a vocabulary that an editor may want to look at; none of them stops a load."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from counterpoint.domain.vocabulary import ages
from counterpoint.domain.vocabulary.concepts import (
    SERVING_KINDS,
    Concept,
    Kind,
    Label,
    Vocabulary,
)
from counterpoint.domain.vocabulary.crosswalk import Crosswalk
from counterpoint.domain.vocabulary.folding import stems
from counterpoint.domain.vocabulary.labels import all_labels
from counterpoint.domain.vocabulary.lexicon import Lexicon
from counterpoint.domain.vocabulary.reading import Refusal

# What the arts offer; settings and ways of buying or reporting need not serve anything.
BRIDGES = frozenset({Kind.ACTIVITY, Kind.ART_FORM})


@dataclass(frozen=True, slots=True)
class Remark:
    code: str
    doubt: str

    def __str__(self) -> str:
        return f"{self.code}: {self.doubt}"


def remarks(vocabulary: Vocabulary) -> Iterator[Remark]:
    yield from _shared_labels(vocabulary)
    yield from _number_labels(vocabulary)
    yield from _serving_nothing(vocabulary)
    yield from _friends_that_miss(vocabulary)
    yield from (
        Remark(code, "An age rule names it, but it is not in the vocabulary.")
        for code in ages.BANDS
        if code not in vocabulary
    )


def _shared_labels(vocabulary: Vocabulary) -> Iterator[Remark]:
    """Strong labels that two concepts of one kind share, and that no link makes harmless."""
    by_words: dict[tuple[str, tuple[str, ...]], dict[str, Label]] = defaultdict(dict)
    for concept, label in all_labels(vocabulary):
        if not label.is_weak:
            by_words[concept.kind, stems(label.text)][concept.code] = label
    crosswalk = Crosswalk(vocabulary)
    for sharing in by_words.values():
        codes = sorted(sharing)
        for first, second in pairwise(codes):
            linked = crosswalk.link(first, second) is not None
            yield Remark(
                first,
                f"“{sharing[first].text}” is also a label of {second}"
                + (", to which it is linked." if linked else ", to which nothing links it."),
            )


def _number_labels(vocabulary: Vocabulary) -> Iterator[Remark]:
    for concept, label in all_labels(vocabulary):
        words = stems(label.text)
        if all(word.isdigit() or word in ("under", "over") for word in words):
            yield Remark(concept.code, f"“{label.text}” is found in prices, scores and dates.")


def _serving_nothing(vocabulary: Vocabulary) -> Iterator[Remark]:
    crosswalk = Crosswalk(vocabulary)
    for concept in vocabulary:
        if concept.kind in BRIDGES and not _bridges(concept, vocabulary, crosswalk):
            yield Remark(
                concept.code, "Nothing that is commissioned for can be reached from it."
            )


def _bridges(concept: Concept, vocabulary: Vocabulary, crosswalk: Crosswalk) -> bool:
    return any(
        (other := vocabulary.get(code)) is not None and other.kind not in SERVING_KINDS
        for code in crosswalk.needs_around(concept.code)
    )


def _friends_that_miss(vocabulary: Vocabulary) -> Iterator[Remark]:
    lexicon = Lexicon(vocabulary)
    for friend in vocabulary.friends:
        for text in friend.caught:
            if not _caught(lexicon.read(text).refusals, friend.code):
                yield Remark(friend.code, f"“{text}” is not caught by its patterns.")
        for text in friend.accepted:
            if _caught(lexicon.read(text).refusals, friend.code):
                yield Remark(friend.code, f"“{text}” is caught and must not be.")


def _caught(refusals: tuple[Refusal, ...], code: str) -> bool:
    return any(refusal.friend == code for refusal in refusals)
