"""Places read out of plain sentences."""

import re
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
from counterpoint.domain.places.strangers import Strangers
from counterpoint.domain.places.words import ONLINE, PHRASES
from counterpoint.domain.places.written import Written

_FIGURE = re.compile("[0-9]")


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
        self._strangers = Strangers(self.names, self.choice)

    def place(self, code: str) -> Place | None:
        return self._places.get(code)

    def read(self, text: str) -> PlaceReading:
        """The places of a text in their order, and the words that look like a place but are none."""
        written = Written(text)
        judged = list(self._judged(written))
        taken = [(found.hit.first, found.hit.last) for found in judged]
        found: list[Mention | Unknown] = [
            *self._mentions(written, judged),
            *self._read_postcodes(written),
            *self._strangers.read(written, taken),
        ]
        found.sort(key=lambda one: one.start)
        return PlaceReading(
            text,
            tuple(one for one in found if isinstance(one, Mention)),
            tuple(one for one in found if isinstance(one, Unknown)),
        )

    def choices(self, name: str) -> tuple[Choice, ...]:
        """What a name on its own may mean, likeliest first."""
        return tuple(self.choice(place) for place in self.names.named(name))

    def choice(self, place: Place) -> Choice:
        holder = self._places.get(place.parent or "")
        return Choice(place.code, place.name, place.kind, holder.name if holder else "")

    def suggestions(self, words: str) -> tuple[Choice, ...]:
        return self._strangers.suggestions(words)

    def meant(self, words: str) -> tuple[Place, float] | None:
        return self._strangers.meant(words)

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
        is_small = written.uses_capitals and not written.has_capitals(hit.first, hit.last)
        if is_small or not following or not following[0].hit.places:
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

    def _read_postcodes(self, written: Written) -> Iterator[Mention | Unknown]:
        if not _FIGURE.search(written.text):
            return
        for start, end, postcode in postcodes.find(written.text):
            area = self.postcode_areas.get(postcode.outward)
            if area is not None and area.district in self._places:
                yield self._postcode(written, start, end, postcode, area)
            elif postcode.is_whole:
                yield Unknown(written.text[start:end], start, end, Doubt.NO_SUCH_POSTCODE)

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
