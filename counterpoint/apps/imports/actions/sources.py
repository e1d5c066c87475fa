"""Which publication a file is an edition of."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from counterpoint.apps.directory.models import DataSource, SourceFile
from counterpoint.apps.imports.actions.walking import Batch
from counterpoint.apps.imports.models import ImportedRecord, ImportRun
from counterpoint.domain.interchange.publications import Publication
from counterpoint.domain.interchange.records import AwardRecord, RecordKind

# Two lists are editions of one if most of the records they both name say the same.
SAMPLE = 200
COMMON_SHARE = 0.3
RECORD_TYPES = {
    RecordKind.OFFER: "offer",
    RecordKind.NEED: "need",
    RecordKind.ORGANISATION: "organisation",
    RecordKind.VENUE: "venue",
    RecordKind.AWARD: "award",
}


def publication_of(run: ImportRun, batch: Batch) -> Publication:
    """As the reader knows it, or as whoever imports it says, or as the file itself tells."""
    options = run.options
    known = batch.recognised.reader.publication
    if known and not options.get("publisher"):
        return known
    publisher = options.get("publisher") or _funder(batch)
    name = options.get("source") or _name(run, batch, publisher)
    return Publication(name, publisher, options.get("licence", ""), "", options.get("url", ""))


def _funder(batch: Batch) -> str:
    """The grant-maker, if the first rows are all from one."""
    funders = {
        arrival.record.funder.name
        for arrival in batch.arrivals
        if isinstance(arrival.record, AwardRecord)
    }
    return funders.pop() if len(funders) == 1 else ""


def _name(run: ImportRun, batch: Batch, publisher: str) -> str:
    kind = RecordKind(batch.recognised.reader.kind)
    if publisher:
        return f"{publisher}: {kind.value}"
    return _edition_of(batch, kind) or _free_name(Path(run.file_name).stem, batch, kind)


def _edition_of(batch: Batch, kind: RecordKind) -> str:
    """The list that already brought these identifiers with these words, whatever its file was called."""
    sample = {
        arrival.record.external_id: arrival.record_name
        for arrival in batch.arrivals[:SAMPLE]
        if arrival.record.external_id
    }
    found = _alike(sample, kind)
    if not found:
        return ""
    source_id, same = found.most_common(1)[0]
    if same < max(1, COMMON_SHARE * len(sample)):
        return ""
    return DataSource.objects.get(pk=source_id).name


def _alike(sample: dict[str, str], kind: RecordKind) -> Counter[int]:
    rows = ImportedRecord.objects.filter(
        record_type=RECORD_TYPES[kind], identity__in=list(sample)
    ).values_list("source_id", "identity", "said")
    return Counter(
        source_id for source_id, identity, said in rows if _says(said, sample[identity])
    )


def _says(said: dict[str, Any], name: str) -> bool:
    return name[:199] in {
        str(said.get(field, ""))[:199] for field in ("title", "name", "statement")
    }


def _free_name(stem: str, batch: Batch, kind: RecordKind) -> str:
    """The name of the file, unless another list with the same identifiers has it."""
    sample = [arrival.record.external_id for arrival in batch.arrivals[:SAMPLE]]
    name, number = stem[:180], 2
    while ImportedRecord.objects.filter(
        source__name=name, record_type=RECORD_TYPES[kind], identity__in=sample
    ).exists():
        name, number = f"{stem[:180]} ({number})", number + 1
    return name


def source_file_for(run: ImportRun, batch: Batch, at: datetime) -> SourceFile:
    publication = publication_of(run, batch)
    source, _is_new = DataSource.objects.get_or_create(
        name=publication.name,
        defaults={
            "publisher": publication.publisher,
            "licence": publication.licence,
            "licence_url": publication.licence_url,
            "url": publication.url,
        },
    )
    source_file, _is_new = SourceFile.objects.get_or_create(
        source=source,
        sha256=run.sha256,
        defaults={"name": run.file_name, "size_bytes": run.size_bytes, "received_at": at},
    )
    return source_file


def known_source(run: ImportRun, batch: Batch) -> DataSource | None:
    """For a rehearsal: the publication if it is here already."""
    return DataSource.objects.filter(name=publication_of(run, batch).name).first()
