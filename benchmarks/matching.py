"""How fast retrieval is at a million records: our port, Tantivy asked directly, SQLite FTS5.

    .venv/bin/python benchmarks/matching.py [--records 1000000] [--keep FOLDER]

The records are synthetic and short (8 to 25 words with a Zipf distribution, seeded). All engines
are asked the same 300 questions in the same run, in one thread, warm; CPU time is what is compared,
because wall time says more about the machine's other work. The bare engine is asked for the same
words with the same filters and facets, and hands over the same number of stored records.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import tantivy

from counterpoint.domain.matching.engine import SearchDocument, SearchQuery
from counterpoint.integrations.engines.fused import FusedEngine
from counterpoint.integrations.engines.tantivy_store import TantivyStore
from counterpoint.integrations.engines.words import indexed_words, telling_words

SEED = 7
WORDS = 30_000
FACETS = ("kind", "outcome", "population", "place", "source")
KINDS = ("offer",) * 2 + ("need",) + ("organisation",) * 3 + ("award",) * 14
FILTERS = {"kind": ("award",), "place": ("p3",)}
PAGE = 20


def vocabulary(chance: random.Random) -> list[str]:
    """Made-up words that a stemmer leaves alone, the commonest first."""
    syllables = [a + b for a in "bdfgklmnprtvz" for b in "aiou"]
    made: dict[str, None] = {}
    while len(made) < WORDS:
        made["".join(chance.choices(syllables, k=chance.randint(2, 4))) + "k"] = None
    return list(made)


class Corpus:
    def __init__(self, size: int) -> None:
        self.size = size
        self._chance = random.Random(SEED)
        self._words = vocabulary(self._chance)
        total, self._cumulative = 0.0, []
        for rank in range(1, WORDS + 1):
            total += 1 / rank
            self._cumulative.append(total)

    def words(self, count: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._cumulative, k=count)

    def records(self) -> Iterator[SearchDocument]:
        chance = self._chance
        for number in range(self.size):
            outcome = f"outcome.{int(60 * chance.random() ** 2)}"
            population = f"population.{int(50 * chance.random() ** 2)}"
            place = int(320 * chance.random() ** 2)
            facets = {
                "kind": (chance.choice(KINDS),),
                "outcome": (outcome,),
                "population": (population,),
                "place": (f"p{place}", f"region{place % 12}", "uk"),
                "source": (f"s{int(40 * chance.random() ** 2)}",),
                "year": (str(2012 + number % 14),),
            }
            yield SearchDocument(
                key=f"r:{number}",
                title=" ".join(self.words(4)),
                text=" ".join(self.words(chance.randint(4, 21))),
                concepts=(outcome, population),
                linked=(f"outcome.{int(60 * chance.random())}",),
                facets=facets,
                stored=f'{{"n": {number}, "words": "{"x" * 300}"}}',
            )

    def questions(self, count: int) -> list[SearchQuery]:
        return [
            SearchQuery(
                text=" ".join(self.words(self._chance.randint(1, 6))),
                concepts={
                    f"outcome.{int(60 * self._chance.random() ** 2)}": 1.0,
                    f"population.{int(50 * self._chance.random() ** 2)}": 1.0,
                },
                places={"p3": 1.0, "region3": 0.5},
                limit=PAGE,
            )
            for _ in range(count)
        ]


class Bare:
    """Tantivy asked directly, on the very same index."""

    def __init__(self, folder: Path) -> None:
        index = tantivy.Index.open(str(folder))
        index.register_tokenizer("words", indexed_words())
        index.config_reader("manual")
        index.reload()
        self.searcher, self.schema = index.searcher(), index.schema

    def ask(self, query: SearchQuery) -> None:
        asked = self._query(query)
        hits = self.searcher.search(asked, limit=query.limit, count=False).hits
        for _, address in hits:
            self.searcher.doc(address).get_first("stored")
        if query.counts:
            wanted = {f: {"terms": {"field": f, "size": 400}} for f in query.counts}
            self.searcher.aggregate(asked, wanted | {"n": {"value_count": {"field": "row"}}})

    def _query(self, query: SearchQuery) -> tantivy.Query:
        term = tantivy.Query.term_query
        parts = [
            term(self.schema, "words", word, "freq") for word in telling_words(query.text)
        ]
        parts += [term(self.schema, "codes", code, "basic") for code in query.concepts]
        parts += [term(self.schema, "place", code, "basic") for code in query.places]
        asked = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        must = [
            (
                tantivy.Occur.Must,
                tantivy.Query.const_score_query(term(self.schema, facet, value, "basic"), 0.0),
            )
            for facet, (value,) in query.filters.items()
        ]
        return (
            tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), *must])
            if must
            else asked
        )


class Fts5:
    """SQLite's own full text, ranked by its bm25; filters as tokens of the same index."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(path)

    def build(self, records: Iterator[SearchDocument]) -> None:
        self.connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;"
            "CREATE VIRTUAL TABLE r USING fts5(words, facets, content='', tokenize='porter');"
        )
        self.connection.executemany(
            "INSERT INTO r(rowid, words, facets) VALUES (?, ?, ?)",
            (
                (n, f"{r.title} {r.text}", f"kind{r.facets['kind'][0]} {r.facets['place'][0]}")
                for n, r in enumerate(records, 1)
            ),
        )
        self.connection.execute("INSERT INTO r(r) VALUES ('optimize')")
        self.connection.commit()

    def ask(self, query: SearchQuery) -> None:
        words = " OR ".join(f'"{word}"' for word in query.text.split())
        asked = f"words : ({words})"
        if query.filters:
            asked += f' AND facets : ("kind{query.filters["kind"][0]}" AND "{query.filters["place"][0]}")'
        self.connection.execute(
            "SELECT rowid FROM r WHERE r MATCH ? ORDER BY rank LIMIT ?", (asked, query.limit)
        ).fetchall()


