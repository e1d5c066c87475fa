"""What a visitor asked of a list: read from the address, resolved to records, nothing refused.

A word that is not understood stays in the answer with an explanation: a list that silently
ignored a filter would look like an answer to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from counterpoint.apps.directory.queries.placing import Placed
from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.apps.vocabulary.models import Concept


@dataclass(frozen=True)
class Term:
    """A term to filter by: the concepts it covers, narrower ones included."""

    code: str
    name: str
    kind: str
    concept_ids: tuple[int, ...]


@dataclass(frozen=True)
class Wanted:
    text: str = ""
    roles: tuple[str, ...] = ()
    place: Placed | None = None
    about: str = ""
    terms: tuple[Term, ...] = ()
    has_offers: bool = False
    funder: str = ""
    recipient: str = ""
    year: int | None = None
    sort: str = ""
    # Words that led to nothing, by the name of the filter.
    not_understood: dict[str, str] = field(default_factory=dict)

    @property
    def concept_ids(self) -> tuple[int, ...]:
        return tuple(pk for term in self.terms for pk in term.concept_ids)

    @property
    def is_everything(self) -> bool:
        return not (
            self.text
            or self.roles
            or self.place
            or self.about
            or self.has_offers
            or self.funder
            or self.recipient
            or self.year
        )


def terms_meant(words: str) -> tuple[Term, ...]:
    """By code, or in anybody's words: "art_form.dance", "dance", "dancing"."""
    known = vocabulary.in_force()
    named = known.vocabulary.get(words.strip().lower())
    concepts = (
        [named] if named else [one.concept for one in known.lexicon.read(words).understood]
    )
    covered = {one.code: known.index.below(one.code) for one in concepts}
    numbers = _numbers({code for codes in covered.values() for code in codes})
    return tuple(
        Term(
            code=one.code,
            name=one.name,
            kind=one.kind,
            concept_ids=tuple(numbers[code] for code in covered[one.code] if code in numbers),
        )
        for one in concepts
    )


def _numbers(codes: Iterable[str]) -> dict[str, int]:
    return dict(Concept.objects.filter(code__in=list(codes)).values_list("code", "pk"))
