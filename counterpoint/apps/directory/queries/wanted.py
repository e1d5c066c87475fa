"""What a visitor asked of a list: read from the address, resolved to records, nothing refused.

A word that is not understood stays in the answer with an explanation: a list that silently
ignored a filter would look like an answer to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from counterpoint.apps.directory.queries.placing import Placed
from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.vocabulary.concepts import Vocabulary


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
    known = vocabulary.vocabulary()
    code = words.strip().lower()
    codes = (
        [code]
        if code in known
        else [one.concept.code for one in vocabulary.lexicon().read(words).understood]
    )
    covered = {code: narrower(known, code) for code in codes}
    numbers = _numbers({one for some in covered.values() for one in some})
    return tuple(
        Term(
            code=code,
            name=known.get(code).name,  # type: ignore[union-attr]  # it came from there
            kind=known.get(code).kind,  # type: ignore[union-attr]
            concept_ids=tuple(numbers[one] for one in some if one in numbers),
        )
        for code, some in covered.items()
    )


def narrower(known: Vocabulary, code: str) -> list[str]:
    """The code itself and all below it."""
    found = [code]
    for parent in found:
        found.extend(concept.code for concept in known if concept.broader == parent)
    return found


def _numbers(codes: Iterable[str]) -> dict[str, int]:
    return dict(Concept.objects.filter(code__in=list(codes)).values_list("code", "pk"))
