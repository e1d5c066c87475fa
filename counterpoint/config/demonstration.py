"""The demonstration: real organisations and awards, the worked example, and invented examples.

Everything goes in through the same actions that people use, so the demonstration is also a test of
them. Loading it again changes nothing.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from counterpoint.apps.directory.actions import lives, needs, organisations, terms
from counterpoint.apps.directory.models import (
    DataSource,
    Need,
    Offer,
    Organisation,
    Provenance,
    SourceFile,
    Succession,
)
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.queries.naming import namesakes
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.evidence.actions import first_content
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions import running
from counterpoint.apps.imports.models import ImportRun
from counterpoint.config.demonstration_agreements import load_agreements
from counterpoint.config.demonstration_calls import load_calls
from counterpoint.config.demonstration_programmes import load_programmes
from counterpoint.integrations.files.opening import fingerprint

FOLDER = Path(__file__).resolve().parents[1] / "sources" / "demonstration"
Clock = Callable[[], datetime]


class DemonstrationFailed(RuntimeError):
    """A file of our own was refused: a fault of ours, told whole."""


def load(clock: Clock) -> Iterator[str]:
    """Yields what is being done, before it is done."""
    listed = yaml.safe_load((FOLDER / "SOURCES.yaml").read_text(encoding="utf-8"))["files"]
    for source in listed:
        yield f"Importing {source['name']}"
        run = _import(source, clock)
        if source.get("is_example"):
            _mark_as_examples(run, clock())
    yield "Adding the worked example"
    _add_worked_example(clock())
    load_programmes(FOLDER / "programmes.yaml", clock())
    yield "Adding calls"
    yield from load_calls(FOLDER / "calls.yaml", clock())
    load_agreements(clock())
    yield "Adding the first studies"
    first_content.load(at=clock())


def is_empty() -> bool:
    return not Organisation.objects.exists()


def _import(source: dict[str, Any], clock: Clock) -> ImportRun:
    options = {
        "kind": source["kind"],
        "publisher": source["publisher"],
        "source": source["name"],
        "licence": source["licence"],
        "url": source["url"],
    }
    path = FOLDER / source["file"]
    run = running.start(path=path, options=options, by=None, at=clock())
    running.run_to_end(run=run, clock=clock)
    if run.trouble:
        raise DemonstrationFailed(f"{source['file']}: {run.trouble}")
    return run


@transaction.atomic
def _mark_as_examples(run: ImportRun, at: datetime) -> None:
    for model, record_type in (
        (Organisation, "organisation"),
        (Offer, "offer"),
        (Need, "need"),
    ):
        made = model._default_manager.filter(import_run_id=run.pk, is_example=False)
        ids = list(made.values_list("pk", flat=True))
        made.update(is_example=True)
        changes.note(record_type, ids, at=at)


@transaction.atomic
def _add_worked_example(at: datetime) -> None:
    path = FOLDER / "worked_example.yaml"
    example = yaml.safe_load(path.read_text(encoding="utf-8"))
    file = _source_file(example, path, at)
    known: dict[str, Organisation] = {}
    for row in example["organisations"]:
        known[row["name"]] = _organisation(row, at)
        _keep_source("organisation", known[row["name"]], "description", row, file, at)
    for row in example["successions"]:
        _succession(row, known, at)
    for row in example["needs"]:
        _need(row, known, file, at)


def _source_file(example: dict[str, Any], path: Path, at: datetime) -> SourceFile:
    source, _is_new = DataSource.objects.get_or_create(
        name=example["title"],
        defaults={"publisher": "Counterpoint", "licence": example["licence"]},
    )
    file, _is_new = SourceFile.objects.get_or_create(
        source=source,
        sha256=fingerprint(path),
        defaults={"name": path.name, "size_bytes": path.stat().st_size, "received_at": at},
    )
    return file


def _keep_source(
    record_type: str,
    record: Organisation | Need,
    field: str,
    row: dict[str, Any],
    file: SourceFile,
    at: datetime,
) -> None:
    """The page that the fact stands on is kept where a workbook's sheet would be."""
    Provenance.objects.get_or_create(
        record_type=record_type,
        record_id=record.pk,
        source_file=file,
        sheet=row["source"],
        defaults={"fields": [field], "at": at},
    )


def _organisation(row: dict[str, Any], at: datetime) -> Organisation:
    found = namesakes(row["name"])
    description = row["description"]
    if found:
        return _described(found[0], description, at)
    where = placed(row["place"])
    made = organisations.create_organisation(
        details={
            "name": row["name"],
            "description": description,
            "place": where.place,
            "opened_on": row.get("opened_on"),
        },
        roles=row["roles"],
        by=None,
        at=at,
    )
    _accept_all_terms(made, at)
    organisations.publish_organisation(organisation=made, by=None, at=at)
    if row.get("closed_on"):
        lives.close_organisation(organisation=made, on=row["closed_on"], by=None, at=at)
    return made


def _described(organisation: Organisation, description: str, at: datetime) -> Organisation:
    """An organisation that open data brought already keeps what it has and gains the facts."""
    if description not in organisation.description:
        held = organisation.description
        organisations.edit_organisation(
            organisation=organisation,
            details={"description": f"{held}\n\n{description}".strip()},
            by=None,
            at=at,
        )
        _accept_all_terms(organisation, at)
    return organisation


def _succession(row: dict[str, Any], known: dict[str, Organisation], at: datetime) -> None:
    predecessor, successor = known[row["predecessor"]], known[row["successor"]]
    if not Succession.objects.filter(predecessor=predecessor, successor=successor).exists():
        lives.record_succession(
            predecessor=predecessor,
            successor=successor,
            how=row["how"],
            on=row["took_over_on"],
            source=row["source"],
            by=None,
            at=at,
        )


def _need(
    row: dict[str, Any], known: dict[str, Organisation], file: SourceFile, at: datetime
) -> None:
    if Need.objects.filter(title=row["title"], stage=Stage.PUBLISHED).exists():
        return
    where = placed(row["place"])
    made = needs.create_need(
        organisation=known[row["organisation"]],
        details={
            "title": row["title"],
            "statement": row["statement"].strip(),
            "place": where.place,
            "wanted_by": row["wanted_by"],
        },
        by=None,
        at=at,
    )
    _accept_all_terms(made, at)
    needs.publish_need(need=made, by=None, at=at)
    _keep_source("need", made, "statement", row, file, at)


def _accept_all_terms(record: Organisation | Offer | Need, at: datetime) -> None:
    proposed = record.tags.undecided().values_list("concept__code", flat=True)
    terms.decide(record=record, accepted=list(proposed), by=None, at=at)
