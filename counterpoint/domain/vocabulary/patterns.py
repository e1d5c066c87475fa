"""The small closed language in which false friends are described.

word        that word, whatever its case and accents
word*       any word that begins so
(a|b c)     one of these
( ... )?    perhaps
{list}      one of a named list; written out before anything is compiled
...         up to four words between
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from counterpoint.domain.vocabulary.folding import plain_words

MOST_BETWEEN = 4
SIGN = re.compile(r"\s*(?P<sign>\.\.\.|…|\(|\)\??|\||[^\s()|]+)")
LIST = re.compile(r"\{([^}]*)\}")


class PatternFault(ValueError):
    """A pattern that cannot be read; says where and why."""


@dataclass(frozen=True)
class Pattern:
    """A pattern as a regular expression over folded words, each followed by one space."""

    source: str
    # What the first word may be, and every word; one that ends in * stands for all that begin so.
    beginnings: frozenset[str]
    words: frozenset[str]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Compiled when it is first needed, which for most patterns is never."""
        return re.compile(self.source)


@dataclass(frozen=True)
class _Part:
    expression: str
    beginnings: frozenset[str]
    is_optional: bool = False


_ANY = frozenset({"*"})


def with_lists_written_out(text: str, lists: Mapping[str, Sequence[str]]) -> str:
    def choice(found: re.Match[str]) -> str:
        name = found.group(1).strip()
        if not lists.get(name):
            known = ", ".join(sorted(lists)) or "none"
            raise PatternFault(f"“{text}”: no list is called “{name}” (there are: {known})")
        return f"({'|'.join(lists[name])})"

    return LIST.sub(choice, text)


@lru_cache(maxsize=4_096)
def compile_pattern(text: str) -> Pattern:
    reader = _Reader(text)
    part = reader.alternatives()
    if reader.sign is not None:
        raise PatternFault(f"“{text}”: a ) without its (")
    if part.is_optional:
        raise PatternFault(f"“{text}”: every word is optional, so it would match anything")
    return Pattern(part.expression, part.beginnings, frozenset(reader.words))


class _Reader:
    """Recursive descent: alternatives hold sequences, sequences hold parts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._signs = [found.group("sign") for found in SIGN.finditer(text)]
        self._place = 0
        self.words: set[str] = set()

    @property
    def sign(self) -> str | None:
        return self._signs[self._place] if self._place < len(self._signs) else None

    def alternatives(self) -> _Part:
        options = [self._sequence()]
        while self.sign == "|":
            self._place += 1
            options.append(self._sequence())
        return _either(options)

    def _sequence(self) -> _Part:
        parts = []
        while self.sign is not None and self.sign != "|" and not self.sign.startswith(")"):
            parts.append(self._part(self.sign))
        if not parts:
            raise PatternFault(f"“{self._text}”: a choice with nothing in it")
        return _in_order(parts)

    def _part(self, sign: str) -> _Part:
        self._place += 1
        if sign == "(":
            return self._group()
        if sign in ("...", "…"):
            return _Part(rf"(?:\S+ ){{0,{MOST_BETWEEN}}}?", _ANY, is_optional=True)
        return self._word(sign)

    def _group(self) -> _Part:
        inside = self.alternatives()
        closing = self.sign
        if closing is None:
            raise PatternFault(f"“{self._text}”: a ( without its )")
        self._place += 1
        if closing == ")?":
            return _Part(f"(?:{inside.expression})?", inside.beginnings, is_optional=True)
        return inside

    def _word(self, written: str) -> _Part:
        signs, part = _word(written)
        if not signs:
            raise PatternFault(f"“{self._text}”: “{written}” is not a word; * goes at the end")
        self.words.update(signs)
        return part


@lru_cache(maxsize=8_192)
def _word(written: str) -> tuple[tuple[str, ...], _Part]:
    """The folded words, none when it is no word, and what finds them."""
    bare = written.rstrip("*")
    words = plain_words(bare)
    if not words or "*" in bare:
        return (), _Part("", frozenset())
    is_beginning = bare != written
    signs = (*words[:-1], words[-1] + "*") if is_beginning else words
    ending = r"\S* " if is_beginning else " "
    return signs, _Part(" ".join(map(re.escape, words)) + ending, frozenset(signs[:1]))


def _either(options: list[_Part]) -> _Part:
    if len(options) == 1:
        return options[0]
    return _Part(
        "(?:" + "|".join(option.expression for option in options) + ")",
        frozenset().union(*(option.beginnings for option in options)),
        is_optional=any(option.is_optional for option in options),
    )


def _in_order(parts: list[_Part]) -> _Part:
    beginnings: frozenset[str] = frozenset()
    for part in parts:
        beginnings |= part.beginnings
        if not part.is_optional:
            break
    return _Part(
        "".join(part.expression for part in parts),
        beginnings,
        is_optional=all(part.is_optional for part in parts),
    )
