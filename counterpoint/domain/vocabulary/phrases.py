"""Many phrases found in one text at once: a trie of words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

# The key under which a node keeps the phrases that end there; no word is empty.
END = ""


class Step(NamedTuple):
    """Another way to read on from a word: a correction, or two words written as one."""

    key: str
    next: int
    is_correction: bool


class Found(NamedTuple, Generic[Meaning]):
    start: int  # places in the sequence of words, not characters
    end: int
    meaning: Meaning
    is_corrected: bool
    is_rejoined: bool  # reached by another reading than word for word


class Phrases(Generic[Meaning]):
    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._longest = 0

    def add(self, words: Sequence[str], meaning: Meaning) -> None:
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(END, []).append(meaning)
        self._longest = max(self._longest, len(words))

    def find(
        self, words: Sequence[str], steps: Mapping[int, Iterable[Step]]
    ) -> list[Found[Meaning]]:
        """Every phrase that stands in the words, longer and shorter ones alike."""
        found: list[Found[Meaning]] = []
        for start, word in enumerate(words):
            if steps and not steps.keys().isdisjoint(range(start, start + self._longest)):
                found.extend(self._along(start, words, steps))
            elif word in self._root:
                self._straight(start, words, found)
        return found

    def _straight(self, start: int, words: Sequence[str], found: list[Found[Meaning]]) -> None:
        """Word by word, where there is no other way to read on."""
        node = self._root
        for place in range(start, len(words)):
            below = node.get(words[place])
            if below is None:
                return
            node = below
            if END in node:
                end = place + 1
                found.extend([Found(start, end, one, False, False) for one in node[END]])

    def _along(
        self, start: int, words: Sequence[str], steps: Mapping[int, Iterable[Step]]
    ) -> Iterator[Found[Meaning]]:
        waiting = [(self._root, start, False, False)]
        while waiting:
            node, place, corrected, rejoined = waiting.pop()
            for meaning in node.get(END, ()):
                yield Found(start, place, meaning, corrected, rejoined)
            if place == len(words):
                continue
            if words[place] in node:
                waiting.append((node[words[place]], place + 1, corrected, rejoined))
            waiting.extend(
                (node[step.key], step.next, corrected or step.is_correction, True)
                for step in steps.get(place, ())
                if step.key in node
            )
