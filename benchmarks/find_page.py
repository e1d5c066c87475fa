"""Server time of an explained result page: `python -m benchmarks.find_page --records 1000000`.

Fills a database and an index of its own with invented records whose words and terms are drawn from
the real vocabulary, then fetches /find/ with real questions through Django's test client: twenty
results with reasons, facets with counts, map. Wall time and CPU time a page, warm.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SHARES = {"offer": 0.2, "need": 0.05, "organisation": 0.1, "award": 0.65}
TEMPLATES = 4_000  # texts with their terms, each used for many records
AT_ONCE = 5_000
QUESTIONS = (
    "reduce loneliness among over-65s living alone in Thanet",
    "falls prevention for frail older adults in Gloucestershire, strength and balance",
    "emotional wellbeing of young people on the CAMHS waiting list",
    "support for unpaid carers in Leeds",
    "cognitive stimulation for people with dementia in care homes",
    "pulmonary rehabilitation, COPD, Kent",
    "route to work for young people not in education, employment or training",
    "perinatal mental health in Manchester",
)
OFFERS = (
    "a weekly choir where people make friends",
    "dance for people with Parkinson's and their partners in Bristol",
    "clay and coffee for carers",
    "beats and lyrics for teenagers in Birmingham",
)


def start(home: Path) -> None:
    os.environ["COUNTERPOINT_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "counterpoint.config.settings")
    import django

    django.setup()
    from django.conf import settings

    from counterpoint.config.preparation import PAGES, RECORDS, prepare

    settings.ALLOWED_HOSTS = ["*"]
    for doing in prepare(RECORDS + PAGES):
        print(f"{doing} …", flush=True)


class World:
    """Invented records in the database, and documents of the same for the index."""

    def __init__(self, size: int) -> None:
        from counterpoint.apps.matching.queries.documents.making import Maker
        from counterpoint.apps.places.models import Place

        self.size = size
        self._chance = random.Random(5)
        self._maker = Maker()
        self._districts = list(Place.objects.filter(kind="district", valid_to=None))
        concepts = list(self._maker.meaning.vocabulary)
        self._templates = [self._template(concepts) for _ in range(TEMPLATES)]

    def _template(self, concepts: list[Any]) -> tuple[str, str]:
        said = self._chance.sample(concepts, 4)
        words = [
            self._chance.choice(concept.labels).text for concept in said if concept.labels
        ]
        title = " and ".join(words[:2]).capitalize()[:120]
        return title, f"We offer {', '.join(words)} every week, open to all who like to come."

    def numbers(self) -> Iterator[tuple[str, int]]:
        for kind, share in SHARES.items():
            yield from ((kind, number) for number in range(1, int(self.size * share) + 1))

    def fill(self) -> None:
        from counterpoint.apps.directory.models import (
            Award,
            DataSource,
            Need,
            Offer,
            Organisation,
            SourceFile,
        )

        source = DataSource.objects.create(name="Example awards", publisher="Example Fund")
        file = SourceFile.objects.create(
            source=source, name="x.csv", sha256="0", size_bytes=1, received_at=AT
        )
        stamps = {"created_at": AT, "updated_at": AT, "published_at": AT, "stage": "published"}

        def record(kind: str, number: int) -> Any:
            title, text = self._templates[number % TEMPLATES]
            place = self._districts[number % len(self._districts)]
            if kind == "organisation":
                name = f"Example {title} {number}"[:250]
                return Organisation(
                    pk=number,
                    slug=f"example-{number}",
                    name=name,
                    folded_name=name.lower(),
                    description=text,
                    place=place,
                    **stamps,
                )
            if kind == "award":
                return Award(
                    pk=number,
                    identifier=str(number),
                    identity=str(number),
                    source=source,
                    source_file=file,
                    funder_id=1,
                    title=title,
                    description=text,
                    amount=1000,
                    awarded_on=date(2024, 4, 1),
                    place=place,
                    content_hash=str(number),
                )
            model, words = (Offer, "description") if kind == "offer" else (Need, "statement")
            return model(
                pk=number,
                reference=f"{kind[0]}{number}",
                title=title,
                place=place,
                **{words: text},
                **stamps,
            )

        models = {"offer": Offer, "need": Need, "organisation": Organisation, "award": Award}
        for kind in ("organisation", "offer", "need", "award"):
            own = (record(kind, number) for one, number in self.numbers() if one == kind)
            while together := list(islice(own, AT_ONCE)):
                models[kind].objects.bulk_create(together)

    def documents(self) -> Iterator[Any]:
        """The documents of the product's own maker; texts that are equal are read once."""
        from dataclasses import replace

        from counterpoint.apps.matching.queries.documents import key
        from counterpoint.apps.matching.queries.documents.stored import Facts
        from counterpoint.domain.matching.statement import Side

        made: dict[tuple[str, int, int], Any] = {}
        for kind, number in self.numbers():
            which, where = number % TEMPLATES, number % len(self._districts)
            known = made.get((kind, which, where % 3))
            if known is None:
                title, text = self._templates[which]
                terms = self._maker.terms(self._maker.read(f"{title}\n{text}"))
                known = made[kind, which, where % 3] = self._maker.document(
                    Facts(
                        kind=kind,
                        number=number,
                        side=Side.NEED if kind == "need" else Side.OFFER,
                        title=title,
                        text=text,
                        terms=terms,
                        places=((self._districts[where].code, None, None),),
                        has_safeguarding=False if kind == "offer" else None,
                        updated_on=AT.date(),
                        source="Example awards" if kind == "award" else "",
                        year=2024,
                    )
                )
            yield replace(known, key=key(kind, number))


def measure(addresses: list[str], rounds: int) -> None:
    from django.test import Client

    client = Client()
    for address in addresses:
        client.get(address)
    walls, cpus, sizes = [], [], []
    for _ in range(rounds):
        for address in addresses:
            wall, cpu = time.perf_counter(), time.process_time()
            response = client.get(address)
            walls.append((time.perf_counter() - wall) * 1000)
            cpus.append((time.process_time() - cpu) * 1000)
            assert response.status_code == 200
            sizes.append(len(response.content))
    for name, taken in (("server time", walls), ("CPU time", cpus)):
        print(
            f"{name}: median {statistics.median(taken):.0f} ms, "
            f"95th percentile {statistics.quantiles(taken, n=20)[-1]:.0f} ms "
            f"({len(taken)} pages of {statistics.mean(sizes) / 1000:.0f} kB)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--home", type=Path, help="keep the database in this folder")
    chosen = parser.parse_args()
    start(chosen.home or Path(tempfile.mkdtemp()))
    from urllib.parse import urlencode

    from counterpoint.apps.directory.models import Award
    from counterpoint.apps.matching.queries.knowledge import engine, meaning, vocabulary_mark
    from counterpoint.domain.matching.understanding import teaching

    world = World(chosen.records)
    if not Award.objects.exists():
        begun = time.perf_counter()
        world.fill()
        print(f"{chosen.records:,} records written in {time.perf_counter() - begun:.0f} s")
    if not engine().health(vocabulary=vocabulary_mark()).can_answer:
        begun = time.perf_counter()
        engine().rebuild(
            world.documents(),
            vocabulary=vocabulary_mark(),
            position="",
            teaching=teaching(meaning()),
        )
        print(f"indexed in {time.perf_counter() - begun:.0f} s")
    asked = [("need", text) for text in QUESTIONS] + [("offer", text) for text in OFFERS]
    measure(
        [f"/find/?{urlencode({'as': side, 'q': text})}" for side, text in asked], chosen.rounds
    )


if __name__ == "__main__":
    main()
