"""What single words point to when no label of the vocabulary was said.

"Kids who look after a poorly mum" uses no label of young carers, but each of its words stands in
some of their labels. A word counts for a concept by how much of its use, over all labels, is that
concept's: naive Bayes on the vocabulary itself, with pairs of neighbouring words beside single ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from counterpoint.domain.matching.statement import Term
from counterpoint.domain.vocabulary.concepts import Audience, Concept, Kind, Vocabulary
from counterpoint.domain.vocabulary.folding import Token, stems, tokens

# A word in this many labels of a concept is half as sure as one in all of them.
HALF_SURE = 2.0
SHARE_OF_WEAK = 0.5
WEIGHT_OF_POINTER = 3.0  # of a label's word: it was written down for this alone
SHARE_OF_DEFINITION = 0.5
# A word that belongs to everything points to nothing.
LEAST_SHARE = 0.02
LEAST_HINT = 0.02
MOST_HINTS = 40
# Of the clue that a word gives: it is not a label, however telling it is.
SURENESS = 0.6

# Words that hold sentences together, and the field's own small change.
EMPTY = frozenset(
    stems(
        "a about all an and any are as at be been but by can do each for from get gets group groups"
        " has have how i if in into is it its made make makes me more most my new no not of on one"
        " or other our out over own people so some such than that the their them then there these"
        " they this those time to two under up us very was way we were what when where which who"
        " whoever whom whose will with you your"
    )
)


class Clue(NamedTuple):
    code: str
    share: float


# Words that editors wrote down because they point to a concept, though they are no labels of it.
Pointers = Mapping[str, tuple[str, ...]]


class Hints:
    def __init__(self, vocabulary: Vocabulary, pointers: Pointers) -> None:
        self._vocabulary = vocabulary
        self._clues = _clues(vocabulary, pointers)

    def read(self, text: str, said: Iterable[str] = ()) -> tuple[Term, ...]:
        """Concepts pointed to besides those that the text says, the surest first."""
        doubts: dict[str, float] = defaultdict(lambda: 1.0)
        words: dict[str, dict[str, float]] = defaultdict(dict)
        for clue, written in _written(tokens(text)):
            for code, share in self._clues.get(clue, ()):
                doubts[code] *= 1 - share
                words[code][written] = max(share, words[code].get(written, 0.0))
        for code in said:
            doubts.pop(code, None)
        surest = sorted(doubts.items(), key=lambda pair: (pair[1], pair[0]))[:MOST_HINTS]
        return tuple(
            self._term(code, SURENESS * (1 - doubt), words[code])
            for code, doubt in surest
            if 1 - doubt >= LEAST_HINT
        )

    def _term(self, code: str, strength: float, words: Mapping[str, float]) -> Term:
        concept = self._vocabulary.get(code)
        assert concept is not None
        best = sorted(words, key=lambda word: -words[word])[:2]
        return Term(
            code,
            concept.kind.value,
            concept.name,
            round(strength, 3),
            tuple(best),
            is_hint=True,
        )


def _clues(vocabulary: Vocabulary, pointers: Pointers) -> dict[str, tuple[Clue, ...]]:
    often: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for concept in vocabulary:
        if concept.kind is not Kind.LEGAL_FORM:
            for clue, weight in _words_of(concept):
                often[clue][concept.code] += weight
            for words in pointers.get(concept.code, ()):
                for clue in _of_phrase(words):
                    often[clue][concept.code] += WEIGHT_OF_POINTER
    return {clue: tuple(_shares(by_concept)) for clue, by_concept in often.items()}


def _shares(by_concept: Mapping[str, float]) -> Iterator[Clue]:
    total = sum(by_concept.values())
    for code, weight in by_concept.items():
        if weight / total > LEAST_SHARE:
            yield Clue(code, weight / total * weight / (weight + HALF_SURE))


def _words_of(concept: Concept) -> Iterator[tuple[str, float]]:
    for label in concept.labels:
        if label.audience is not Audience.HIDDEN and label.language == "en":
            weight = SHARE_OF_WEAK if label.is_weak else 1.0
            yield from ((clue, weight) for clue in _of_phrase(label.text))
    yield from ((clue, 1.0) for clue in _of_phrase(concept.name))
    yield from ((clue, SHARE_OF_DEFINITION) for clue in _of_phrase(concept.definition))


def _of_phrase(text: str) -> set[str]:
    return {clue for clue, _ in _written(tokens(text))}


def _written(words: list[Token]) -> Iterator[tuple[str, str]]:
    """Stems and pairs of stems, each with the words as written."""
    for word in words:
        if word.stem not in EMPTY:
            yield word.stem, word.written
    for word, after in pairwise(words):
        if not (word.stem in EMPTY and after.stem in EMPTY):
            yield f"{word.stem} {after.stem}", f"{word.written} {after.written}"
