"""How fast files go in, and in how much memory: `python -m benchmarks.imports --rows 100000`.

Writes grants in the form of the 360Giving standard, as CSV and as JSON, imports each into a fresh
database in a process of its own, and prints rows for each CPU second and peak memory. Baselines
in the same run: reading the file with Python's own modules, and Django's get_or_create a row.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORDS = [
    "singing",
    "dance",
    "theatre",
    "music",
    "drawing",
    "pottery",
    "photography",
    "garden",
    "story",
    "film",
    "circus",
    "poetry",
    "older",
    "people",
    "young",
    "families",
    "carers",
    "dementia",
    "loneliness",
    "wellbeing",
    "confidence",
    "community",
    "weekly",
    "sessions",
    "workshops",
    "performance",
    "visits",
    "residency",
]
AREAS = (
    "CT9",
    "M1",
    "LS1",
    "B1",
    "BS1",
    "NE1",
    "NR1",
    "PL1",
    "EX4",
    "S1",
    "L1",
    "CF10",
    "EH1",
)
# As in the files of one large funder: 4,116 grants to 3,627 recipients is the sparsest seen; over
# many years and funders recipients come back.
GRANTS_A_RECIPIENT = 3
TITLES = (
    "Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date",
    "Recipient Org:Identifier", "Recipient Org:Name", "Recipient Org:Charity Number",
    "Recipient Org:Postal Code", "Funding Org:Identifier", "Funding Org:Name",
    "Grant Programme:Title", "Beneficiary Location:Name",
)  # fmt: skip


def recipient_name(number: int) -> str:
    """A name of its own for each, in words as charities use them."""
    words = [WORDS[number // len(WORDS) ** place % len(WORDS)] for place in range(4)]
    return " ".join([*words, "group"]).capitalize()


def grants(count: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(360)
    recipients = max(1, count // GRANTS_A_RECIPIENT)
    for number in range(count):
        recipient = chance.randrange(recipients)
        charity = str(200000 + recipient)
        yield {
            "id": f"360G-example-{number:07d}",
            "title": f"{chance.choice(WORDS)} for {chance.choice(WORDS)}".capitalize(),
            "description": " ".join(chance.choices(WORDS, k=25)).capitalize(),
            "currency": "GBP",
            "amountAwarded": chance.randrange(500, 90_000),
            "awardDate": f"20{chance.randrange(10, 25)}-{chance.randrange(1, 13):02d}-15",
            "recipientOrganization": [
                {
                    "id": f"GB-CHC-{charity}",
                    "name": recipient_name(recipient),
                    "charityNumber": charity,
                    "postalCode": f"{AREAS[recipient % len(AREAS)]} 1AA",
                }
            ],
            "fundingOrganization": [{"id": "GB-CHC-1156077", "name": "Example funder"}],
            "grantProgramme": [{"title": "Example programme"}],
            "beneficiaryLocation": [{"name": "Thanet"}],
        }


def flat(grant: dict[str, Any]) -> tuple[Any, ...]:
    to, by = grant["recipientOrganization"][0], grant["fundingOrganization"][0]
    return (
        *(
            grant[name]
            for name in (
                "id",
                "title",
                "description",
                "currency",
                "amountAwarded",
                "awardDate",
            )
        ),
        *(to["id"], to["name"], to["charityNumber"], to["postalCode"], by["id"], by["name"]),
        grant["grantProgramme"][0]["title"],
        grant["beneficiaryLocation"][0]["name"],
    )


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(TITLES)
        writer.writerows(flat(grant) for grant in grants(count))


def write_json(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('{"grants": [')
        for number, grant in enumerate(grants(count)):
            file.write((",\n" if number else "") + json.dumps(grant))
        file.write("]}")


# Run in a process of its own, so that CPU and memory are its own.
MEASURED = """
import json, os, resource, sys, time
begun = time.process_time()
os.environ["DJANGO_SETTINGS_MODULE"] = "counterpoint.config.settings"
import django
django.setup()
from pathlib import Path
from django.utils import timezone
from counterpoint.apps.imports.actions.running import run_to_end, start
ready = time.process_time()
run = start(path=Path(sys.argv[1]), by=None, at=timezone.now())
run_to_end(run=run, clock=timezone.now)
done = time.process_time()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
if sys.platform == "darwin":
    memory /= 1024
