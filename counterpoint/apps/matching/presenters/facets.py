"""Ways to narrow the answer, with counts, as tick boxes of one form."""

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.matching.forms.asking import NAMES
from counterpoint.apps.matching.queries.finding import Answer
from counterpoint.apps.matching.queries.knowledge import meaning
from counterpoint.apps.matching.queries.localities import localities
from counterpoint.web.components import Facet, Option

TITLES = {
    "outcome": _("Outcome"),
    "population": _("People"),
    "condition": _("Condition"),
    "art_form": _("Art form"),
    "setting": _("Setting"),
    "tier": _("Open to all, targeted or specialist"),
    "place": _("Area"),
    "year": _("Year"),
    "source": _("Source"),
}
COUNTED = ("kind", *TITLES)
MOST_OPTIONS = 8

Labelling = Callable[[str, str], str]


def facets(answer: Answer) -> list[Facet]:
    vocabulary, places = meaning().vocabulary, localities()

    def label(name: str, value: str) -> str:
        known = places.of_code(value) if name == "place" else vocabulary.get(value)
        return known.name if known else value

    return [facet for name in TITLES if (facet := _facet(name, answer, label))]


def _facet(name: str, answer: Answer, label: Labelling) -> Facet | None:
    chosen = answer.understanding.question.filters.get(name, ())
    options = list(_options(name, answer.counts.get(name, {}), chosen, label))
    if not options or (len(options) == 1 and not chosen):
        return None
    return Facet(str(TITLES[name]), options, name=NAMES[name])


def _options(
    name: str, counts: Mapping[str, int], chosen: tuple[str, ...], label: Labelling
) -> Iterator[Option]:
    """What was chosen stays, whatever its count; then the commonest."""
    commonest = sorted(counts, key=lambda value: (-counts[value], value))
    if name == "year":
        commonest = sorted(commonest, reverse=True)
    shown = dict.fromkeys((*chosen, *commonest[:MOST_OPTIONS]))
    for value in shown:
        yield Option(
            label(name, value), counts.get(value, 0), value=value, is_chosen=value in chosen
        )
