"""Enough Welsh to find Welsh labels: initial mutations, and telling Welsh text from English."""

from collections.abc import Iterable

from counterpoint.domain.vocabulary.word_sets import word_set

# The soft, nasal and aspirate mutations of the first consonant.
# The table is the usual one, as in Gareth King, "Modern Welsh: A Comprehensive Grammar".
MUTATIONS = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
    "ll": ("l",),
    "rh": ("r",),
}
UNMUTABLE = ("ch", "dd", "ph", "th")
# Small words that are frequent in Welsh and are not English.
MARKERS = word_set("yn yr ac gyda mewn dros sydd sy ein eu ond ydy yw wrth rhwng hefyd pobl")


def mutated(word: str) -> tuple[str, ...]:
    """The forms in which a word may stand after a word that changes its beginning."""
    if word.startswith(UNMUTABLE):
        return ()
    for beginning in (word[:2], word[:1]):
        if beginning in MUTATIONS:
            rest = word[len(beginning) :]
            return tuple(new + rest for new in MUTATIONS[beginning] if len(new + rest) > 2)
    return ()


def is_welsh(words: Iterable[str]) -> bool:
    return not MARKERS.isdisjoint(words)
