"""Places in words: what the templates print."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from counterpoint.apps.places.maps import Map
from counterpoint.apps.places.models import Place, PlaceLink, PlaceName
from counterpoint.apps.places.panels import Panel
from counterpoint.apps.places.queries import Area, IndexPage, Near, Outcome, PlacePage
from counterpoint.domain.places.mentions import Choice
from counterpoint.web.components import Fact, Link

Kind = Place.Kind
LANGUAGES = {
    "cy": gettext_lazy("Welsh"),
    "gd": gettext_lazy("Gaelic"),
    "kw": gettext_lazy("Cornish"),
}


def index(page: IndexPage) -> dict[str, Any]:
    shared = {
        "words": page.words,
        "downloads": [Link(_("all places, CSV"), reverse("places-csv"))],
    }
    if page.words:
        return {**shared, **_search(page)}
    groups = (
        (_("Nations and regions of England"), {Kind.NATION, Kind.REGION}),
        (_("Counties"), {Kind.COUNTY}),
        (_("Integrated care boards and health boards"), {Kind.BOARD}),
        (_("Combined authorities"), {Kind.AUTHORITY}),
    )
    return {
        **shared,
        **_drawing(page.map),
        "groups": [
            {
                "title": title,
                "links": [_area_link(area) for area in page.areas if area.place.kind in kinds],
            }
            for title, kinds in groups
        ],
    }


def place(page: PlacePage, panels: Sequence[Panel]) -> dict[str, Any]:
    here = page.place
    return {
        "place": here,
        "kind": here.get_kind_display(),
        "trail": _trail(page),
        "ended": _ended(page),
        "facts": list(_facts(page)),
        "panels": panels,
        **_drawing(page.map),
        "shares": [_share_row(link, link.other) for link in page.lies_in],
        "partly": [
            _link_to(link.place.code, link.place.name, _percent(link.share))
            for link in page.partly
        ],
        "parts": list(_parts(page.parts)),
        "predecessors": [_succession(link, link.place) for link in page.predecessors],
        "successors": [_succession(link, link.other) for link in page.successors],
        "near": [_near(one) for one in page.near],
        "downloads": [
            Link(label, reverse(name, args=[here.code]))
            for label, name in (
                ("JSON", "place-json"),
                ("GeoJSON", "place-geojson"),
                (_("parts, CSV"), "place-parts-csv"),
            )
        ],
    }


def _search(page: IndexPage) -> dict[str, Any]:
    located = page.located
    sure = located.place if located.outcome is Outcome.FOUND else None
    return {
        "located": located,
        "found_link": _link_to(sure.code, sure.name) if sure else None,
        "choices": [_choice(choice) for choice in located.choices],
        "found": [_found(area) for area in page.found],
    }


def _link_to(code: str, name: str, note: str = "") -> Link:
    return Link(name, reverse("place", args=[code]), note)


def _choice(choice: Choice) -> Link:
    return _link_to(choice.code, choice.name, choice.within)


def _found(area: Place) -> Link:
    told = [str(area.get_kind_display())]
    if area.parent:
        told.append(area.parent.name)
    if area.valid_to:
        told.append(_("until %(year)s") % {"year": area.valid_to.year})
    return _link_to(area.code, area.name, ", ".join(told))


def _area_link(area: Area) -> Link:
    count = area.district_count
    note = ngettext("%d district", "%d districts", count) % count if count else ""
    return _link_to(area.place.code, area.place.name, note)


def _drawing(drawn: Map | None) -> dict[str, Any]:
    """The map, and the same as a table in the order of the alphabet."""
    shapes = sorted(drawn.shapes, key=lambda shape: shape.name) if drawn else []
    return {
        "map": drawn,
        "drawn": [
            {
                "link": Link(shape.name, shape.url),
                "kind": Kind(shape.kind).label,
                "code": shape.code,
            }
            for shape in shapes
        ],
    }


def _trail(page: PlacePage) -> list[Link]:
    return [
        Link(_("Places"), reverse("places")),
        *(_link_to(holder.code, holder.name) for holder in page.trail),
        Link(page.place.name, ""),
    ]


def _ended(page: PlacePage) -> str:
    here = page.place
    if not here.valid_to:
        return ""
    return _("%(name)s was there until %(day)s.") % {
        "name": here.name,
        "day": date_format(here.valid_to),
    }


def _facts(page: PlacePage) -> Iterable[Fact]:
    here = page.place
    yield Fact(_("Kind"), here.get_kind_display())
    if here.kind != Kind.TOWN:
        yield Fact(_("Code"), here.code)
    yield from _name_facts(page.other_names)
    if here.valid_from:
        yield Fact(_("Since"), date_format(here.valid_from))
    if here.valid_to:
        yield Fact(_("Until"), date_format(here.valid_to))
    if page.postcode_districts:
        yield Fact(_("Postcodes that begin with"), ", ".join(page.postcode_districts))
    if here.source:
        yield Fact(_("Source"), here.source)


def _name_facts(names: Iterable[PlaceName]) -> Iterable[Fact]:
    titles = {
        PlaceName.Use.USUAL: _("Also called"),
        PlaceName.Use.FORMER: _("Formerly"),
        PlaceName.Use.CODE: _("Other codes"),
    }
    held = list(names)
    for use, title in titles.items():
        told = [_told_name(name) for name in held if name.use == use]
        if told:
            yield Fact(title, "; ".join(told))


def _told_name(name: PlaceName) -> str:
    language = LANGUAGES.get(name.language)
    return f"{name.name} ({language})" if language else name.name


def _share_row(link: PlaceLink, other: Place) -> dict[str, Any]:
    return {
        "link": _link_to(other.code, other.name),
        "kind": other.get_kind_display(),
        "share": _percent(link.share),
        "since": other.valid_from,
        "until": other.valid_to,
        "source": link.source,
    }


def _percent(share: float | None) -> str:
    if share is None:
        return ""
    if share >= 1:
        return _("all")
    return f"{share:.0%}" if share >= 0.01 else _("under 1%")


def _parts(parts: Iterable[Place]) -> Iterable[dict[str, Any]]:
    """Its parts by kind, today's apart from former ones."""
    held = list(parts)
    for kind in Kind:
        for is_former, title in ((False, _kind_title(kind)), (True, _former_title(kind))):
            links = [
                _link_to(part.code, part.name)
                for part in held
                if part.kind == kind and (part.valid_to is not None) == is_former
            ]
            if links:
                yield {"title": title, "links": links, "is_long": len(links) > 12}


def _kind_title(kind: Kind) -> str:
    return {
        Kind.NATION: _("Nations"),
        Kind.REGION: _("Regions"),
        Kind.COUNTY: _("Counties"),
        Kind.DISTRICT: _("Districts"),
        Kind.TOWN: _("Towns and parts of towns"),
        Kind.BOARD: _("Health boards"),
        Kind.SUB_BOARD: _("Parts of the board"),
        Kind.AUTHORITY: _("Combined authorities"),
    }.get(kind, str(kind.label))


def _former_title(kind: Kind) -> str:
    return _("Former: %(kind)s") % {"kind": _kind_title(kind).lower()}


def _succession(link: PlaceLink, other: Place) -> Link:
    note = _("on %(day)s") % {"day": date_format(link.on)} if link.on else ""
    return _link_to(other.code, other.name, note)


def _near(one: Near) -> Link:
    return _link_to(one.place.code, one.place.name, _("%(km).0f km") % {"km": one.km})
