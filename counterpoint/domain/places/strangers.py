"""Words that stand where a place stands, but spell none: mended, or asked about."""

from collections.abc import Callable, Iterator

from counterpoint.domain.places.mentions import Choice, Doubt, Found, Mention, Unknown
from counterpoint.domain.places.names import Names
from counterpoint.domain.places.place import RANK, Kind, Place
from counterpoint.domain.places.spelling import SHORTEST_TOWN_MENDED, SURELY_MEANT, Spelling
from counterpoint.domain.places.words import LOCATING, NOT_PLACES, VENUE_NOUNS
from counterpoint.domain.places.written import Written

_ACRONYM = 5
Spans = list[tuple[int, int]]  # first and last index of words that are taken


class Strangers:
    def __init__(self, names: Names, choice: Callable[[Place], Choice]) -> None:
        self._names = names
        self._choice = choice
        self._spelling = Spelling(names.places_by_key)
        self._wide_spelling = Spelling(
            name for name, found in names.places_by_key.items() if _is_wide(found[0])
        )

    def read(self, written: Written, taken: Spans) -> Iterator[Mention | Unknown]:
        for first, last in written.capital_runs_after(LOCATING):
            if self._is_stranger(written, first, last, taken):
                yield self._mended_or_unknown(written, first, last)
        if not written.uses_capitals:
            yield from self._small_words(written, taken)

    def suggestions(self, words: str) -> tuple[Choice, ...]:
        return tuple(
            self._choice(self._names.places_by_key[name][0])
            for name, _ in self._spelling.nearest(words)
        )

    def meant(self, words: str) -> tuple[Place, float] | None:
        """The place whose name was plainly meant, with the likeness of 0 to 100."""
        found = self._spelling.meant(words)
        return (self._names.places_by_key[found[0]][0], found[1]) if found else None

    def _mended_or_unknown(self, written: Written, first: int, last: int) -> Mention | Unknown:
        start, end = written.starts[first], written.ends[last]
        words = written.text[start:end]
        mended = self._mended(words, start, end, self._spelling, may_be_certain=True)
        return mended or Unknown(
            words, start, end, Doubt.NO_SUCH_NAME, self.suggestions(words)
        )

    def _small_words(self, written: Written, taken: Spans) -> Iterator[Mention]:
        """In a text without capitals only a slip in a district's or wider name is looked for."""
        in_names = {index for first, last in taken for index in range(first, last + 1)}
        for index in range(1, len(written)):
            word = written.words[index]
            if (
                written.words[index - 1] in LOCATING
                and index not in in_names
                and word not in NOT_PLACES
                and not word.endswith("ing")
            ):
                start, end = written.starts[index], written.ends[index]
                words = written.text[start:end]
                if found := self._mended(words, start, end, self._wide_spelling):
                    yield found

    def _mended(
        self,
        words: str,
        start: int,
        end: int,
        spelling: Spelling,
        may_be_certain: bool = False,
    ) -> Mention | None:
        found = spelling.meant(words)
        if found is None:
            return None
        place, *others = self._names.places_by_key[found[0]]
        is_wide = _is_wide(place)
        if not is_wide and len(words) < SHORTEST_TOWN_MENDED:
            return None
        is_sure = may_be_certain and is_wide and not others and found[1] >= SURELY_MEANT
        return Mention(
            code=place.code,
            name=place.name,
            kind=place.kind,
            words=words,
            start=start,
            end=end,
            is_certain=is_sure,
            alternatives=tuple(self._choice(other) for other in others),
            how=Found.SPELLING,
            point=place.point,
        )

    def _is_stranger(self, written: Written, first: int, last: int, taken: Spans) -> bool:
        if any(begin <= last and first <= finish for begin, finish in taken):
            return False
        words = written.words[first : last + 1]
        whole = written.text[written.starts[first] : written.ends[last]]
        following = written.words[last + 1] if last + 1 < len(written) else ""
        is_acronym = whole.isupper() and len(whole) <= _ACRONYM
        is_body = any(word in VENUE_NOUNS for word in (*words, following))
        return not (
            is_acronym
            or is_body
            or words[0] in NOT_PLACES
            or written.is_title(first, last)
            or any(sign.isdigit() for sign in whole)
        )


def _is_wide(place: Place) -> bool:
    return RANK[place.kind] <= RANK[Kind.DISTRICT]
