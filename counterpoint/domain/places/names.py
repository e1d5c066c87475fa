"""Every name of every place, ready to be found in a text longest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterpoint.domain.places.naming import key, spoken_forms
from counterpoint.domain.places.place import RANK, Place, Use
from counterpoint.domain.places.words import PHRASES
from counterpoint.domain.places.written import Written

_SHORT = 3
_COUNTY_DISTRICT = "E07"  # ONS coding of areas: non-metropolitan districts


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of words that spells a name, and the places that have it, likeliest first."""

    first: int
    last: int
    key: str
    places: tuple[Place, ...]


class Names:
    def __init__(self, places: Iterable[Place]) -> None:
        held: dict[str, dict[str, Place]] = defaultdict(dict)
        self._written: dict[str, set[str]] = defaultdict(set)
        self.by_code: dict[str, Place] = {}
        for place in places:
            self.by_code[place.code.casefold()] = place
            for name in self._names_of(place):
                folded = key(name)
                if folded:
                    held[folded][place.code] = place
                    self._written[folded].add(name)
        self.places_by_key = {name: _likeliest_first(found) for name, found in held.items()}
        self._lengths = _lengths_by_first_word([*self.places_by_key, *PHRASES])

    def _names_of(self, place: Place) -> Iterator[str]:
        yield from spoken_forms(place)
        for other in place.other_names:
            if other.use is Use.CODE:
                self.by_code[other.name.casefold()] = place
            else:
                yield other.name

    def named(self, name: str) -> tuple[Place, ...]:
        return self.places_by_key.get(key(name), ())

    def hits(self, written: Written) -> Iterator[Hit]:
        words, lengths, index = written.words, self._lengths, 0
        count = len(words)
        while index < count:
            found = None
            word = words[index]
            for length in lengths.get(word, ()) or self._lengths_without_s(written, index):
                if index + length <= count and (found := self._hit(written, index, length)):
                    break
            if found:
                yield found
                index = found.last + 1
            else:
                index += 1

    def _lengths_without_s(self, written: Written, index: int) -> tuple[int, ...]:
        base = written.without_s.get(index)
        return (1,) if base and base in self.places_by_key else ()

    def _hit(self, written: Written, first: int, length: int) -> Hit | None:
        last = first + length - 1
        words = written.words[first : last + 1]
        name = words[0] if length == 1 else " ".join(words)
        places = self.places_by_key.get(name)
        if places is None and last in written.without_s:
            name = " ".join([*words[:-1], written.without_s[last]])
            places = self.places_by_key.get(name)
        if places is None:
            return Hit(first, last, name, ()) if name in PHRASES else None
        if length > 1 and not written.hangs_together(first, last):
            return None
        if len(name) <= _SHORT and not self._is_written_so(written, first, last, name):
            return None
        return Hit(first, last, name, places)

    def _is_written_so(self, written: Written, first: int, last: int, name: str) -> bool:
        """Short names count only with their own capitals: 'UK' and 'Ely', not 'gb' or 'ely'."""
        if written.is_all(first, last):
            return True
        words = written.text[written.starts[first] : written.ends[last]]
        return words.removesuffix("'s").removesuffix("’s") in self._written[name]


def _likeliest_first(found: dict[str, Place]) -> tuple[Place, ...]:
    """Places that are still there and no others if there is one; the wider before the narrower.

    Districts of a county come after cities and boroughs that are authorities of their own.
    """
    current = [place for place in found.values() if not place.has_ended]
    return tuple(
        sorted(
            current or found.values(),
            key=lambda place: (
                RANK[place.kind],
                place.code.startswith(_COUNTY_DISTRICT),
                place.code,
            ),
        )
    )


def _lengths_by_first_word(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        first, *rest = name.split(" ")
        lengths[first].add(1 + len(rest))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
