"""Studies and the gap map as their pages print them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.directory.presenters.listing import without
from counterpoint.apps.directory.presenters.streams import cell
from counterpoint.apps.evidence.models import Study
from counterpoint.apps.evidence.presenters import findings
from counterpoint.apps.evidence.queries.gap_map import Cell, GapMap
from counterpoint.apps.evidence.queries.studies import Asked
from counterpoint.domain.evidence.levels import TIERS, Design, Tier
from counterpoint.web.components import Card, Chip, Fact, Link, Tag

PATH = "/evidence/"
SORTS = {
    "newest": gettext_lazy("Newest"),
    "title": gettext_lazy("Title"),
    "people": gettext_lazy("Most people"),
}
MAP_COLUMNS = (
    *("art form", "outcome", "art form code", "outcome code", "certainty"),
    *("trials", "observational", "reviews", "at level 3"),
)
TIER_NAMES = {
    Tier.TRIALS: gettext_lazy("Controlled trials"),
    Tier.OBSERVATIONAL: gettext_lazy("Observational studies"),
    Tier.REVIEWS: gettext_lazy("Reviews"),
}

__all__ = ["cell"]


def card(study: Study) -> Card:
    people = _("{n} people").format(n=f"{study.people:,}") if study.people else ""
    facts = (str(study.year), str(study.get_design_display()), people)
    return Card(
        study.title,
        study.get_absolute_url(),
        kind=_("Study"),
        summary=study.found or str(study.get_read_display()),
        facts=[fact for fact in facts if fact],
    )


def chips(query: QueryDict, asked: Asked, about: str) -> list[Chip]:
    design = dict(Study.Design.choices).get(asked.design, asked.design)
    shown = (
        ("words", _("Words"), asked.words),
        ("design", _("Design"), str(design)),
        ("about", _("About"), about),
    )
    return [
        Chip(value, without(PATH, query, name), kind) for name, kind, value in shown if value
    ]


def sorts(query: QueryDict, current: str) -> list[Link]:
    links = []
    for code, label in SORTS.items():
        rest = query.copy()
        rest.pop("page", None)
        rest["sort"] = code
        links.append(
            Link(str(label), f"{PATH}?{rest.urlencode()}", is_current=code == current)
        )
    return links


def downloads(query: QueryDict) -> list[Link]:
    rest = query.copy()
    rest.pop("page", None)
    tail = f"?{rest.urlencode()}" if rest else ""
    styles = {"CSV": "csv", "JSON": "json", "RIS": "ris", "CSL-JSON": "csl.json"}
    return [Link(name, f"/evidence.{style}{tail}") for name, style in styles.items()]


def map_downloads(query: str) -> list[Link]:
    return [Link(s.upper(), f"/evidence/map.{s}?{query}") for s in ("csv", "json")]


def facts(study: Study) -> list[Fact]:
    level = findings.level(study)
    rows = (
        (_("Design"), study.design_words or study.get_design_display()),
        (_("People"), f"n = {study.people:,}" if study.people else _("not read")),
        (_("Art form"), study.art_words),
        (_("Outcome"), study.outcome_words),
        (_("Who took part"), study.population_words),
        (_("Nesta level"), level.number or _("none")),
        ("DOI", study.doi),
        ("ISBN", study.isbn),
        (_("Read in"), study.source),
        (_("Note"), study.note),
    )
    return [Fact(str(term), value) for term, value in rows if value]


def tags(study: Study) -> list[Tag]:
    return [
        Tag(
            concept.name,
            concept.get_absolute_url(),
            "cool"
            if concept.kind == "outcome"
            else "warm"
            if concept.kind == "art_form"
            else "",
        )
        for concept in study.concepts.all()
    ]


@dataclass(frozen=True)
class MapCell:
    url: str
    words: str
    mark: str
    certainty: str


def map_rows(found: GapMap) -> list[tuple[str, list[MapCell]]]:
    return [
        (
            art.name,
            [
                _map_cell(
                    found.cells.get((art.pk, outcome.pk), Cell()), art.code, outcome.code
                )
                for outcome in found.outcomes
            ],
        )
        for art in found.arts
    ]


# Shape and number say it; colour only repeats it.
MARKS = {"strong": "●", "reviews": "◐", "weak": "○", "empty": "–"}


def _map_cell(cell: Cell, art: str, outcome: str) -> MapCell:
    words = _(
        "{trials} trials, {observational} observational, {reviews} reviews; {level} at Nesta level 3"
    ).format(
        trials=cell.trials,
        observational=cell.observational,
        reviews=cell.reviews,
        level=cell.at_level_3,
    )
    url = reverse("gap-map-cell", args=(art, outcome)) if cell.total else ""
    mark = f"{MARKS[cell.certainty]} {cell.total}" if cell.total else MARKS["empty"]
    return MapCell(
        url, words if cell.total else _("no studies recorded"), mark, cell.certainty
    )


def map_lines(found: GapMap) -> Iterator[tuple[object, ...]]:
    for art in found.arts:
        for outcome in found.outcomes:
            cell = found.cells.get((art.pk, outcome.pk), Cell())
            yield (
                *(art.name, outcome.name, art.code, outcome.code, cell.certainty),
                *(cell.trials, cell.observational, cell.reviews, cell.at_level_3),
            )


def by_tier(studies: Iterable[Study]) -> list[tuple[str, list[Card]]]:
    listed: dict[Tier, list[Card]] = {tier: [] for tier in TIER_NAMES}
    for study in studies:
        listed[TIERS[Design(study.design)]].append(card(study))
    return [(str(TIER_NAMES[tier]), cards) for tier, cards in listed.items() if cards]
