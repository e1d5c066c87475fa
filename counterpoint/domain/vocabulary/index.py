"""Ways round in a vocabulary: from a concept to its neighbours, from a word or letter to concepts."""

from collections import defaultdict
from typing import NamedTuple

from counterpoint.domain.vocabulary.concepts import Audience, Concept, Kind, Label, Vocabulary
from counterpoint.domain.vocabulary.folding import plain_words
from counterpoint.domain.vocabulary.labels import all_labels


class Hit(NamedTuple):
    concept: Concept
    label: Label


class Index:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._narrower: dict[str, list[Concept]] = defaultdict(list)
        self._served_by: dict[str, list[Concept]] = defaultdict(list)
        self._related: dict[str, dict[str, Concept]] = defaultdict(dict)
        for concept in sorted(vocabulary, key=lambda one: one.name.casefold()):
            if concept.broader:
                self._narrower[concept.broader].append(concept)
            for served in concept.serves:
                self._served_by[served.code].append(concept)
            for code in concept.related:
                other = vocabulary.get(code)
                if other:
                    self._related[concept.code][code] = other
                    self._related[code][concept.code] = concept
        self._lines = [
            (f" {' '.join(plain_words(label.text))}", Hit(concept, label))
            for concept, label in all_labels(vocabulary)
            if label.audience is not Audience.HIDDEN
        ]

    def narrower(self, code: str) -> tuple[Concept, ...]:
        return tuple(self._narrower.get(code, ()))

    def below(self, code: str) -> tuple[str, ...]:
        """The code itself and all below it."""
        found = [code]
        for above in found:
            found.extend(concept.code for concept in self._narrower.get(above, ()))
        return tuple(found)

    def served_by(self, code: str) -> tuple[Concept, ...]:
        return tuple(self._served_by.get(code, ()))

    def related(self, code: str) -> tuple[Concept, ...]:
        return tuple(self._related.get(code, {}).values())

    def above(self, code: str) -> tuple[Concept, ...]:
        """From the top of the tree down to just above the concept."""
        found: list[Concept] = []
        concept = self._vocabulary.get(code)
        while concept and concept.broader:
            concept = self._vocabulary.get(concept.broader)
            if concept:
                found.insert(0, concept)
        return tuple(found)

    def tops(self, kind: Kind) -> tuple[Concept, ...]:
        tops = (concept for concept in self._vocabulary.of_kind(kind) if not concept.broader)
        return tuple(sorted(tops, key=lambda one: one.name.casefold()))

    def containing(self, text: str) -> tuple[Hit, ...]:
        """One hit for each concept with a label in which these words begin, nearest first."""
        wanted = " ".join(plain_words(text))
        if not wanted:
            return ()
        nearest: dict[str, tuple[int, Hit]] = {}
        for line, hit in self._lines:
            if f" {wanted}" in line:
                code, more = hit.concept.code, len(line) - len(wanted)
                if code not in nearest or more < nearest[code][0]:
                    nearest[code] = (more, hit)
        ordered = sorted(nearest.values(), key=lambda one: (one[0], one[1].concept.name))
        return tuple(hit for _, hit in ordered)

    def letters(self) -> tuple[str, ...]:
        return tuple(sorted({concept.name[0].upper() for concept in self._vocabulary}))

    def under(self, letter: str) -> tuple[Concept, ...]:
        found = (one for one in self._vocabulary if one.name[0].upper() == letter.upper())
        return tuple(sorted(found, key=lambda one: one.name.casefold()))
