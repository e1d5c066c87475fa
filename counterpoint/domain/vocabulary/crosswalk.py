"""How an offered concept answers a needed one, and how well: the bridge between two languages.

The weights are judgements of the editors, kept in one place so that they can be argued with and
measured. A path climbs or descends the tree, crosses one "serves", or one "related"; of several
paths the strongest counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from counterpoint.domain.vocabulary.concepts import Concept, Vocabulary

SAME = 1.0
# An offer for dementia answers a need about long-term conditions; most of the time in full.
NARROWER = 0.9
# An offer for long-term conditions may or may not be right for dementia.
BROADER = 0.6
SERVES = 0.75
# The same, when it is the parent or child of one of the two that the serving is said of.
SERVES_NEARLY = 0.65
RELATED = 0.4
# A need for dance, an offer of falls prevention: the way was asked for, the end is offered.
SERVED_BY = 0.4
MOST_STEPS = 3  # up or down the tree


class LinkHow(StrEnum):
    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"
    SERVES = "serves"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Link:
    """Why what is offered answers what is needed. The path runs from needed to offered."""

    how: LinkHow
    weight: float
    path: tuple[str, ...]
    source: str = ""

    @property
    def needed(self) -> str:
        return self.path[0]

    @property
    def offered(self) -> str:
        return self.path[-1]


class Crosswalk:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_needed: dict[str, dict[str, Link]] = defaultdict(dict)
        self._by_offered: dict[str, dict[str, Link]] = defaultdict(dict)
        tree = _Tree(vocabulary)
        for concept in vocabulary:
            for link in _links(concept, tree):
                self._keep(link)

    def _keep(self, link: Link) -> None:
        held = self._by_needed[link.needed].get(link.offered)
        if held is None or _rank(link) > _rank(held):
            self._by_needed[link.needed][link.offered] = link
            self._by_offered[link.offered][link.needed] = link

    def link(self, needed_code: str, offered_code: str) -> Link | None:
        return self._by_needed.get(needed_code, {}).get(offered_code)

    def around(self, code: str) -> Mapping[str, Link]:
        """What may be offered for a needed concept: its own code first, then by strength."""
        return _by_strength(self._by_needed.get(code, {}))

    def needs_around(self, code: str) -> Mapping[str, Link]:
        """What needs an offered concept may answer, in the same order."""
        return _by_strength(self._by_offered.get(code, {}))


def _by_strength(links: Mapping[str, Link]) -> Mapping[str, Link]:
    ordered = sorted(links.items(), key=lambda one: (-one[1].weight, one[0]))
    return MappingProxyType(dict(ordered))


def _rank(link: Link) -> tuple[float, int, bool, tuple[str, ...]]:
    """Strongest, then shortest, then the one with a source; at last any fixed order."""
    return link.weight, -len(link.path), bool(link.source), link.path


class _Tree:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._narrower: dict[str, list[str]] = defaultdict(list)
        for concept in vocabulary:
            if concept.broader:
                self._narrower[concept.broader].append(concept.code)

    def above(self, code: str) -> Iterator[tuple[str, ...]]:
        """Paths up the tree, one for each ancestor, nearest first."""
        path: tuple[str, ...] = (code,)
        concept = self._vocabulary.get(code)
        while concept and concept.broader and len(path) <= MOST_STEPS:
            path = (*path, concept.broader)
            yield path
            concept = self._vocabulary.get(concept.broader)

    def near(self, code: str) -> Iterator[str]:
        """One step up or down."""
        concept = self._vocabulary.get(code)
        if concept and concept.broader:
            yield concept.broader
        yield from self._narrower.get(code, ())


def _links(concept: Concept, tree: _Tree) -> Iterator[Link]:
    """Every link that rests on what this concept says about itself."""
    code = concept.code
    yield Link(LinkHow.SAME, SAME, (code,), concept.source)
    for path in tree.above(code):
        steps = len(path) - 1
        yield Link(LinkHow.BROADER, round(BROADER**steps, 4), path)
        yield Link(LinkHow.NARROWER, round(NARROWER**steps, 4), path[::-1])
    for other in concept.related:
        yield Link(LinkHow.RELATED, RELATED, (code, other))
        yield Link(LinkHow.RELATED, RELATED, (other, code))
    for served in concept.serves:
        yield Link(LinkHow.SERVES, SERVES, (served.code, code), served.source)
        yield Link(LinkHow.RELATED, SERVED_BY, (code, served.code), served.source)
        for near in tree.near(served.code):
            yield Link(LinkHow.SERVES, SERVES_NEARLY, (near, served.code, code), served.source)
        for near in tree.near(code):
            yield Link(LinkHow.SERVES, SERVES_NEARLY, (served.code, code, near), served.source)
