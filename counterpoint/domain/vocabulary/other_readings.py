"""Ways to read a text other than word by word: slips put right, words joined, abbreviations."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from counterpoint.domain.vocabulary.folding import APOSTROPHE, HYPHENS, Token, fold
from counterpoint.domain.vocabulary.labels import CAPITALS
from counterpoint.domain.vocabulary.phrases import Step
from counterpoint.domain.vocabulary.slips import Slips

# Pairs that many people write apart though the field writes them as one.
WRITTEN_AS_ONE = {
    ("well", "being"): "wellbeing",
    ("story", "telling"): "storytelling",
    ("song", "writing"): "songwriting",
    ("film", "making"): "filmmaking",
    ("print", "making"): "printmaking",
    ("neighbour", "hood"): "neighbourhood",
    ("down", "stream"): "downstream",
    ("up", "stream"): "upstream",
    ("home", "less"): "homeless",
}
FIRST_OF_TWO = frozenset(first for first, _ in WRITTEN_AS_ONE)


class Others(NamedTuple):
    steps: dict[int, list[Step]]
    # The words with their slips put right, and written in one: Parkinson's is parkinsons here.
    plain: list[str]


class OtherReadings:
    """`known` maps every word of the labels to the form it is found by."""

    def __init__(
        self, known: Mapping[str, str], meant: Iterable[str], ordinary: Collection[str]
    ) -> None:
        self._keys = frozenset(known.values())
        self._known = known
        self._abbreviations = frozenset(
            key.removeprefix(CAPITALS) for key in known if key.startswith(CAPITALS)
        )
        self._ordinary = ordinary
        self._slips = Slips(known, meant, ordinary)

    def of(self, text: str, words: Sequence[Token]) -> Others:
        others = Others(
            {},
            [
                word.plain if word.written.isalnum() else _without_apostrophe(word)
                for word in words
            ],
        )
        is_all_capitals = text.isupper()
        for place, word in enumerate(words):
            if word.stem not in self._keys:
                self._put_right(others, words, place)
            elif word.plain in FIRST_OF_TWO:
                self._join_pair(others, words, place)
            if word.plain in self._abbreviations and self._is_one(word, is_all_capitals):
                _add(others, place, Step(CAPITALS + word.plain, place + 1, False))
        if HYPHENS.search(text):
            self._join_hyphens(others, text, words)
        return others

    def _put_right(self, others: Others, words: Sequence[Token], place: int) -> None:
        word = words[place]
        if word.plain in FIRST_OF_TWO:
            self._join_pair(others, words, place)
        if _may_be_a_name(words, place):
            return
        meant = self._slips.corrected(word.plain)
        if meant:
            others.plain[place] = meant
            _add(others, place, Step(self._known[meant], place + 1, True))

    def _join_pair(self, others: Others, words: Sequence[Token], place: int) -> None:
        if place + 1 < len(words):
            joined = WRITTEN_AS_ONE.get((words[place].plain, words[place + 1].plain))
            if joined:
                _add(others, place, Step(fold(joined).stem, place + 2, False))

    def _join_hyphens(self, others: Others, text: str, words: Sequence[Token]) -> None:
        for place in range(len(words) - 1):
            here, there = words[place], words[place + 1]
            if there.start == here.end + 1 and HYPHENS.match(text, here.end):
                joined = fold(here.written + there.written).stem
                if joined in self._keys:
                    _add(others, place, Step(joined, place + 2, False))

    def _is_one(self, word: Token, is_all_capitals: bool) -> bool:
        if word.written.isupper():
            return not (is_all_capitals and word.plain in self._ordinary)
        return word.written.islower() and word.plain not in self._ordinary


def _without_apostrophe(word: Token) -> str:
    return fold(APOSTROPHE.sub("", word.written)).plain


def _add(others: Others, place: int, step: Step) -> None:
    others.steps.setdefault(place, []).append(step)


def _may_be_a_name(words: Sequence[Token], place: int) -> bool:
    """A capital in the middle of a sentence: a place or a person, not a slip."""
    if place == 0 or not words[place].written[0].isupper():
        return False
    return not words[place - 1].written[0].isupper()
