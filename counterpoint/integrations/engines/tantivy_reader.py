"""Questions put to Tantivy. All are built from words and codes: there is no query syntax."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tantivy import DocAddress, Occur, Query, Schema, Searcher

from counterpoint.domain.matching.engine import SearchQuery
from counterpoint.integrations.engines.store import (
    SHARE_OF_LINKED,
    Filters,
    Handle,
    Kept,
    Ranked,
    rarity,
)
from counterpoint.integrations.engines.words import LONGEST_QUESTION, telling_words

# Most values of one facet that are counted; more than that is not a list that a person reads.
MOST_VALUES = 400
# A count over half a million records costs a fifth of a second and tells nobody more than one over
# the best thousand. How many there are of each kind is cheap, and counted in full.
MOST_COUNTED = 1_000
COUNTED_IN_FULL = ("kind",)
# A word that no record has is looked for with one slip, if it is long enough for that to be safe.
SHORTEST_MISSPELT = 5


class TantivyReader:
    def __init__(self, searcher: Searcher, schema: Schema) -> None:
        self._searcher = searcher
        self._schema = schema

    def by_words(self, query: SearchQuery, limit: int) -> Ranked:
        found = self._ranked(self._words(query.text), query.filters, limit)
        return replace(found, full_score=self._full_score(query.text)) if found.rows else found

    def by_codes(self, query: SearchQuery, limit: int) -> Ranked:
        return self._ranked(self._codes(query), query.filters, limit)

    def newest(self, query: SearchQuery, limit: int) -> Ranked:
        asked = self._filtered(None, query.filters)
        hits = self._searcher.search(
            asked, limit=limit, count=False, order_by_field="row"
        ).hits
        return self._as_ranked(hits)

    def within(self, filters: Filters, most: int) -> Ranked | None:
        asked = self._filtered(None, filters)
        hits = self._searcher.search(asked, limit=most + 1, count=False).hits
        return None if len(hits) > most else self._as_ranked(hits)

    def living(self, rows: Sequence[int], filters: Filters) -> dict[int, Handle]:
        if not rows:
            return {}
        chosen = Query.term_set_query(self._schema, "row", [int(row) for row in rows])
        asked = Query.boolean_query(
            [(Occur.Must, chosen), (Occur.Must, self._filtered(None, filters))]
        )
        hits = self._searcher.search(asked, limit=len(rows), count=False).hits
        found = self._as_ranked(hits)
        return dict(zip(found.rows, found.handles, strict=True))

    def total_and_counts(self, query: SearchQuery) -> tuple[int, dict[str, dict[str, int]]]:
        """The total and the kinds in full; the rest, when that is much, among the best."""
        parts = [*self._words(query.text), *self._codes(query)]
        asked = self._filtered(parts, query.filters)
        cheap = [facet for facet in query.counts if facet in COUNTED_IN_FULL]
        total, counts = self._counts(asked, cheap)
        rest = [facet for facet in query.counts if facet not in COUNTED_IN_FULL]
        if rest and parts and total > MOST_COUNTED:
            asked = self._best_of(asked)
        return total, counts | (self._counts(asked, rest)[1] if rest else {})

    def _best_of(self, asked: Query) -> Query:
        hits = self._searcher.search(asked, limit=MOST_COUNTED, count=False).hits
        return Query.term_set_query(self._schema, "row", list(self._as_ranked(hits).rows))

    def _counts(
        self, asked: Query, facets: list[str]
    ) -> tuple[int, dict[str, dict[str, int]]]:
        """How many there are, with all these facets, in one pass."""
        wanted: dict[str, Any] = {"total": {"value_count": {"field": "row"}}}
        wanted |= {facet: {"terms": {"field": facet, "size": MOST_VALUES}} for facet in facets}
        answer = self._searcher.aggregate(asked, wanted)
        counts = {
            facet: {
                bucket["key"]: int(bucket["doc_count"]) for bucket in answer[facet]["buckets"]
            }
            for facet in facets
        }
        return int(answer["total"]["value"]), counts

    def fetch(self, handles: Sequence[Handle]) -> list[Kept]:
        found = (
            self._searcher.doc(handle) for handle in handles if isinstance(handle, DocAddress)
        )
        return [Kept(str(doc.get_first("key")), str(doc.get_first("stored"))) for doc in found]

    def keys(self) -> Iterator[str]:
        count = self._searcher.num_docs
        hits = (
            self._searcher.search(Query.all_query(), limit=count, count=False).hits
            if count
            else []
        )
        for _, address in hits:
            yield str(self._searcher.doc(address).get_first("key"))

    def count(self) -> int:
        return self._searcher.num_docs

    def highest_row(self) -> int:
        asked = {"highest": {"max": {"field": "row"}}}
        answer = self._searcher.aggregate(Query.all_query(), asked)["highest"]["value"]
        return -1 if answer is None else int(answer)

    def _words(self, text: str) -> list[Query]:
        words = dict.fromkeys(telling_words(text))
        if len(words) > LONGEST_QUESTION:
            known = sorted(
                words, key=lambda word: self._searcher.doc_freq("words", word) or 1e9
            )
            words = dict.fromkeys(known[:LONGEST_QUESTION])
        return [self._word(word) for word in words]

    def _full_score(self, text: str) -> float:
        number = self._searcher.num_docs
        having = (self._searcher.doc_freq("words", word) for word in set(telling_words(text)))
        return sum(rarity(number, min(number, count)) for count in having)

    def _word(self, word: str) -> Query:
        if len(word) >= SHORTEST_MISSPELT and not self._searcher.doc_freq("words", word):
            return Query.fuzzy_term_query(self._schema, "words", word, distance=1)
        return Query.term_query(self._schema, "words", word, "freq")

    def _codes(self, query: SearchQuery) -> list[Query]:
        parts = []
        for code, weight in query.concepts.items():
            parts.append(self._weighted("codes", code, weight))
            parts.append(self._weighted("codes", f"~{code}", weight * SHARE_OF_LINKED))
        for code, weight in query.places.items():
            parts.append(self._weighted("place", code, weight))
        return parts

    def _weighted(self, field: str, value: str, weight: float) -> Query:
        return Query.boost_query(self._term(field, value), weight)

    def _term(self, field: str, value: Any) -> Query:
        return Query.term_query(self._schema, field, value, "basic")

    def _ranked(self, parts: list[Query], filters: Filters, limit: int) -> Ranked:
        if not parts:
            return Ranked()
        asked = self._filtered(parts, filters)
        return self._as_ranked(self._searcher.search(asked, limit=limit, count=False).hits)

    def _as_ranked(self, hits: list[tuple[Any, DocAddress]]) -> Ranked:
        if not hits:
            return Ranked()
        scores, handles = zip(*hits, strict=True)
        rows = self._searcher.fast_field_values("row", list(handles))
        return Ranked([int(row) for row in rows if row is not None], scores, handles)

    def _filtered(
        self, parts: list[Query] | None, filters: Mapping[str, tuple[str, ...]]
    ) -> Query:
        asked = (
            Query.boolean_query([(Occur.Should, part) for part in parts])
            if parts
            else Query.all_query()
        )
        if not filters:
            return asked
        narrowed = [
            (Occur.Must, Query.const_score_query(self._any_of(facet, values), 0.0))
            for facet, values in filters.items()
        ]
        return Query.boolean_query([(Occur.Must, asked), *narrowed])

    def _any_of(self, facet: str, values: Sequence[Any]) -> Query:
        if len(values) == 1:
            return self._term(facet, values[0])
        return Query.term_set_query(self._schema, facet, list(values))
