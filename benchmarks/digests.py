"""Digests for many subscribers: `python -m benchmarks.digests --subscribers 20000`.

Fills a database of its own with subscribers of many interests and with new needs and offers, then
prints digests written down and mails composed per second of CPU, queries for each 1,000
recipients, and how much memory grew. The baseline is the composing of a mail that tells of
nothing: what a mail costs before its news.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LATER = AT + timedelta(days=40)
AT_ONCE = 5_000
NEWS = 40
WORDS = ("We run a choir.", "Dance for older people.", "Painting with young carers.", "")


def fill(count: int) -> None:
    from counterpoint.apps.updates.models import Choice, Subscriber
    from counterpoint.apps.vocabulary.models import Concept

    chance = random.Random(2026)
    codes = list(Concept.objects.filter(retired_at=None).values_list("code", flat=True))
    numbers = iter(range(count))
    while batch := list(islice(numbers, AT_ONCE)):
        made = Subscriber.objects.bulk_create(
            Subscriber(
                email=f"reader{number}@example.org",
                words=chance.choice(WORDS),
                consent_text="",
                consent_page="/updates/",
                asked_at=AT,
                confirmed_at=AT,
                told_at=AT,
            )
            for number in batch
        )
        Choice.objects.bulk_create(
            Choice(subscriber=one, what="concept", code=code)
            for one in made
            for code in chance.sample(codes, chance.randint(0, 3))
        )


def happen() -> None:
    from tests.factories import directory

    chance = random.Random(7)
    outcomes = ("loneliness", "confidence", "anxiety", "isolation", "skills")
    people = ("older people", "young people", "carers", "people with dementia")
    house, council = directory.organisation(), directory.organisation("Example Council")
    for number in range(NEWS // 2):
        words = f"{chance.choice(outcomes)} among {chance.choice(people)}"
        directory.need(council, title=f"Need {number}", statement=f"Reduce {words}.")
        directory.offer(
            house, title=f"Offer {number}", description=f"Singing against {words}."
        )


@contextmanager
def measured() -> Iterator[dict[str, float]]:
    from django.db import connection

    counted = {"queries": 0}

    def count(execute: Any, *rest: Any) -> Any:
        counted["queries"] += 1
        return execute(*rest)

    found: dict[str, float] = {}
    before, memory = time.process_time(), _memory_mb()
    with connection.execute_wrapper(count):
        yield found
    found["seconds"] = time.process_time() - before
    found["queries"] = counted["queries"]
    found["grown_mb"] = _memory_mb() - memory


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


def measure(count: int) -> None:
    from counterpoint.apps.matching.actions.indexing import bring_up_to_date
    from counterpoint.apps.updates.actions.gathering import gather
    from counterpoint.apps.updates.actions.preparing import prepare_digests
    from counterpoint.apps.updates.actions.sending import send_waiting

    bring_up_to_date(at=AT, clock=lambda: AT)
    gather()
    with measured() as preparing:
        written = prepare_digests(at=LATER)
    with measured() as sending:
        sent = send_waiting(clock=lambda: LATER)
    with measured() as baseline:
        _empty_mails(count)
    print(f"{count:,} subscribers, {NEWS} pieces of news")
    _line("weighed", count, preparing)
    print(f"  {written:,} digests written down")
    _line("composed and sent", sent, sending)
    _line("baseline: a mail without news", count, baseline)


def _empty_mails(count: int) -> None:
    from counterpoint.apps.updates.emails.composing import written
    from counterpoint.apps.updates.models import Subscriber

    for subscriber in Subscriber.objects.order_by("pk").iterator(chunk_size=500):
        written("Nothing", "digest", {"parts": []}, subscriber).message().as_bytes()


def _line(what: str, count: int, found: dict[str, float]) -> None:
    each = count / found["seconds"] if found["seconds"] else 0
    queries = 1_000 * found["queries"] / max(count, 1)
    print(
        f"  {what}: {each:,.0f} a CPU second, {queries:,.0f} queries for 1,000, "
        f"{found['grown_mb']:,.0f} MB more memory"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--subscribers", type=int, default=10_000)
    count = parser.parse_args().subscribers
    with tempfile.TemporaryDirectory(prefix="counterpoint-benchmark-") as home:
        os.environ |= {
            "COUNTERPOINT_HOME": home,
            "COUNTERPOINT_CONFIG": f"{home}/none.env",
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "counterpoint.config.settings",
        }
        import django
        from django.conf import settings

        django.setup()
        # Written out in full and thrown away: what a mail server adds is not ours.
        settings.EMAIL_BACKEND = "benchmarks.digests.Away"
        from counterpoint.config.preparation import RECORDS, prepare

        for doing in prepare(RECORDS):
            print(doing)
        fill(count)
        happen()
        measure(count)


class Away:
    def __init__(self, **_options: Any) -> None: ...

    def send_messages(self, mails: list[Any]) -> int:
        return sum(1 for mail in mails if mail.message().as_bytes())

    def close(self) -> None: ...


if __name__ == "__main__":
    main()