def without_codes(query: SearchQuery, **changed: object) -> SearchQuery:
    values = {"text": query.text, "limit": query.limit, **changed}
    return SearchQuery(**values)  # type: ignore[arg-type]  # the names above are its fields


def with_everything(query: SearchQuery, **changed: object) -> SearchQuery:
    return without_codes(query, concepts=query.concepts, places=query.places, **changed)


def timed(ask: Callable[[SearchQuery], object], questions: list[SearchQuery]) -> list[float]:
    for question in questions[:30]:
        ask(question)
    taken = []
    for question in questions:
        start = time.thread_time()
        ask(question)
        taken.append((time.thread_time() - start) * 1000)
    return taken


def told(taken: list[float]) -> str:
    return f"{statistics.median(taken):8.2f} {statistics.quantiles(taken, n=20)[-1]:8.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--keep", type=Path, help="use or make the indexes in this folder")
    parser.add_argument("--without-fts5", action="store_true")
    chosen = parser.parse_args()
    folder = chosen.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(chosen.records)
    engine = FusedEngine(folder / "search", TantivyStore())
    if not engine.health(vocabulary="v").can_answer:
        start, wall = time.process_time(), time.time()
        engine.rebuild(corpus.records(), vocabulary="v", position="0")
        print(
            f"index made in {time.process_time() - start:.0f} CPU s, {time.time() - wall:.0f} s"
        )
    questions = corpus.questions(chosen.questions)
    bare = Bare(next((folder / "search").glob("g-*")) / "store")
    fts5 = Fts5(folder / "fts5.db")
    if not chosen.without_fts5 and not fts5.path.stat().st_size:
        fts5.build(Corpus(chosen.records).records())
    modes = {
        "words": [without_codes(q) for q in questions],
        "words, two filters": [without_codes(q, filters=FILTERS) for q in questions],
        "words, five facets": [without_codes(q, counts=FACETS) for q in questions],
        "words, concepts, place": [with_everything(q) for q in questions],
        "the same, five facets": [with_everything(q, counts=FACETS) for q in questions],
        "the same, 200 candidates": [
            with_everything(q, counts=FACETS, limit=200) for q in questions
        ],
    }
    print(f"{chosen.records:,} records; CPU ms a question, median and 95th percentile")
    print(
        f"{'':28}{'port':>17}  {'bare Tantivy':>17} {'ratio':>6}  {'FTS5 bm25':>17} {'ratio':>6}"
    )
    for name, asked in modes.items():
        port, direct = timed(engine.search, asked), timed(bare.ask, asked)
        line = f"{name:28}{told(port)}  {told(direct)} {ratio(port, direct):6.2f}"
        if name in ("words", "words, two filters") and not chosen.without_fts5:
            slow = timed(fts5.ask, asked)
            line += f"  {told(slow)} {ratio(slow, port):6.1f}"
        print(line)


def ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(one) / statistics.median(other)


if __name__ == "__main__":
    main()
