"""A text as words with positions, and what its capitals and little words say about a name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from counterpoint.domain.places.naming import WORD, fold, plain_word
from counterpoint.domain.places.words import (
    ARTICLES,
    JOINERS,
    PEOPLE_OF,
    PLACE_NOUNS,
    PREPOSITIONS,
    QUALIFIERS,
)

_MINOR = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    }
)
# A text in which most other words have capitals is a title: its capitals say nothing. So is one
# in which even a word like "of" has one.
_TITLE_SHARE = 0.6
_FEWEST_FOR_A_SHARE = 3
_LOOSE_GAP = frozenset(" -–'/\u00a0")
_LIST_GAP = _LOOSE_GAP | {","}
_SHORTENED = frozenset({"st", "co", "n", "u", "nr"})
_WIDEST_GAP = 3


@dataclass(slots=True)
class _Columns:
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


class Written:
    def __init__(self, text: str) -> None:
        self.text = text
        self._columns = columns = _Columns()
        self.without_s: dict[int, str] = {}
        for match in WORD.finditer(fold(text)):
            word = match.group()
            if "'" in word or len(word) == 1 or word == "saint":
                if word.endswith("'s"):
                    self.without_s[len(columns.words)] = plain_word(word[:-2])
                word = plain_word(word)
            columns.words.append(word)
            columns.starts.append(match.start())
            columns.ends.append(match.end())
        self.words, self.starts, self.ends = columns.words, columns.starts, columns.ends

    def __len__(self) -> int:
        return len(self.words)

    def gap_before(self, index: int) -> str:
        return self.text[self.ends[index - 1] : self.starts[index]]

    def hangs_together(self, first: int, last: int) -> bool:
        """Whether nothing but spaces, hyphens or commas lies between the words of a name."""
        return all(self._joined(index) for index in range(first + 1, last + 1))

    def _joined(self, index: int) -> bool:
        gap = self.gap_before(index)
        if len(gap) > _WIDEST_GAP:
            return False
        if "." in gap:
            return self.words[index - 1] in _SHORTENED
        return _LIST_GAP.issuperset(gap)

    def is_capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()

    def has_capitals(self, first: int, last: int) -> bool:
        return all(
            self.is_capital(index) or self.words[index] in _MINOR | {"under", "upon", "le"}
            for index in range(first, last + 1)
        )

    @cached_property
    def _capitals(self) -> tuple[int, int]:
        """How many words after the first that could have a capital do, and how many there are."""
        able = [
            self.is_capital(index)
            for index in range(1, len(self.words))
            if self.words[index] not in _MINOR and self.words[index][0].isalpha()
        ]
        return sum(able), len(able)

    @property
    def uses_capitals(self) -> bool:
        return self._capitals[0] > 0

    @cached_property
    def _has_capital_minor(self) -> bool:
        return any(
            self.words[index] in _MINOR
            and self.is_capital(index)
            and not self.starts_sentence(index)
            for index in range(1, len(self.words))
        )

    def is_title(self, first: int, last: int) -> bool:
        if self._has_capital_minor:
            return True
        capital, able = self._capitals
        for index in range(max(first, 1), last + 1):
            if self.words[index] not in _MINOR:
                able -= 1
                capital -= self.is_capital(index)
        return able >= _FEWEST_FOR_A_SHARE and capital / able > _TITLE_SHARE

    def is_all(self, first: int, last: int) -> bool:
        begin = 1 if self.words[0] in ARTICLES | PREPOSITIONS and first == 1 else 0
        return first == begin and last == len(self.words) - 1

    def starts_sentence(self, index: int) -> bool:
        return index == 0 or any(sign in self.gap_before(index) for sign in ".!?\n:•")

    def follows_preposition(self, first: int) -> bool:
        """ "in the north of" and the like count through articles and directions."""
        index = first
        while index > 0 and self._is_near(index):
            word = self.words[index - 1]
            if word in PREPOSITIONS:
                return True
            if word == "of" and index > 1 and self.words[index - 2] in PEOPLE_OF:
                return True
            if word not in ARTICLES and word not in QUALIFIERS:
                return False
            index -= 1
        return False

    def follows_article(self, first: int) -> bool:
        return first > 0 and self.words[first - 1] == "the"

    def before_place_noun(self, last: int) -> bool:
        following = last + 1
        return (
            following < len(self.words)
            and self._is_near(following)
            and self.words[following] in PLACE_NOUNS
        )

    def continues_list(self, previous_last: int, first: int) -> bool:
        """'Bath and Wells', 'Hull, York': what holds of the first name holds of the next."""
        between = self.words[previous_last + 1 : first]
        if not between:
            return self.gap_before(first).strip() in {",", "/"}
        return len(between) == 1 and between[0] in JOINERS

    def qualified_from(self, first: int) -> int:
        """Where the words begin once 'north east' or 'rural' before the name is taken in."""
        index = first
        while index > 0 and self.words[index - 1] in QUALIFIERS and self._is_near(index):
            index -= 1
        return index

    def capital_runs_after(self, openers: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Each run of capitalised words behind one of these words, as first and last index.

        A list goes on: 'in Hull, York and Leeds' gives three.
        """
        index = 1
        while index < len(self.words):
            if self.words[index - 1] in openers and self._is_run(index):
                last = self._end_of_run(index)
                yield index, last
                while (following := self._next_in_list(last)) is not None:
                    last = self._end_of_run(following)
                    yield following, last
                index = last + 1
            index += 1

    def _end_of_run(self, first: int) -> int:
        last = first
        while last + 1 < len(self.words) and self._is_run(last + 1):
            last += 1
        return last

    def _next_in_list(self, last: int) -> int | None:
        following = last + 1
        if following >= len(self.words):
            return None
        if self.gap_before(following).strip() == "," and self._starts_run(following):
            return following
        is_joined = self.words[following] in JOINERS and following + 1 < len(self.words)
        return following + 1 if is_joined and self._is_run(following + 1) else None

    def _starts_run(self, index: int) -> bool:
        return self.is_capital(index) and self.words[index][0].isalpha()

    def _is_run(self, index: int) -> bool:
        return self._starts_run(index) and self._is_near(index)

    def _is_near(self, index: int) -> bool:
        return _LOOSE_GAP.issuperset(self.gap_before(index))
