"""The store as plain dictionaries and one JSON file: slow, obvious, and needing nothing.

It is the yardstick that the fast store is measured against in the contract tests, and it answers
for a bounded number of records when there is no index.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from counterpoint.domain.matching.engine import SearchDocument, SearchQuery
from counterpoint.integrations.engines.folder import replace_file
from counterpoint.integrations.engines.store import (
    SHARE_OF_LINKED,
    Filters,
    Handle,
    Kept,
    Ranked,
    rarity,
)
from counterpoint.integrations.engines.words import telling_words, words_of

# The usual constants of BM25, the same as Tantivy's.
K1, B = 1.2, 0.75
SHORTEST_MISSPELT = 5
_FILE = "documents.json"

Documents = dict[int, SearchDocument]


class PlainReader:
    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._words = {
            row: Counter(words_of(f"{d.title} {d.text}")) for row, d in documents.items()
        }
        self._codes = {
            row: Counter([*d.concepts, *(f"~{code}" for code in d.linked)])
            for row, d in documents.items()
        }

    def by_words(self, query: SearchQuery, limit: int) -> Ranked:
        found = self._ranked([self._words_score(query)], query.filters, limit)
        return replace(found, full_score=self._full_score(query.text))

    def by_codes(self, query: SearchQuery, limit: int) -> Ranked:
        return self._ranked(self._codes_scores(query), query.filters, limit)

    def newest(self, query: SearchQuery, limit: int) -> Ranked:
        rows = sorted(self._within(query.filters), reverse=True)[:limit]
        return Ranked(rows, [0.0] * len(rows), rows)

    def within(self, filters: Filters, most: int) -> Ranked | None:
        rows = list(self._within(filters))
        return None if len(rows) > most else Ranked(rows, [0.0] * len(rows), rows)

    def living(self, rows: Sequence[int], filters: Filters) -> dict[int, Handle]:
        return {row: row for row in set(rows) & set(self._within(filters))}

    def total_and_counts(self, query: SearchQuery) -> tuple[int, dict[str, dict[str, int]]]:
        parts = [self._words_score(query), *self._codes_scores(query)]
        asks_nothing = not (telling_words(query.text) or query.concepts or query.places)
        rows = [
            row
            for row in self._within(query.filters)
            if asks_nothing or any(part(row) for part in parts)
        ]
        counts = {
            facet: dict(
                Counter(
                    value for row in rows for value in self._facet(row, facet)
                ).most_common()
            )
            for facet in query.counts
        }
        return len(rows), counts

    def fetch(self, handles: Sequence[Handle]) -> list[Kept]:
        found = [self._documents[row] for row in handles if isinstance(row, int)]
        return [Kept(document.key, document.stored) for document in found]

    def keys(self) -> Iterator[str]:
        return (document.key for document in self._documents.values())

    def count(self) -> int:
        return len(self._documents)

    def highest_row(self) -> int:
        return max(self._documents, default=-1)

    def _facet(self, row: int, facet: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._documents[row].facets.get(facet, ())))

    def _within(self, filters: Filters) -> Iterator[int]:
        for row in self._documents:
            if all(
                set(values) & set(self._facet(row, facet)) for facet, values in filters.items()
            ):
                yield row

    def _words_score(self, query: SearchQuery) -> "Score":
        asked = dict.fromkeys(telling_words(query.text))
        return bm25(self._words, {word: 1.0 for given in asked for word in self._spelt(given)})

    def _full_score(self, text: str) -> float:
        number, counted = len(self._words), self._words.values()
        asked = set(telling_words(text))
        return sum(rarity(number, sum(word in words for words in counted)) for word in asked)

    def _spelt(self, word: str) -> list[str]:
        known = {other for counted in self._words.values() for other in counted}
        if word in known or len(word) < SHORTEST_MISSPELT:
            return [word]
        return [other for other in known if OSA.distance(word, other, score_cutoff=1) <= 1]

    def _codes_scores(self, query: SearchQuery) -> list["Score"]:
        asked = dict(query.concepts)
        asked |= {
            f"~{code}": weight * SHARE_OF_LINKED for code, weight in query.concepts.items()
        }
        places = {row: Counter(self._facet(row, "place")) for row in self._documents}
        return [bm25(self._codes, asked), bm25(places, dict(query.places))]

    def _ranked(self, parts: Iterable["Score"], filters: Filters, limit: int) -> Ranked:
        asked = list(parts)
        scored = [(sum(part(row) for part in asked), row) for row in self._within(filters)]
        best = sorted(
            ((s, row) for s, row in scored if s), key=lambda pair: (-pair[0], pair[1])
        )
        rows = [row for _, row in best[:limit]]
        return Ranked(rows, [score for score, _ in best[:limit]], rows)


Score = Callable[[int], float]


def bm25(counted: Mapping[int, Counter[str]], asked: Mapping[str, float]) -> Score:
    """Robertson and Zaragoza, "The probabilistic relevance framework", 2009, section 3."""
    number = len(counted)
    mean = sum(sum(words.values()) for words in counted.values()) / number if number else 1.0
    having = {word: sum(word in words for words in counted.values()) for word in asked}

    def score(row: int) -> float:
        words = counted[row]
        norm = K1 * (1 - B + B * sum(words.values()) / (mean or 1.0))
        return sum(
            weight
            * rarity(number, having[word])
            * (words[word] * (K1 + 1) / (words[word] + norm))
            for word, weight in asked.items()
            if words[word]
        )

    return score


class PlainWriter:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._documents = load(folder)

    def put(self, row: int, document: SearchDocument) -> None:
        self.take_out(document.key)
        self._documents[row] = document

    def take_out(self, key: str) -> None:
        gone = [row for row, document in self._documents.items() if document.key == key]
        for row in gone:
            del self._documents[row]

    def commit(self) -> None:
        save(self._folder, self._documents)


class PlainStore:
    name = "plain"
    head = _FILE

    def create(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        save(folder, {})

    @contextmanager
    def writer(self, folder: Path, *, is_bulk: bool) -> Iterator[PlainWriter]:
        yield PlainWriter(folder)

    def reader(self, folder: Path) -> PlainReader:
        return PlainReader(load(folder))


def save(folder: Path, documents: Documents) -> None:
    content = {row: asdict(document) for row, document in documents.items()}
    replace_file(folder / _FILE, json.dumps(content))


def load(folder: Path) -> Documents:
    content = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    return {int(row): _document(values) for row, values in content.items()}


def _document(values: dict[str, Any]) -> SearchDocument:
    return SearchDocument(
        key=values["key"],
        title=values["title"],
        text=values["text"],
        concepts=tuple(values["concepts"]),
        linked=tuple(values["linked"]),
        facets={name: tuple(codes) for name, codes in values["facets"].items()},
        stored=values["stored"],
    )
