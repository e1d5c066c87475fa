"""The vocabulary as small values that its pages print."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from counterpoint.apps.vocabulary.words import AUDIENCES, KINDS, MATCHES, VOICES
from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    FrameworkMapping,
    Kind,
    Label,
    Vocabulary,
)
from counterpoint.domain.vocabulary.index import Hit, Index
from counterpoint.web.components import Facet, Link, Option, Voice

MOST_HITS = 60


def address(concept: Concept) -> str:
    return reverse("concept", args=[concept.code])


def link(concept: Concept, note: str = "") -> Link:
    return Link(concept.name, address(concept), note)


def links(concepts: Iterable[Concept]) -> list[Link]:
    return [link(concept) for concept in concepts]


def links_with_kind(concepts: Iterable[Concept]) -> list[Link]:
    return [link(concept, str(KINDS[concept.kind])) for concept in concepts]


# The browse page ---------------------------------------------------------------------------


@dataclass(frozen=True)
class KindCard:
    title: str
    about: str
    url: str
    count: int


def kind_cards(vocabulary: Vocabulary) -> list[KindCard]:
    return [
        KindCard(
            heading.title,
            heading.about,
            f"?kind={heading.kind}",
            len(vocabulary.of_kind(heading.kind)),
        )
        for heading in sorted(vocabulary.headings, key=lambda one: list(Kind).index(one.kind))
    ]


def kind_facet(vocabulary: Vocabulary, chosen: Kind | None) -> Facet:
    return Facet(
        _("Kinds"),
        [
            Option(
                heading.title,
                count=len(vocabulary.of_kind(heading.kind)),
                url=f"?kind={heading.kind}",
                is_chosen=heading.kind is chosen,
            )
            for heading in sorted(
                vocabulary.headings, key=lambda one: list(Kind).index(one.kind)
            )
        ],
    )


def letter_links(index: Index, chosen: str) -> list[Link]:
    return [
        Link(letter, f"?letter={letter}", is_current=letter == chosen)
        for letter in index.letters()
    ]


@dataclass(frozen=True)
class Branch:
    link: Link
    narrower: tuple["Branch", ...]


def tree(index: Index, kind: Kind) -> tuple[Branch, ...]:
    return tuple(_branch(index, concept) for concept in index.tops(kind))


def _branch(index: Index, concept: Concept) -> Branch:
    below = tuple(_branch(index, one) for one in index.narrower(concept.code))
    return Branch(link(concept), below)


def hit_links(hits: Iterable[Hit]) -> list[Link]:
    """Concepts whose labels hold the words, with the label where it is not the name."""
    return [link(hit.concept, _hit_note(hit)) for hit in hits]


def _hit_note(hit: Hit) -> str:
    kind = str(KINDS[hit.concept.kind])
    if hit.label.text.casefold() == hit.concept.name.casefold():
        return kind
    return _("%(kind)s, also called “%(label)s”") % {"kind": kind, "label": hit.label.text}


# The page of one concept -------------------------------------------------------------------


@dataclass(frozen=True)
class LabelGroup:
    title: str | Promise
    labels: tuple[Label, ...]
    voice: Voice = ""
    language: str = "en"


def label_groups(concept: Concept) -> list[LabelGroup]:
    voices: dict[Audience, Voice] = {Audience.COMMISSIONER: "cool", Audience.ARTS: "warm"}
    groups = [
        LabelGroup(title, concept.labels_of(audience), voices.get(audience, ""))
        for audience, title in AUDIENCES.items()
    ]
    welsh = tuple(label for label in concept.labels if label.language == "cy")
    groups.append(LabelGroup(_("In Welsh"), welsh, language="cy"))
    return [group for group in groups if group.labels]


@dataclass(frozen=True)
class ServedLine:
    link: Link
    source: str


def served_lines(concept: Concept, vocabulary: Vocabulary) -> list[ServedLine]:
    return [
        ServedLine(link(other, str(KINDS[other.kind])), served.source)
        for served in concept.serves
        if (other := vocabulary.get(served.code))
    ]


@dataclass(frozen=True)
class MappingLine:
    mapping: FrameworkMapping
    match: str | Promise
    years: str


def mapping_lines(concept: Concept) -> list[MappingLine]:
    return [MappingLine(one, MATCHES[one.match], _years(one)) for one in concept.mappings]


def _years(mapping: FrameworkMapping) -> str:
    if mapping.valid_from and mapping.valid_to:
        return f"{mapping.valid_from}–{mapping.valid_to}"
    if mapping.valid_from:
        return _("since %(year)s") % {"year": mapping.valid_from}
    if mapping.valid_to:
        return _("until %(year)s") % {"year": mapping.valid_to}
    return ""


def trail(concept: Concept, index: Index, vocabulary: Vocabulary) -> list[Link]:
    titles = {heading.kind: heading.title for heading in vocabulary.headings}
    return [
        Link(_("Words"), reverse("vocabulary")),
        Link(
            titles.get(concept.kind, str(KINDS[concept.kind])),
            f"{reverse('vocabulary')}?kind={concept.kind}",
        ),
        *links(index.above(concept.code)),
        Link(concept.name, ""),
    ]


def voice(concept: Concept) -> Voice:
    return VOICES[concept.kind]
