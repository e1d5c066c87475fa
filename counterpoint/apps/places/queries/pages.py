"""What the pages of places show."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from counterpoint.apps.places.maps import Map, map_of
from counterpoint.apps.places.models import Place, PlaceLink, PlaceName, PostcodeDistrict
from counterpoint.apps.places.queries.in_force import InForce, in_force
from counterpoint.apps.places.queries.locating import Located, locate
from counterpoint.apps.places.queries.near import Near, nearby
from counterpoint.domain.places.place import Kind as KindValue
from counterpoint.domain.places.place import Place as PlaceValue
from counterpoint.domain.places.words import UNITED_KINGDOM
from counterpoint.domain.refusals import NotFound

Kind = Place.Kind
# Outlines are large: only drawings and downloads of a shape ask for them.
LIGHT = Place.objects.select_related("parent").defer("outline", "parent__outline")
_MOST_FOUND = 60
_MOST_NEAR = 8
# Drawn by their districts; what is wider is drawn by its regions.
_DRAWN_BY_DISTRICT = {
    KindValue.REGION,
    KindValue.COUNTY,
    KindValue.BOARD,
    KindValue.AUTHORITY,
    KindValue.NATION,
}
ENGLAND = "E92000001"
_MOST_MAPS_KEPT = 300  # of 10 to 70 thousand characters each


class NoSuchPlace(NotFound):
    sentence = "There is no place with this code."
    advice = "Look for it by its name."


@dataclass(frozen=True)
class Area:
    place: Place
    district_count: int


@dataclass(frozen=True)
class IndexPage:
    words: str
    located: Located
    found: list[Place]
    areas: list[Area]
    map: Map | None


@dataclass(frozen=True)
class PlacePage:
    place: Place
    within: tuple[int, ...]
    trail: tuple[PlaceValue, ...]  # from the widest to the one that holds it
    other_names: list[PlaceName]
    lies_in: list[PlaceLink]
    parts: list[Place]
    partly: list[PlaceLink]  # what lies in it by a share
    successors: list[PlaceLink]
    predecessors: list[PlaceLink]
    postcode_districts: list[str]
    near: list[Near]
    map: Map | None


def index_page(words: str, kind: str = "") -> IndexPage:
    words = " ".join(words.split())
    if words:
        return IndexPage(words, locate(words), _places_found(words, kind), [], None)
    known = in_force()
    areas = [Area(place, len(known.districts.get(place.code, ()))) for place in _wide_areas()]
    return IndexPage("", locate(""), [], areas, _map(known, UNITED_KINGDOM))


def place_page(code: str) -> PlacePage:
    place = place_with(code)
    known = in_force()
    return PlacePage(
        place=place,
        within=(place.pk, *known.held.get(place.code, ())),
        trail=_trail(place, known),
        other_names=list(place.other_names.order_by("use", "language", "name")),
        lies_in=_lies_in(place),
        parts=list(_parts_of(place)),
        partly=_partly_in(place),
        successors=_successors(place),
        predecessors=_predecessors(place),
        postcode_districts=_postcode_districts(place),
        near=_near(place, known),
        map=_map(known, place.code),
    )


def place_with(code: str) -> Place:
    """By any code it has or had: a link to an old code still leads somewhere."""
    found = LIGHT.filter(code=code).first()
    if found is None:
        named = in_force().gazetteer.names.by_code.get(code.casefold())
        if named is not None:
            found = LIGHT.filter(code=named.code).first()
    if found is None:
        raise NoSuchPlace
    return found


def all_places() -> Iterator[Place]:
    return LIGHT.order_by("pk").iterator(chunk_size=2_000)


def _wide_areas() -> QuerySet[Place]:
    kinds = [Kind.NATION, Kind.REGION, Kind.COUNTY, Kind.BOARD, Kind.AUTHORITY]
    return LIGHT.filter(kind__in=kinds, valid_to=None)


def _places_found(words: str, kind: str) -> list[Place]:
    """Places with such a name, other name or code; those that begin with the words first."""
    named = (
        Q(name__icontains=words)
        | Q(other_names__name__icontains=words)
        | Q(code__iexact=words)
    )
    found = LIGHT.filter(named).distinct()
    if kind in Kind.values:
        found = found.filter(kind=kind)
    small = words.casefold()
    return sorted(
        found[: _MOST_FOUND * 5],
        key=lambda place: (
            place.name.casefold() != small,
            place.valid_to is not None,
            not place.name.casefold().startswith(small),
            Kind.values.index(place.kind),
            place.name,
        ),
    )[:_MOST_FOUND]


def _trail(place: Place, known: InForce) -> tuple[PlaceValue, ...]:
    trail: list[PlaceValue] = []
    value = known.gazetteer.place(place.code)
    while value is not None and value.parent:
        value = known.gazetteer.place(value.parent)
        if value is not None:
            trail.insert(0, value)
    return tuple(trail)


def _parts_of(place: Place) -> QuerySet[Place]:
    """What lies wholly in it: by the tables, or because it overlaps with nothing left over."""
    whole = Q(parent=place) | Q(
        links__other=place, links__how=PlaceLink.How.OVERLAPS, links__share__gte=1.0
    )
    return LIGHT.filter(whole).distinct().order_by("name")


def _partly_in(place: Place) -> list[PlaceLink]:
    found = place.links_from.filter(how=PlaceLink.How.OVERLAPS, share__lt=1.0)
    return list(
        found.select_related("place").defer("place__outline").order_by("-share", "place__name")
    )


def _lies_in(place: Place) -> list[PlaceLink]:
    """The areas that it lies in by a share: today's before former ones."""
    return list(
        place.links.filter(how=PlaceLink.How.OVERLAPS)
        .select_related("other")
        .defer("other__outline")
        .order_by(F("other__valid_to").desc(nulls_first=True), "-share", "other__name")
    )


