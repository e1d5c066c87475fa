"""Slips of the keyboard put right, with care: a word that exists is never a slip.

Most slips are one letter left out, added, changed or exchanged with its neighbour (Damerau,
"A technique for computer detection and correction of spelling errors", Communications of the
ACM 7, 1964). The first letter must agree: it is the one least often mistyped (Yannakoudakis and
Fawthrop, "The rules of spelling errors", Information Processing & Management 19, 1983).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from counterpoint.domain.vocabulary.word_sets import word_set

SHORTEST = 5
LONG = 9  # from here on two slips are allowed
# Two letters changed for two others make another word more often than a slip: consisting and
# consulting. In letters taken out and put in that is 4; the other pairs of slips make less.
MOST_LETTERS_MOVED = 3
# One letter for another makes a word of its own of most short words: carers, capers; craft, croft.
LONG_FOR_A_LETTER_CHANGED = 8
NEAREST = 8
REMEMBERED = 20_000
# A word with one of these taken off is a word with one of these.
ENDINGS = tuple(
    sorted(
        word_set(
            "s es d ed ing ly ally y er ers or ors est ness ful less able al ic ical ive ment ism"
            " ist ists ion ions ation ations ity ise ises ised ising ship like en ens ened ening"
        )
    )
)
BEGINNINGS = (
    "un",
    "re",
    "non",
    "dis",
    "mis",
    "over",
    "under",
    "out",
    "pre",
    "inter",
    "sub",
    "co",
)


class Slips:
    """`known` words stand as they are; `meant` are those that a slip may have been meant for.

    An ordinary word may have been meant too, and then nothing is put right: "achive" may be
    achieve as well as archive.
    """

    def __init__(
        self, known: Collection[str], meant: Iterable[str], ordinary: Collection[str]
    ) -> None:
        self._known = known
        self._ordinary = ordinary
        self._meant = frozenset(meant)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._meant.union(ordinary)):
            if len(word) >= SHORTEST and word.isalpha():
                self._by_letter[word[0]].append(word)
        self._seen: dict[str, str | None] = {}

    def corrected(self, word: str) -> str | None:
        """The known word that was meant, or None when the word stands as it is."""
        if word not in self._seen:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            self._seen[word] = None if self._stands(word) else self._nearest(word)
        return self._seen[word]

    def _stands(self, word: str) -> bool:
        if len(word) < SHORTEST or not word.isalpha() or self._exists(word):
            return True
        roots = [word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)]
        roots += [word.removeprefix(one) for one in BEGINNINGS if word.startswith(one)]
        return any(
            self._exists(form)
            for root in roots
            if len(root) > 3
            for form in (root, root + "e", root[:-1] + "y" if root.endswith("i") else root)
        )

    def _exists(self, word: str) -> bool:
        return word in self._ordinary or word in self._known

    def _nearest(self, word: str) -> str | None:
        near = process.extract(
            word,
            self._by_letter.get(word[0], ()),
            scorer=OSA.distance,
            processor=None,
            score_cutoff=2 if len(word) >= LONG else 1,
            limit=NEAREST,
        )
        candidates = sorted((slips, *_likelihood(word, found)) for found, slips, _ in near)
        best = next((found for *_, found in candidates if _is_likely(word, found)), None)
        return best if best in self._meant else None


def _likelihood(word: str, meant: str) -> tuple[bool, int, int, str]:
    """Letters in the wrong order first, then a letter left out, then one too many."""
    return sorted(word) != sorted(meant), Indel.distance(word, meant), -len(meant), meant


def _is_likely(word: str, meant: str) -> bool:
    if OSA.distance(word, meant) > 1:
        return Indel.distance(word, meant) <= MOST_LETTERS_MOVED
    is_a_letter_changed = len(word) == len(meant) and sorted(word) != sorted(meant)
    return not is_a_letter_changed or len(word) >= LONG_FOR_A_LETTER_CHANGED
