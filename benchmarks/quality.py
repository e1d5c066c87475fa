"""How good matching is: `python -m benchmarks.quality [--part develop|held_out|both] [--show]`.

Imports the labelled set of `benchmarks/labelled/` with the product's own import into a database of
its own, asks every judged question in both directions the way the command line does, and prints
recall@5, false friends in the first five, and the same for BM25 alone. Where the MED collection
(Glasgow IR test collections) lies in `../shared`, the fused engine's nDCG@10 on it follows.
Weights and rules are tuned on the part `develop`; the figure that counts is that of `held_out`.
"""

from __future__ import annotations

import argparse
import csv
import math
import os
import re
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

LABELLED = Path(__file__).parent / "labelled"
MED = Path(__file__).parents[2] / "shared" / "data" / "evidence" / "ir" / "med"
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CLEARLY = 2
FIRST = 5
FALSE_FRIEND = "FF-"
DIRECTIONS = {"need": "need->offer", "offer": "offer->need"}

Ranker = Callable[[str, str, str], list[str]]


def rows(name: str) -> list[dict[str, str]]:
    with (LABELLED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def start(home: Path) -> None:
    """The product in a folder of its own, with the labelled records imported and indexed."""
    os.environ["COUNTERPOINT_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "counterpoint.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from counterpoint.apps.matching.actions import indexing
    from counterpoint.config.preparation import RECORDS, prepare

    for doing in prepare(RECORDS):
        print(f"{doing} …", flush=True)
    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for kind in ("offers", "needs"):
            path = str(LABELLED / f"{kind}.csv")
            call_command("import", path, kind=kind, stdout=quiet, stderr=quiet)
    indexing.rebuild(at=AT, clock=lambda: AT)


def ours(side: str, text: str, place: str) -> list[str]:
    from counterpoint.apps.matching.queries.finding import find
    from counterpoint.apps.matching.queries.questions import KINDS_FOR, Question
    from counterpoint.domain.matching.statement import Side

    kind = KINDS_FOR[Side(side)][0]
    question = Question(side=Side(side), text=text, place_words=place, kind=kind)
    answer = find(question, AT.date())
    return identifiers(match.candidate.key for match in answer.ranked[:20])


def bm25_alone(side: str, text: str, place: str) -> list[str]:
    from counterpoint.apps.matching.queries.knowledge import engine
    from counterpoint.domain.matching.engine import SearchQuery
    from counterpoint.integrations.engines.fused import FusedEngine

    asked = engine()
    assert isinstance(asked, FusedEngine)
    store = asked._reading().store
    kind = {"need": "offer", "offer": "need"}[side]
    query = SearchQuery(text=f"{text} {place}", filters={"kind": (kind,)})
    ranked = store.by_words(query, 20)
    return identifiers(kept.key for kept in store.fetch(ranked.handles))


def identifiers(keys: Iterator[str] | Sequence[str]) -> list[str]:
    from counterpoint.apps.directory.models import Need, Offer
    from counterpoint.apps.matching.queries.documents import parts_of

    models = {"offer": Offer, "need": Need}
    found = [parts_of(key) for key in keys]
    return [models[kind].objects.get(pk=number).external_id for kind, number in found]


class Judged:
    """Who is right for whom, and in which part."""

    def __init__(self) -> None:
        self.targets: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self.part: dict[tuple[str, str], str] = {}
        for pair in rows("pairs.csv"):
            key = pair["direction"], pair["query_id"]
            self.targets[key][pair["target_id"]] = int(pair["grade"])
            self.part[key] = pair["part"]

    def queries(self, direction: str, part: str) -> list[str]:
        return [
            query
            for (way, query), own in self.part.items()
            if way == direction and part in (own, "both")
        ]

    def recall(self, direction: str, query: str, ranked: list[str]) -> float | None:
        targets = self.targets[direction, query]
        clear = {target for target, grade in targets.items() if grade == CLEARLY}
        return len(clear & set(ranked[:FIRST])) / min(FIRST, len(clear)) if clear else None


def texts() -> dict[str, dict[str, tuple[str, str]]]:
    return {
        "need": {row["id"]: (row["need"], row["place"]) for row in rows("needs.csv")},
        "offer": {
            row["id"]: (f"{row['title']}\n{row['description']}", row["place"])
            for row in rows("offers.csv")
        },
    }


def measure(name: str, rank: Ranker, judged: Judged, part: str, *, show: bool) -> None:
    asked = texts()
    for side, direction in DIRECTIONS.items():
        recalls, friends = [], 0
        queries = judged.queries(direction, part)
        for query in queries:
            ranked = rank(side, *asked[side][query])
            recall = judged.recall(direction, query, ranked)
            friends += any(one.startswith(FALSE_FRIEND) for one in ranked[:FIRST])
            if recall is not None:
                recalls.append(recall)
            if show and recall is not None and recall < 1:
                told(side, query, ranked, asked, judged.targets[direction, query])
        print(
            f"{name:12} {direction:12} {part:9} recall@5 {statistics.mean(recalls):.3f}  "
            f"false friends in the top 5 of {friends} of {len(queries)} queries"
        )


def told(
    side: str,
    query: str,
    ranked: list[str],
    asked: Mapping[str, Mapping[str, tuple[str, str]]],
    targets: Mapping[str, int],
) -> None:
    other = {"need": "offer", "offer": "need"}[side]
    print(f"\n{query} {asked[side][query]}")
    for target, grade in targets.items():
        if grade == CLEARLY:
            rank = ranked.index(target) + 1 if target in ranked else ">20"
            print(f"   wanted {target} at {rank}: {asked[other][target]}")
    for one in ranked[:FIRST]:
        print(f"   got    {one} ({targets.get(one, 0)}): {asked[other][one][0][:150]!r}")


def measure_refusals(*, show: bool) -> None:
    from counterpoint.apps.vocabulary.queries import lexicon

    asked = texts()
    groups = {
        "FF- needs": [asked["need"][key][0] for key in asked["need"] if FALSE_FRIEND in key],
        "FF- offers": [
            asked["offer"][key][0] for key in asked["offer"] if FALSE_FRIEND in key
        ],
        "outside": [row["text"] for row in rows("false_friends.csv")],
    }
    real = [
        text
        for side in asked.values()
        for key, (text, _) in side.items()
        if FALSE_FRIEND not in key
    ]
    read = lexicon().read
    for name, group in groups.items():
        noticed = [bool(read(text).refusals) for text in group]
        refused = [read(text).is_refused for text in group]
        print(
            f"{name:12} refused {sum(refused)}, refused or asked {sum(noticed)} of {len(group)}"
        )
        if show:
            missed = [
                text for text, is_seen in zip(group, noticed, strict=True) if not is_seen
            ]
            print(*(f"   missed: {text}" for text in missed), sep="\n")
    wrongly = [text for text in real if read(text).is_refused]
    print(f"{'real texts':12} wrongly refused {len(wrongly)} of {len(real)}")
    if show:
        print(*(f"   refused: {text}" for text in wrongly), sep="\n")


# MED --------------------------------------------------------------------------------------


def numbered(name: str) -> dict[int, str]:
    text = (MED / name).read_text(encoding="utf-8", errors="replace")
    parts = re.split(r"^\.I ", text, flags=re.MULTILINE)[1:]
    split = (part.partition("\n") for part in parts)
    return {int(number): body.replace(".W\n", "", 1) for number, _, body in split}


def measure_med(folder: Path) -> None:
    from counterpoint.domain.matching.engine import SearchDocument, SearchQuery
    from counterpoint.integrations.engines.fused import FusedEngine
    from counterpoint.integrations.engines.tantivy_store import TantivyStore

    relevant: dict[int, set[int]] = defaultdict(set)
    for line in (MED / "MED.REL").read_text(encoding="utf-8").splitlines():
        if line.strip():
            query, _, document, _ = map(int, line.split())
            relevant[query].add(document)
    engine = FusedEngine(folder / "med", TantivyStore())
    documents = (SearchDocument(str(n), "", text) for n, text in numbered("MED.ALL").items())
    engine.rebuild(documents, vocabulary="", position="")
    store = engine._reading().store
    fused, alone = [], []
    for number, text in numbered("MED.QRY").items():
        query = SearchQuery(text=text)
        fused.append(
            ndcg([int(hit.key) for hit in engine.search(query).hits], relevant[number])
        )
        ranked = store.fetch(store.by_words(query, 200).handles)
        alone.append(ndcg([int(kept.key) for kept in ranked], relevant[number]))
    print(
        f"MED nDCG@10: fused {statistics.mean(fused):.4f}, BM25 alone {statistics.mean(alone):.4f}"
    )


def ndcg(ranked: list[int], relevant: set[int], first: int = 10) -> float:
    gained = sum(
        1 / math.log2(place + 2) for place, one in enumerate(ranked[:first]) if one in relevant
    )
    return gained / sum(1 / math.log2(place + 2) for place in range(min(first, len(relevant))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--part", choices=["develop", "held_out", "both"], default="both")
    parser.add_argument("--show", action="store_true", help="print what was missed")
    parser.add_argument("--home", type=Path, help="keep the database in this folder")
    chosen = parser.parse_args()
    home = chosen.home or Path(tempfile.mkdtemp())
    start(home)
    judged = Judged()
    begun = time.perf_counter()
    for part in ("develop", "held_out") if chosen.part == "both" else (chosen.part,):
        measure("Counterpoint", ours, judged, part, show=chosen.show)
    print(f"{time.perf_counter() - begun:.0f} s for our answers")
    for part in ("develop", "held_out") if chosen.part == "both" else (chosen.part,):
        measure("BM25 alone", bm25_alone, judged, part, show=False)
    measure_refusals(show=chosen.show and chosen.part == "develop")
    if MED.exists():
        measure_med(home)


if __name__ == "__main__":
    main()
