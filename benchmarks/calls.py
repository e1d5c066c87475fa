"""Calls under load: `python -m benchmarks.calls --applications 500 --at-once 20`.

Two things are measured, each in a database of its own. First many applicants send at once in the last
minute before the deadline: how many arrive, how many are lost (there must be none), milliseconds each
beside sending one after the other. Then the assessment of many applications: queries and milliseconds
of the list of scores, beside reading the same rows without any scoring.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from queue import Empty, Queue
from typing import Any

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CLOSES = AT + timedelta(days=20)


def drafts(count: int) -> tuple[Any, list[int]]:
    """A call and as many applications to it that only wait to be sent."""
    from counterpoint.apps.commissioning.models import Answer, Application, Bid
    from counterpoint.apps.directory.models import Membership, Organisation
    from tests.factories import accounts, calls

    made = calls.call(at=AT, closes_at=CLOSES)
    person = accounts.person()
    mine = f"applicant-of-{count}-"
    Organisation.objects.bulk_create(
        Organisation(name=f"Example {n}", slug=f"{mine}{n}", created_at=AT, updated_at=AT)
        for n in range(count)
    )
    who = list(Organisation.objects.filter(slug__startswith=mine).order_by("pk"))
    Membership.objects.bulk_create(
        Membership(organisation=one, person=person, role="editor", since_at=AT) for one in who
    )
    Application.objects.bulk_create(
        Application(call=made, organisation=one, created_at=AT, updated_at=AT) for one in who
    )
    begun = list(Application.objects.filter(call=made).order_by("pk"))
    lot, question = made.lots.get(), made.questions.get()
    Bid.objects.bulk_create(Bid(application=one, lot=lot, price=500) for one in begun)
    Answer.objects.bulk_create(
        Answer(
            application=one,
            question=question,
            value="We sing together.",
            updated_at=AT,
            updated_by=person,
        )
        for one in begun
    )
    return made, [one.pk for one in begun]


def send(pk: int, at: datetime) -> None:
    from counterpoint.apps.accounts.models import Person
    from counterpoint.apps.commissioning.actions import applying
    from counterpoint.apps.commissioning.models import Application

    application = Application.objects.get(pk=pk)
    person = Person.objects.get(memberships__organisation=application.organisation_id)
    applying.submit(application=application, by=person, at=at)


def all_at_once(numbers: list[int], workers: int) -> tuple[float, list[str]]:
    """Seconds in all, and what went wrong."""
    from django.db import connection

    waiting: Queue[int] = Queue()
    troubles: list[str] = []
    for number in numbers:
        waiting.put(number)

    def work() -> None:
        while True:
            try:
                number = waiting.get_nowait()
            except Empty:
                break
            try:
                send(number, CLOSES - timedelta(seconds=30))
            except Exception as trouble:
                troubles.append(f"{number}: {trouble!r}")
        connection.close()

    began = time.perf_counter()
    threads = [threading.Thread(target=work) for _n in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began, troubles


def last_minute(count: int, workers: int) -> int:
    from counterpoint.apps.commissioning.models import Submission

    made, numbers = drafts(count)
    alone, rest = numbers[: count // 10], numbers[count // 10 :]
    began = time.perf_counter()
    for number in alone:
        send(number, CLOSES - timedelta(minutes=1))
    each = (time.perf_counter() - began) / len(alone)
    seconds, troubles = all_at_once(rest, workers)
    arrived = Submission.objects.filter(application__call=made).count()
    lost = count - arrived
    print(f"sent {count}, arrived {arrived}, lost {lost}, troubles {len(troubles)}")
    for trouble in troubles[:5]:
        print("  ", trouble)
    print(f"one after the other: {each * 1000:.1f} ms each (baseline)")
    together = seconds / len(rest)
    print(f"{workers} at once: {together * 1000:.1f} ms each, {together / each:.2f} times it")
    return lost


def assessing(count: int) -> int:
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    from counterpoint.apps.commissioning.models import Reading, Score, Submission
    from counterpoint.apps.commissioning.presenters.deciding import score_rows
    from counterpoint.apps.commissioning.queries.ranking import round_of
    from tests.factories import accounts

    made, numbers = drafts(count)
    Submission.objects.bulk_create(
        Submission(
            application_id=pk, number=1, at=AT, sha256="0" * 64, content={"answers": []}
        )
        for pk in numbers
    )
    made.applications.update(state="submitted", submitted_at=AT)
    seats = [
        made.seats.create(person=accounts.person(), role="assessor", at=AT, declared_at=AT)
        for _n in range(6)
    ]
    Reading.objects.bulk_create(
        Reading(application_id=pk, seat=seats[(n + m) % 6], updated_at=AT, finished_at=AT)
        for n, pk in enumerate(numbers)
        for m in (0, 1 + n % 5)
    )
    criteria = list(made.criteria.all())
    Score.objects.bulk_create(
        (
            Score(reading=one, criterion=criterion, points=(one.pk + n) % 6)
            for one in Reading.objects.filter(seat__call=made)
            for n, criterion in enumerate(criteria)
        ),
        batch_size=5_000,
    )
    began = time.process_time()
    plain = list(Score.objects.filter(reading__seat__call=made).values_list())
    baseline = time.process_time() - began
    reset_queries()
    with CaptureQueriesContext(connection) as queries:
        began = time.process_time()
        rows = score_rows(round_of(made))
        seconds = time.process_time() - began
    print(f"{len(rows)} applications, {len(plain)} scores: {len(queries)} queries")
    print(f"reading the scores alone: {baseline * 1000:.0f} CPU ms (baseline)")
    print(
        f"ranked, spread and calibrated: {seconds * 1000:.0f} CPU ms, {seconds / baseline:.1f} times it"
    )
    return len(queries) >= 10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--applications", type=int, default=500)
    parser.add_argument("--at-once", type=int, default=20)
    parser.add_argument("--assessed", type=int, default=5_000)
    options = parser.parse_args()
    failed = 0
    for run in (
        lambda: last_minute(options.applications, options.at_once),
        lambda: assessing(options.assessed),
    ):
        failed += bool(run())
    return 1 if failed else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERPOINT_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "counterpoint.config.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        raise SystemExit(main())
