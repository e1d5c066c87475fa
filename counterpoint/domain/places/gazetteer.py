"""Places read out of plain sentences."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterpoint.domain.places import postcodes
from counterpoint.domain.places.containment import Containment
from counterpoint.domain.places.evidence import Choosing, Verdict, choose, judge
from counterpoint.domain.places.mentions import (
    Choice,
    Doubt,
    Found,
    Mention,
    PlaceReading,
    PostcodeArea,
    Unknown,
)
from counterpoint.domain.places.names import Hit, Names
from counterpoint.domain.places.place import RANK, Kind, Place
from counterpoint.domain.places.spelling import SHORTEST_TOWN_MENDED, SURELY_MEANT, Spelling
from counterpoint.domain.places.words import (
    LOCATING,
    NOT_PLACES,
    ONLINE,
    PHRASES,
    VENUE_NOUNS,
)
from counterpoint.domain.places.written import Written

_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class _Judged:
    hit: Hit
    verdict: Verdict


class Gazetteer:
    def __init__(
        self,
        places: Iterable[Place],
        containment: Containment | None = None,
        postcode_areas: Mapping[str, PostcodeArea] | None = None,
    ) -> None:
        held = list(places)
        self.containment = containment or Containment(held)
        self.names = Names(held)
        self.postcode_areas = postcode_areas or {}
        self._places = {place.code: place for place in held}
        self._spelling = Spelling(self.names.places_by_key)
        wide = {
            name
            for name, found in self.names.places_by_key.items()
            if RANK[found[0].kind] <= RANK[Kind.DISTRICT]
        }
        self._wide_spelling = Spelling(wide)

    def place(self, code: str) -> Place | None:
        return self._places.get(code)

    def read(self, text: str) -> PlaceReading:
        """The places of a text in their order, and the words that look like a place but are none."""
        written = Written(text)
        judged = list(self._judged(written))
        taken = [(hit.hit.first, hit.hit.last) for hit in judged]
        mentions = [*self._mentions(written, judged)]
        unknowns: list[Unknown] = []
        if any(sign.isdigit() for sign in text):
            self._read_postcodes(written, mentions, unknowns)
        self._read_strangers(written, taken, mentions, unknowns)
        mentions.sort(key=lambda mention: mention.start)
        return PlaceReading(text, tuple(mentions), tuple(unknowns))

    def choices(self, name: str) -> tuple[Choice, ...]:
        """What a name on its own may mean, likeliest first."""
        return tuple(self.choice(place) for place in self.names.named(name))

    def choice(self, place: Place) -> Choice:
        holder = self._places.get(place.parent or "")
        return Choice(place.code, place.name, place.kind, holder.name if holder else "")

    def suggestions(self, written: str) -> tuple[Choice, ...]:
        return tuple(
            self.choice(self.names.places_by_key[name][0])
            for name, _ in self._spelling.nearest(written)
        )

    def meant(self, written: str) -> tuple[Place, float] | None:
        found = self._spelling.meant(written)
        return (self.names.places_by_key[found[0]][0], found[1]) if found else None

    # Names ---------------------------------------------------------------------------------

    def _judged(self, written: Written) -> Iterator[_Judged]:
        previous: _Judged | None = None
        for hit in self.names.hits(written):
            if not hit.places:
                yield _Judged(hit, Verdict.CERTAIN)
                continue
            continues = (
                previous is not None
                and previous.verdict is Verdict.CERTAIN
                and written.continues_list(previous.hit.last, hit.first)
            )
            previous = _Judged(hit, judge(written, hit, continues))
            yield previous

    def _mentions(self, written: Written, judged: list[_Judged]) -> Iterator[Mention]:
        for index, found in enumerate(judged):
            hit = found.hit
            if not hit.places:
                yield self._phrase(written, hit)
                continue
            company = [
                other.hit.places[0].code
                for other in judged
                if other is not found and other.hit.places and other.verdict is Verdict.CERTAIN
            ]
            holder = self._holder_after(written, hit, judged[index + 1 : index + 2])
            chosen = choose(hit, company, holder, self.containment)
            verdict = Verdict.CERTAIN if holder else found.verdict
            if verdict is not Verdict.NO_PLACE:
                yield self._mention(written, hit, chosen, verdict)

    def _holder_after(
        self, written: Written, hit: Hit, following: list[_Judged]
    ) -> str | None:
        """'March, Cambridgeshire': the second name makes the first one a place, and tells which."""
        if not following or not following[0].hit.places:
            return None
        after = following[0].hit
        gap = written.text[written.ends[hit.last] : written.starts[after.first]]
        holder = after.places[0].code
        is_held = any(
            holder != place.code and self.containment.contains(holder, place.code)
            for place in hit.places
        )
        return holder if is_held and gap.strip() in {",", "in", ", in"} else None

    def _mention(
        self, written: Written, hit: Hit, chosen: Choosing, verdict: Verdict
    ) -> Mention:
        place, first, how = chosen.place, hit.first, Found.NAME
        if RANK[place.kind] <= RANK[Kind.BOARD]:
            first = written.qualified_from(hit.first)
            how = Found.NAME if first == hit.first else Found.PART
        start, end = written.starts[first], written.ends[hit.last]
        return Mention(
            code=place.code,
            name=place.name,
            kind=place.kind,
            words=written.text[start:end],
            start=start,
            end=end,
            is_certain=verdict is Verdict.CERTAIN and chosen.is_certain,
            alternatives=tuple(self.choice(other) for other in chosen.others),
            how=how,
            point=place.point,
        )

    def _phrase(self, written: Written, hit: Hit) -> Mention:
        code = PHRASES[hit.key]
        place = self._places.get(code)
        start, end = written.starts[hit.first], written.ends[hit.last]
        return Mention(
            code=code,
            name=place.name if place else ONLINE.capitalize(),
            kind=place.kind if place else ONLINE,
            words=written.text[start:end],
            start=start,
            end=end,
            is_certain=True,
            how=Found.PHRASE,
        )

    # Postcodes -----------------------------------------------------------------------------

    def _read_postcodes(
        self, written: Written, mentions: list[Mention], unknowns: list[Unknown]
    ) -> None:
        for start, end, postcode in postcodes.find(written.text):
            area = self.postcode_areas.get(postcode.outward)
            if area is not None and area.district in self._places:
                mentions.append(self._postcode(written, start, end, postcode, area))
            elif postcode.is_whole:
                words = written.text[start:end]
                unknowns.append(Unknown(words, start, end, Doubt.NO_SUCH_POSTCODE))

    def _postcode(
        self,
        written: Written,
        start: int,
        end: int,
        postcode: postcodes.Postcode,
        area: PostcodeArea,
    ) -> Mention:
        place = self._places[area.district or ""]
        return Mention(
            code=place.code,
            name=f"{postcode} ({place.name})",
            kind=place.kind,
            words=written.text[start:end],
            start=start,
            end=end,
            is_certain=postcode.is_whole or self._is_meant_as_postcode(written, start, end),
            how=Found.POSTCODE,
            point=area.point,
        )

    def _is_meant_as_postcode(self, written: Written, start: int, end: int) -> bool:
        """A first half alone may be a road, a vitamin or a room: something must say otherwise."""
        first = written.starts.index(start)
        after = written.text[end : end + 10].lower().lstrip()
        return (
            written.is_all(first, first)
            or written.follows_preposition(first)
            or after.startswith(("area", "postcode"))
        )

    # Words that look like a place ------------------------------------------------------------

    def _read_strangers(
        self,
        written: Written,
        taken: list[tuple[int, int]],
        mentions: list[Mention],
        unknowns: list[Unknown],
    ) -> None:
        for first, last in written.capital_runs_after(LOCATING):
            if not self._is_stranger(written, first, last, taken):
                continue
            start, end = written.starts[first], written.ends[last]
            words = written.text[start:end]
            if mended := self._mended(words, start, end, self._spelling, may_be_certain=True):
                mentions.append(mended)
            else:
                unknowns.append(
                    Unknown(words, start, end, Doubt.NO_SUCH_NAME, self.suggestions(words))
                )
        if not written.uses_capitals:
            self._mend_small_words(written, taken, mentions)

    def _mend_small_words(
        self, written: Written, taken: list[tuple[int, int]], mentions: list[Mention]
    ) -> None:
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
                found = self._mended(words, start, end, self._wide_spelling)
                if found:
                    mentions.append(found)

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
        places = self.names.places_by_key[found[0]]
        place = places[0]
        is_wide = RANK[place.kind] <= RANK[Kind.DISTRICT]
        if not is_wide and len(words) < SHORTEST_TOWN_MENDED:
            return None
        return Mention(
            code=place.code,
            name=place.name,
            kind=place.kind,
            words=words,
            start=start,
            end=end,
            is_certain=is_wide
            and may_be_certain
            and found[1] >= SURELY_MEANT
            and len(places) == 1,
            alternatives=tuple(self.choice(other) for other in places[1:]),
            how=Found.SPELLING,
            point=place.point,
        )

    def _is_stranger(
        self, written: Written, first: int, last: int, taken: list[tuple[int, int]]
    ) -> bool:
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
