"""How sure we may be that a name is meant as a place, and which of its namesakes is meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from counterpoint.domain.places.containment import Containment
from counterpoint.domain.places.names import Hit
from counterpoint.domain.places.place import RANK, Kind, Place
from counterpoint.domain.places.words import CONTESTED, DIRECTIONS, MONTHS, ORDINARY
from counterpoint.domain.places.written import Written


class Verdict(Enum):
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"  # shown, so that a person can say
    NO_PLACE = "no_place"


def judge(written: Written, hit: Hit, continues_certain: bool) -> Verdict:
    first, last = hit.first, hit.last
    if written.is_all(first, last):
        return Verdict.CERTAIN
    capital = written.has_capitals(first, last) and not written.is_title(first, last)
    if hit.key in DIRECTIONS:
        named = capital or written.follows_article(first)
        return Verdict.CERTAIN if named else Verdict.NO_PLACE
    located = continues_certain or written.follows_preposition(first)
    if hit.key in ORDINARY:
        return _judge_ordinary(written, hit, located, capital)
    if capital or located or written.is_title(first, last) or not written.uses_capitals:
        return Verdict.CERTAIN
    return Verdict.NO_PLACE if hit.places[0].kind is Kind.TOWN else Verdict.DOUBTFUL


def _judge_ordinary(written: Written, hit: Hit, located: bool, capital: bool) -> Verdict:
    if capital and written.before_place_noun(hit.last):
        return Verdict.CERTAIN
    if hit.key in MONTHS:
        return Verdict.NO_PLACE
    if capital and located:
        return Verdict.CERTAIN
    if capital:
        is_opening = written.starts_sentence(hit.first)
        return Verdict.NO_PLACE if is_opening else Verdict.DOUBTFUL
    if located and written.is_title(hit.first, hit.last):
        return Verdict.CERTAIN
    # "better in reading": in small letters an activity is meant, hardly ever the town.
    if located and not written.uses_capitals and not hit.key.endswith("ing"):
        return Verdict.DOUBTFUL
    return Verdict.NO_PLACE


@dataclass(frozen=True, slots=True)
class Choosing:
    place: Place
    others: tuple[Place, ...]
    is_certain: bool


def choose(
    hit: Hit, company: Iterable[str], holder: str | None, containment: Containment
) -> Choosing:
    """Which namesake: the one in the place named right after it; else the plain first; else the
    one that goes with another place in the text."""
    first = hit.places[0]
    if len(hit.places) == 1:
        return Choosing(first, (), is_certain=True)
    if holder and (
        held := _only(p for p in hit.places if containment.contains(holder, p.code))
    ):
        return _chosen(held, hit)
    if _is_plain(hit, containment):
        return _chosen(first, hit)
    if near := _only(p for p in hit.places if _goes_with(p, company, containment)):
        return _chosen(near, hit)
    return Choosing(first, hit.places[1:], is_certain=False)


def _chosen(place: Place, hit: Hit) -> Choosing:
    others = tuple(other for other in hit.places if other is not place)
    return Choosing(place, others, is_certain=True)


def _only(places: Iterable[Place]) -> Place | None:
    found = list(places)
    return found[0] if len(found) == 1 else None


def _is_plain(hit: Hit, containment: Containment) -> bool:
    """Whether nobody would think of another first: the rest lies in it, or is much narrower."""
    first, *others = hit.places
    rivals = [place for place in others if not containment.contains(first.code, place.code)]
    return not rivals or (
        RANK[first.kind] <= RANK[Kind.AUTHORITY]
        and hit.key not in CONTESTED
        and all(RANK[place.kind] >= RANK[Kind.BOARD] for place in rivals)
    )


def _goes_with(place: Place, company: Iterable[str], containment: Containment) -> bool:
    return any(
        other != place.code
        and (
            containment.contains(other, place.code) or containment.contains(place.code, other)
        )
        for other in company
    )
