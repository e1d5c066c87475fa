"""The art forms that a source files an organisation under, as terms of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from counterpoint.apps.directory.models import OrganisationConcept
from counterpoint.apps.directory.models.concepts import Origin
from counterpoint.apps.imports.actions.storing.tables import Table
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.apps.vocabulary.queries import lexicon
from counterpoint.domain.interchange.records import OrganisationRecord

ART_FORM = "art_form"


class Filing:
    def __init__(self) -> None:
        self.terms = lru_cache(maxsize=500)(self._terms)

    def file(self, organisations: Iterable[tuple[int, OrganisationRecord]]) -> None:
        """A term that a person has decided on stays as they decided."""
        Table(OrganisationConcept, "organisation", "concept", "origin", "words").insert(
            (
                (pk, concept, Origin.SOURCE.value, [words])
                for pk, record in organisations
                for words in record.art_forms
                for concept in self.terms(words)
            ),
            or_leave=True,
        )

    def _terms(self, words: str) -> tuple[int, ...]:
        understood = lexicon().read(words).understood
        codes = [one.concept.code for one in understood if one.concept.kind == ART_FORM]
        found = Concept.objects.filter(code__in=codes, retired_at=None)
        return tuple(found.values_list("pk", flat=True))
