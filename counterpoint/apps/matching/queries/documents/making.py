"""A record's words read, and the document made of what they say."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from counterpoint.apps.directory.models.concepts import Origin
from counterpoint.apps.matching.queries.documents.keys import NEED, ORGANISATION, key
from counterpoint.apps.matching.queries.documents.stored import Facts, kept
from counterpoint.apps.matching.queries.knowledge import meaning
from counterpoint.apps.matching.queries.localities import localities
from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.domain.matching.engine import FACETS, SearchDocument
from counterpoint.domain.matching.meaning import span
from counterpoint.domain.matching.statement import Doubt, Term
from counterpoint.domain.matching.understanding import facets_of, filed
from counterpoint.domain.vocabulary.concepts import Verdict
from counterpoint.domain.vocabulary.reading import Reading

# What a person says that the record is about counts in full, whatever its words are.
DECIDED = (Origin.ACCEPTED, Origin.ADDED)


class Maker:
    """Holds the vocabulary and the places in force while many documents are made."""

    def __init__(self) -> None:
        self.meaning = meaning()
        self._lexicon = vocabulary.lexicon()
        self._localities = localities()

    def read(self, text: str) -> Reading:
        return self._lexicon.read(text)

    def terms(self, reading: Reading, tags: Iterable[Any] = ()) -> tuple[Term, ...]:
        """What the words say, with what people decided about it."""
        known = list(tags)
        refused = {tag.concept.code for tag in known if tag.origin == Origin.REFUSED}
        decided = {tag.concept.code: tag for tag in known if tag.origin in DECIDED}
        said = self.meaning.terms(reading, without=refused)
        by_words = {term.code: term for term in said if not term.is_hint}
        chosen = [self._chosen(tag, by_words.get(code)) for code, tag in decided.items()]
        rest = (term for term in said if term.code not in decided)
        return tuple(chain(chosen, rest))

    def document(self, facts: Facts) -> SearchDocument:
        answers = self.meaning.answers(facts.terms)
        filed_under = filed(facts.terms, facts.side, self.meaning, answers)
        facets = {
            name: values
            for name, values in facets_of(facts.terms, self.meaning).items()
            if name in FACETS
        }
        facets |= {"kind": (facts.kind,), "side": (facts.side.value,)}
        facets |= {"place": tuple(self._place_codes(facts))}
        facets |= {"source": (facts.source,) if facts.source else ()}
        facets |= {"year": (str(facts.year),) if facts.year else ()}
        return SearchDocument(
            key=key(facts.kind, facts.number),
            title=facts.title,
            text=facts.text,
            concepts=filed_under.says,
            linked=filed_under.reaches,
            facets=facets,
            stored=kept(facts, span(answers), self._ease(facts)),
        )

    def _ease(self, facts: Facts) -> float | None:
        """Of those that an offer may be held against; of awards there are too many."""
        if facts.kind not in (NEED, ORGANISATION):
            return None
        return self.meaning.ease(facts.terms)

    def _chosen(self, tag: Any, read: Term | None) -> Term:
        concept = tag.concept
        words = read.words if read else tuple(tag.words)
        return Term(concept.code, concept.kind, concept.name, 1.0, words)

    def _place_codes(self, facts: Facts) -> Iterator[str]:
        codes = dict.fromkeys((*(code for code, *_ in facts.places), *facts.covers))
        for code in codes:
            place = self._localities.of_code(code)
            yield from (code, *(place.within if place else ()))


def doubts_of(reading: Reading, tags: Iterable[Any]) -> tuple[Doubt, ...]:
    """Why a record may mean something else. Where a person decided on its terms, it does not."""
    if any(tag.origin in DECIDED for tag in tags):
        return ()
    found = (Doubt(one.says, one.verdict is Verdict.REFUSE) for one in reading.refusals)
    return tuple(dict.fromkeys(found))