print(json.dumps({"stage": run.stage, "counts": run.counts, "trouble": run.trouble,
                  "cpu": done - ready, "start": ready - begun, "memory": memory}))
"""


def measured(path: Path, home: Path) -> dict[str, Any]:
    environment = {**os.environ, "COUNTERPOINT_HOME": str(home)}
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if told.returncode:
        raise SystemExit(told.stderr)
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return found


def prepare(home: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "counterpoint", "prepare"],
        env={**os.environ, "COUNTERPOINT_HOME": str(home)}, check=True, capture_output=True,
    )  # fmt: skip


def reading_alone(path: Path) -> float:
    """Rows a CPU second through csv or json and nothing else."""
    begun = time.process_time()
    with path.open(encoding="utf-8", newline="") as file:
        rows = (
            len(json.load(file)["grants"])
            if path.suffix == ".json"
            else sum(1 for _ in csv.reader(file))
        )
    return rows / (time.process_time() - begun)


ROW_BY_ROW = """
import json, os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "counterpoint.config.settings"
import django
django.setup()
from django.db import transaction
from django.utils import timezone
from counterpoint.apps.directory.models import Award, DataSource, Identifier, Organisation, SourceFile
from benchmarks.imports import grants
at = timezone.now()
source = DataSource.objects.create(name="Baseline", publisher="Baseline")
file = SourceFile.objects.create(source=source, name="b", sha256="b", size_bytes=1, received_at=at)
count = int(sys.argv[1])

def organisation(said):
    scheme, value = said["id"].rsplit("-", 1)
    known = Identifier.objects.filter(scheme=scheme, value=value).first()
    if known:
        return known.organisation
    made, _new = Organisation.objects.get_or_create(
        slug=f"b-{value}", defaults={"name": said["name"], "folded_name": said["name"].lower(),
        "created_at": at, "updated_at": at})
    Identifier.objects.get_or_create(scheme=scheme, value=value, defaults={"organisation": made})
    return made

begun = time.process_time()
with transaction.atomic():
    for grant in grants(count):
        Award.objects.get_or_create(source=source, identity=grant["id"], defaults={
            "identifier": grant["id"], "funder": organisation(grant["fundingOrganization"][0]),
            "recipient": organisation(grant["recipientOrganization"][0]), "title": grant["title"],
            "description": grant["description"], "amount": grant["amountAwarded"],
            "awarded_on": grant["awardDate"], "source_file": file, "content_hash": ""})
print(count / (time.process_time() - begun))
"""


def row_by_row(home: Path, count: int) -> float:
    told = subprocess.run(
        [sys.executable, "-c", ROW_BY_ROW, str(count)],
        env={**os.environ, "COUNTERPOINT_HOME": str(home)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if told.returncode:
        raise SystemExit(told.stderr)
    return float(told.stdout.splitlines()[-1])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument(
        "--sample", type=int, default=2_000, help="Rows of the row-by-row baseline."
    )
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="counterpoint-imports-") as folder:
        compare(Path(folder), wanted.rows, wanted.sample)


def compare(folder: Path, rows: int, sample: int) -> None:
    baseline_home = folder / "baseline"
    prepare(baseline_home)
    slow = row_by_row(baseline_home, sample)
    say(f"get_or_create a row ({sample:,} rows): {slow:,.0f} rows a CPU second")
    for suffix, write in ((".csv", write_csv), (".json", write_json)):
        path, home = folder / f"grants{suffix}", folder / f"home{suffix}"
        write(path, rows)
        prepare(home)
        alone = reading_alone(path) if rows <= 200_000 else 0.0
        for time_round in ("first", "again"):
            found = measured(path, home)
            speed = rows / found["cpu"]
            say(
                f"{suffix[1:]:4} {time_round}: {speed:,.0f} rows a CPU second, {found['memory']:.0f} MB, "
                f"{speed / slow:.1f} times row by row"
                + (f", {speed / alone:.1%} of reading alone" if alone else "")
                + f"  {found['counts']}{found['trouble']}"
            )
        path.unlink()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
