"""Slips of the keyboard put right, with care: a word that exists is never a slip.

Distances count a swap of neighbouring letters as one (optimal string alignment). The first
letter must agree: it is the one least often mistyped (Yannakoudakis and Fawthrop, "The rules
of spelling errors", Information Processing & Management 19, 1983).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5
LONG = 9  # from here on two slips are allowed
REMEMBERED = 20_000


class Slips:
    def __init__(self, known: Iterable[str], ordinary: Collection[str]) -> None:
        self._ordinary = ordinary
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(known)):
            if len(word) >= SHORTEST and word.isalpha():
                self._by_letter[word[0]].append(word)
        self._seen: dict[str, str | None] = {}

    def corrected(self, word: str) -> str | None:
        """The known word that was meant, or None when the word stands as it is."""
        if word not in self._seen:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            self._seen[word] = self._nearest(word)
        return self._seen[word]

    def _nearest(self, word: str) -> str | None:
        if len(word) < SHORTEST or not word.isalpha() or word in self._ordinary:
            return None
        allowed = 2 if len(word) >= LONG else 1
        nearest = process.extractOne(
            word,
            self._by_letter.get(word[0], ()),
            scorer=OSA.distance,
            processor=None,
            score_cutoff=allowed,
        )
        return nearest[0] if nearest else None
