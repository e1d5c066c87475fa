"""Words that two worlds share and mean differently: found, and refused or asked about."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterpoint.domain.vocabulary.concepts import FalseFriend
from counterpoint.domain.vocabulary.folding import STOP, Token, fold
from counterpoint.domain.vocabulary.patterns import Pattern, compile_pattern
from counterpoint.domain.vocabulary.reading import Refusal

SENTENCE_END = "\n"
REMEMBERED = 20_000


@dataclass(frozen=True)
class _Rule:
    friend: FalseFriend
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]


class FalseFriends:
    def __init__(self, friends: Iterable[FalseFriend]) -> None:
        self._rules = tuple(
            _Rule(
                friend,
                tuple(compile_pattern(text) for text in friend.patterns),
                tuple(compile_pattern(text) for text in friend.unless),
            )
            for friend in friends
        )
        self._beginning: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        for number, rule in enumerate(self._rules):
            for pattern in rule.patterns:
                for beginning in pattern.beginnings:
                    self._beginning[beginning].append((number, pattern))
        self._lengths = {len(word) - 1 for word in self._beginning if word[-1] == "*"}
        self._remembered: dict[str, tuple[tuple[int, Pattern], ...]] = {}

    @property
    def words(self) -> dict[str, str]:
        """Every word of the patterns, with its stem; a beginning is most often a word, too."""
        return {
            word: fold(word).stem
            for rule in self._rules
            for pattern in (*rule.patterns, *rule.unless)
            for word in (sign.rstrip("*") for sign in pattern.words)
        }

    def refusals(
        self, text: str, tokens: Sequence[Token], plain: Sequence[str]
    ) -> tuple[Refusal, ...]:
        """What must be refused or asked about, in the order in which it is written."""
        beginnings = [
            (place, begins)
            for place, word in enumerate(plain)
            if (begins := self._that_begin_with(word))
        ]
        if not beginnings:
            return ()
        line = _Line(text, tokens, plain)
        first: dict[int, tuple[int, int]] = {}
        for place, begins in beginnings:
            for number, pattern in begins:
                if number not in first:
                    end = line.end_of(pattern, place)
                    if end:
                        first[number] = (place, end)
        return tuple(
            _refusal(self._rules[number].friend, text, tokens, start, end)
            for number, (start, end) in first.items()
            if not line.says_any(self._rules[number].unless)
        )

    def _that_begin_with(self, word: str) -> tuple[tuple[int, Pattern], ...]:
        if word not in self._remembered:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = (
                *self._beginning.get(word, ()),
                *(
                    one
                    for length in self._lengths
                    if length <= len(word)
                    for one in self._beginning.get(word[:length] + "*", ())
                ),
            )
        return self._remembered[word]


class _Line:
    """Folded words as one string, each followed by a space, for patterns to run over.

    Between sentences stands a sign that no pattern goes across.
    """

    def __init__(self, text: str, tokens: Sequence[Token], plain: Sequence[str]) -> None:
        ends = {
            bisect_left(tokens, found.start(), key=_start) for found in STOP.finditer(text)
        }
        self._starts = []
        pieces = []
        length = 0
        for place, word in enumerate(plain):
            if place in ends:
                pieces.append(SENTENCE_END)
                length += len(SENTENCE_END)
            self._starts.append(length)
            pieces.append(word + " ")
            length += len(word) + 1
        self._string = "".join(pieces)

    def end_of(self, pattern: Pattern, place: int) -> int | None:
        """The place after the pattern's last word, when it stands at this place."""
        found = pattern.expression.match(self._string, self._starts[place])
        return bisect_right(self._starts, found.end() - 1) if found else None

    def says_any(self, patterns: Iterable[Pattern]) -> bool:
        return any(
            self.end_of(pattern, place)
            for pattern in patterns
            for place in range(len(self._starts))
        )


def _start(token: Token) -> int:
    return token.start


def _refusal(
    friend: FalseFriend, text: str, tokens: Sequence[Token], start: int, end: int
) -> Refusal:
    first, last = tokens[start].start, tokens[end - 1].end
    return Refusal(
        friend=friend.code,
        verdict=friend.verdict,
        words=text[first:last],
        start=first,
        end=last,
        says=friend.says,
        instead=friend.instead,
        senses=friend.senses,
    )
