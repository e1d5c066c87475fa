"""Ways to read a text other than word by word: slips put right, words joined, abbreviations."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from counterpoint.domain.vocabulary.abbreviations import Abbreviations
from counterpoint.domain.vocabulary.folding import APOSTROPHE, HYPHENS, Token, fold
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
# "Stoke" begins sentences too; long names that look like a word of the field are rare.
LONGER_THAN_MOST_NAMES = 7
TITLE_SHARE = 0.75
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
        self._abbreviations = Abbreviations(known, ordinary)
        self._slips = Slips(known, meant, ordinary)

    def of(self, text: str, words: Sequence[Token]) -> Others:
        others = Others(
            {},
            [
                word.plain if word.written.isalnum() else _without_apostrophe(word)
                for word in words
            ],
        )
        all_is_capitals = text.isupper()
        for place, word in enumerate(words):
            if word.stem not in self._keys:
                self._put_right(others, words, place)
            elif word.plain in FIRST_OF_TWO:
                self._join_pair(others, words, place)
            key = self._abbreviations.key(word, all_is_capitals=all_is_capitals)
            if key:
                _add(others, place, Step(key, place + 1, False))
        if HYPHENS.search(text):
            self._join_hyphens(others, text, words)
        return others

    def _put_right(self, others: Others, words: Sequence[Token], place: int) -> None:
        word = words[place]
        if word.plain in FIRST_OF_TWO:
            self._join_pair(others, words, place)
        if _is_contracted(word) or _may_be_a_name(words, place):
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


def _without_apostrophe(word: Token) -> str:
    return fold(APOSTROPHE.sub("", word.written)).plain


def _add(others: Others, place: int, step: Step) -> None:
    others.steps.setdefault(place, []).append(step)


def _is_contracted(word: Token) -> bool:
    """aren't, they're; but dementa's is dementa, and Parkinson' is no contraction."""
    parts = APOSTROPHE.split(word.written)
    return len(parts) > 1 and parts[-1].casefold() not in ("s", "")


def _may_be_a_name(words: Sequence[Token], place: int) -> bool:
    """A capital in front of a short word, or inside a text that has not all words so."""
    word = words[place].written
    if word.isupper():
        return not all(one.written.isupper() for one in words[max(0, place - 1) : place + 2])
    if not word[1:].islower():
        return True  # ArtatWork
    if not word[0].isupper():
        return False
    if len(words[place].plain) < LONGER_THAN_MOST_NAMES:
        return True
    return place > 0 and not _is_title(words)


def _is_title(words: Sequence[Token]) -> bool:
    """Reduce Lonliness Among Older People."""
    long = [word.written for word in words if len(word.written) > 3]
    return sum(word[0].isupper() for word in long) >= TITLE_SHARE * len(long)