def _successors(place: Place) -> list[PlaceLink]:
    found = place.links.filter(how=PlaceLink.How.SUCCEEDED_BY)
    return list(found.select_related("other").defer("other__outline").order_by("other__name"))


def _predecessors(place: Place) -> list[PlaceLink]:
    found = place.links_from.filter(how=PlaceLink.How.SUCCEEDED_BY)
    return list(found.select_related("place").defer("place__outline").order_by("place__name"))


def _postcode_districts(place: Place) -> list[str]:
    if place.kind != Kind.DISTRICT:
        return []
    found = PostcodeDistrict.objects.filter(district=place)
    return list(found.values_list("code", flat=True))


def _near(place: Place, known: InForce) -> list[Near]:
    kind = place.kind if place.kind in {Kind.DISTRICT, Kind.TOWN} else None
    point = known.gazetteer.containment.point_of(place.code)
    if kind is None or point is None:
        return []
    return nearby(point, kind=kind, limit=_MOST_NEAR, besides=place.pk)


def _map(known: InForce, code: str) -> Map | None:
    """Drawn once for each release in each process: a drawing takes longer than all the rest."""
    if code not in known.maps:
        if len(known.maps) >= _MOST_MAPS_KEPT:
            known.maps.clear()
        here = known.gazetteer.place(code)
        known.maps[code] = map_of(list(_drawn_for(known, here)), here) if here else None
    return known.maps[code]


def _drawn_for(known: InForce, here: PlaceValue) -> QuerySet[Place]:
    """The areas that its map is made of; a district and a town are shown among their neighbours."""
    if here.kind in _DRAWN_BY_DISTRICT and here.code != ENGLAND:
        codes = known.districts.get(here.code, ())
    elif here.kind in {KindValue.DISTRICT, KindValue.TOWN}:
        codes = _neighbours(known, here)
    else:
        return _regions_and_nations(here.code)
    return Place.objects.filter(code__in=codes).exclude(outline=[]).order_by("name")


def _neighbours(known: InForce, here: PlaceValue) -> tuple[str, ...]:
    """The districts of the county or region that holds this district or the district of this town."""
    if here.has_ended:
        return ()
    district = (
        here if here.kind is KindValue.DISTRICT else known.gazetteer.place(here.parent or "")
    )
    return known.districts.get((district.parent if district else "") or "", ())


def _regions_and_nations(code: str) -> QuerySet[Place]:
    drawn = Q(kind=Kind.REGION)
    if code == UNITED_KINGDOM:
        drawn |= Q(kind=Kind.NATION) & ~Q(code=ENGLAND)
    elif code != ENGLAND:
        return Place.objects.none()
    return Place.objects.filter(drawn).exclude(outline=[]).order_by("name")
