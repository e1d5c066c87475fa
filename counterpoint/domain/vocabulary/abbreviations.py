"""Abbreviations that are also words, or nearly: SEND, IT, MS. Found in capitals, as they are written.

In small letters they are understood only where they are no ordinary word ("copd", not "send");
with one capital in front they are a name or a title (Ms, Tara).
"""

from collections.abc import Collection, Iterable

from counterpoint.domain.vocabulary.folding import Token

# In front of the key under which such an abbreviation is kept.
CAPITALS = "="
SHORT = 4


def is_abbreviation(text: str, plain: tuple[str, ...], ordinary: Collection[str]) -> bool:
    if len(plain) != 1 or not text.isupper() or not text.isalpha():
        return False
    return len(text) <= SHORT or plain[0] in ordinary


def is_guarded(phrase: tuple[str, ...]) -> bool:
    """Whether the phrase is kept as an abbreviation that wants its capitals."""
    return phrase[0].startswith(CAPITALS)


class Abbreviations:
    def __init__(self, keys: Iterable[str], ordinary: Collection[str]) -> None:
        self._known = frozenset(key[1:] for key in keys if key.startswith(CAPITALS))
        self._ordinary = ordinary

    def key(self, word: Token, *, all_is_capitals: bool) -> str | None:
        plain = word.plain
        if plain not in self._known:
            if not (plain.endswith("s") and plain[:-1] in self._known):
                return None
            return self._plural(word)
        is_ordinary = plain in self._ordinary
        if word.written.isupper():
            return None if all_is_capitals and is_ordinary else CAPITALS + plain
        return CAPITALS + plain if word.written.islower() and not is_ordinary else None

    def _plural(self, word: Token) -> str | None:
        """IDVAs; but not "sends"."""
        return CAPITALS + word.plain[:-1] if word.written[:-1].isupper() else None
