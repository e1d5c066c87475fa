"""CPU time and queries of the public pages: `python -m benchmarks.pages --organisations 20000`.

Fills a database of its own with invented organisations, offers, needs and awards, then fetches
each page many times through Django's test client and prints CPU milliseconds and queries for a
request. The baseline of the same run is a page of the kit that says nothing and asks nothing of
the database: what is above it is what the directory costs.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SUBJECTS = """
    singing dance theatre music drawing pottery photography garden story film circus poetry
    older people young families carers dementia loneliness wellbeing confidence community
    weekly sessions workshops performance visits residency
"""
WORDS = SUBJECTS.split()
ROLES = ("cultural", "cultural", "cultural", "voluntary", "commissioner", "museum", "library")
AT_ONCE = 5_000
# One funder with many awards, as an arts council has; the others receive a few each.
AWARDS_OF_THE_LARGEST = 20_000


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def in_batches(model: Any, rows: Iterator[Any]) -> None:
    while batch := list(islice(rows, AT_ONCE)):
        model.objects.bulk_create(batch)


def fill(count: int) -> None:
    from django.db import transaction

    with transaction.atomic():
        _organisations(count)
        _offers_and_needs()
        _awards()


def _organisations(count: int) -> None:
    from counterpoint.apps.directory.models import (
        Identifier,
        Organisation,
        OrganisationConcept,
        OrganisationRole,
    )
    from counterpoint.apps.places.models import Place
    from counterpoint.apps.vocabulary.models import Concept

    chance = random.Random(1)
    places = list(Place.objects.filter(kind="district").values_list("pk", flat=True))
    kinds = ("activity", "art_form", "outcome")
    concepts = list(Concept.objects.filter(kind__in=kinds).values_list("pk", flat=True))
    in_batches(
        Organisation,
        (
            Organisation(
                slug=f"example-{number}",
                name=f"Example {chance.choice(WORDS)} {chance.choice(WORDS)} {number}",
                folded_name=f"example {number}",
                description=sentence(chance, 60),
                website=f"https://example.org/{number}",
                postcode="CT9 1HX",
                place_id=chance.choice(places) if places else None,
                stage="published",
                published_at=AT,
                created_at=AT,
                updated_at=AT,
                verified_at=AT if number % 3 == 0 else None,
                is_example=True,
            )
            for number in range(count)
        ),
    )
    pks = list(Organisation.objects.values_list("pk", flat=True))
    in_batches(
        OrganisationRole,
        (OrganisationRole(organisation_id=pk, role=chance.choice(ROLES)) for pk in pks),
    )
    in_batches(
        Identifier,
        (Identifier(organisation_id=pk, scheme="GB-CHC", value=str(pk)) for pk in pks),
    )
    in_batches(
        OrganisationConcept,
        (
            OrganisationConcept(organisation_id=pk, concept_id=concept, origin="accepted")
            for pk in pks
            for concept in (chance.sample(concepts, 3) if concepts else ())
        ),
    )


def _offers_and_needs() -> None:
    from counterpoint.apps.directory.models import Need, Offer, OfferConcept, Organisation
    from counterpoint.apps.vocabulary.models import Concept

    chance = random.Random(2)
    pks = list(Organisation.objects.values_list("pk", flat=True))
    stage = {"stage": "published", "published_at": AT, "created_at": AT, "updated_at": AT}
    in_batches(
        Offer,
        (
            Offer(
                reference=f"offer-{pk}-{number}",
                organisation_id=pk,
                title=sentence(chance, 5),
                description=sentence(chance, 80),
                **stage,
            )
            for pk in pks
            for number in range(pk % 3)
        ),
    )
    in_batches(
        Need,
        (
            Need(
                reference=f"need-{pk}",
                organisation_id=pk,
                title=sentence(chance, 5),
                statement=sentence(chance, 60),
                **stage,
            )
            for pk in pks[::7]
        ),
    )
    concepts = list(Concept.objects.filter(kind="activity").values_list("pk", flat=True))
    in_batches(
        OfferConcept,
        (
            OfferConcept(offer_id=pk, concept_id=concept, origin="accepted")
            for pk in Offer.objects.values_list("pk", flat=True)
            for concept in (chance.sample(concepts, 3) if concepts else ())
        ),
    )


def _awards() -> None:
    from counterpoint.apps.directory.models import Award, DataSource, Organisation, SourceFile

    chance = random.Random(3)
    source = DataSource.objects.create(name="Invented awards", publisher="Example Fund")
    file = SourceFile.objects.create(
        source=source, name="awards.csv", sha256="0" * 64, size_bytes=1, received_at=AT
    )
    pks = list(Organisation.objects.values_list("pk", flat=True))
    largest, others = pks[0], pks[1:50]

    def award(number: int, funder: int, recipient: int) -> Award:
        return Award(
            identifier=f"EX-{number}",
            identity=f"EX-{number}",
            source=source,
            source_file=file,
            funder_id=funder,
            recipient_id=recipient,
            title=sentence(chance, 6),
            amount=Decimal(chance.randrange(500, 90_000)),
            awarded_on=date(2010 + number % 16, 1 + number % 12, 15),
            content_hash=str(number),
        )

    in_batches(
        Award,
        (
            award(number, largest, pks[number % len(pks)])
            if number < AWARDS_OF_THE_LARGEST
            else award(number, chance.choice(others), chance.choice(pks))
            for number in range(AWARDS_OF_THE_LARGEST + len(pks))
        ),
    )


def addresses() -> dict[str, str]:
    from django.db.models import Count

    from counterpoint.apps.directory.models import Award, Offer, Organisation

    most = Organisation.objects.annotate(n=Count("offers")).order_by("-n", "pk")
    ordinary = most.filter(awards__isnull=False).first()
    largest = (
        Award.objects.values("funder__slug").annotate(n=Count("pk")).order_by("-n").first()
    )
    offer = (
        Offer.objects.filter(tags__isnull=False).order_by("pk").first()
        or Offer.objects.first()
    )
    assert ordinary is not None
    assert largest is not None
    assert offer is not None
    return {
        "baseline: a page that says nothing": "/about/",
        "organisations": "/organisations/",
        "organisations, page 400": "/organisations/?page=400",
        "organisations, by kind": "/organisations/?role=museum",
        "organisations, in a place": "/organisations/?place=Kent",
        "organisations, with offers": "/organisations/?offers=yes",
        "organisations, by name": "/organisations/?words=circus",
        "organisations, about dance": "/organisations/?about=dance",
        "organisations, latest change": "/organisations/?sort=changed",
        "organisation": f"/organisations/{ordinary.slug}/",
        "organisation, the largest funder": f"/organisations/{largest['funder__slug']}/",
        "offers": "/offers/",
        "offer": f"/offers/{offer.reference}/",
        "needs": "/needs/",
        "awards": "/awards/",
    }


def measure(fetch: Callable[[], Any], times: int) -> tuple[float, float, float]:
    """Least, median and 95th percentile of CPU milliseconds.

    The least is what the page costs; on a machine that others use, too, the rest is theirs.
    """
    for _ in range(5):
        fetch()
    spent = []
    for _ in range(times):
        start = time.process_time()
        fetch()
        spent.append((time.process_time() - start) * 1_000)
    return min(spent), statistics.median(spent), sorted(spent)[int(len(spent) * 0.95)]


def report(times: int) -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    titles = ("least ms", "median", "95th", "queries", "KB", "x base")
    print(f"{'page':36}" + "".join(f"{title:>9}" for title in titles))
    base = 0.0
    for name, address in addresses().items():

        def fetch(address: str = address) -> Any:
            return client.get(address)

        least, middle, high = measure(fetch, times)
        base = base or least
        with CaptureQueriesContext(connection) as asked:
            response = fetch()
        assert response.status_code == 200, (address, response.status_code)
        size = len(response.content) / 1_000
        print(
            f"{name:36}{least:9.2f}{middle:9.2f}{high:9.2f}{len(asked):9}{size:9.0f}"
            f"{least / base:9.1f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--organisations", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--home", type=Path, help="Keep the database here and use it again.")
    options = parser.parse_args()
    home = options.home or Path(tempfile.mkdtemp(prefix="counterpoint-pages-"))
    os.environ["COUNTERPOINT_HOME"] = str(home)
    os.environ.setdefault("COUNTERPOINT_LOG_LEVEL", "ERROR")
    os.environ.setdefault("COUNTERPOINT_HOSTS", "testserver")
    os.environ["DJANGO_SETTINGS_MODULE"] = "counterpoint.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("places", "load", verbosity=0)
    call_command("vocabulary", "load", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from counterpoint.apps.directory.models import Organisation

    if not Organisation.objects.exists():
        fill(options.organisations)
    print(f"{Organisation.objects.count()} organisations in {home}")
    report(options.times)


if __name__ == "__main__":
    main()
