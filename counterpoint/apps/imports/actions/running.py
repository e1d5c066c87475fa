"""An import from start to end, in batches that are stored whole or not at all.

The checkpoint is written in the same transaction as its batch: a process that is killed at any
moment has stored exactly the rows up to the last checkpoint, and whoever goes on reads the rows
before it without storing them, to know repeated identifiers again.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from counterpoint.apps.history import actions as history
from counterpoint.apps.imports.actions.closing import check_something_was_read, closing_remarks
from counterpoint.apps.imports.actions.holding import (
    SILENT_FOR,
    AlreadyGoingOn,
    TakenOver,
    check_still_ours,
    take,
)
from counterpoint.apps.imports.actions.leanness import lean, leave_alone_what_stands
from counterpoint.apps.imports.actions.sources import known_source, source_file_for
from counterpoint.apps.imports.actions.starting import start
from counterpoint.apps.imports.actions.storing.arrivals import Outcome, Voyage
from counterpoint.apps.imports.actions.storing.stores import Stores
from counterpoint.apps.imports.actions.tallying import Tallies
from counterpoint.apps.imports.actions.walking import Batch, Walk, Wish
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.queries.saved_mappings import mapping_named
from counterpoint.domain.interchange.findings import Finding
from counterpoint.domain.interchange.recognition import Unrecognised
from counterpoint.domain.interchange.records import AwardRecord, RecordKind
from counterpoint.domain.refusals import Refusal
from counterpoint.integrations.files.refusals import Companion

__all__ = ["SILENT_FOR", "AlreadyGoingOn", "TakenOver", "run_to_end", "start"]

# What can become of a row, and what can come with it.
COUNTS = (
    *("rows", "added", "changed", "unchanged", "duplicate", "left_out", "refused"),
    *("organisations_added", "doubtful"),
)

Clock = Callable[[], datetime]
Tell = Callable[[ImportRun], None]


def run_to_end(*, run: ImportRun, clock: Clock, tell: Tell = lambda _run: None) -> ImportRun:
    """Refusals of the whole file end the run with their words; anything else is a fault of ours."""
    take(run, clock())
    try:
        with lean():
            _Running(run, clock, tell).go()
    except TakenOver:
        raise
    except Refusal as refusal:
        _stop(run, str(refusal), clock())
    finally:
        _drop_upload(run)
    return run


def _stop(run: ImportRun, words: str, at: datetime) -> None:
    run.stage, run.trouble, run.finished_at, run.beat_at = Stage.FAILED, words, at, at
    run.save()


def _drop_upload(run: ImportRun) -> None:
    """An upload may name people: once nothing needs it, it goes. A trial run may still be made a
    real import, and a list whose columns nobody knows waits for a person to say them."""
    is_over = run.stage == Stage.FINISHED and not run.is_dry_run
    has_failed = run.stage == Stage.FAILED and "headings" not in run.checkpoint
    if run.is_upload and (is_over or has_failed):
        with suppress(FileNotFoundError):
            Path(run.path).unlink()
        ImportRun.objects.filter(pk=run.pk).update(path="")
        run.path = ""


class _Running:
    def __init__(self, run: ImportRun, clock: Clock, tell: Tell) -> None:
        self.run = run
        self.clock = clock
        self.tell = tell
        self.walk = Walk(Path(run.path), _wish(run))
        self.tallies = Tallies(run)
        self.stores: Stores | None = None
        # Whether some part of the file is a list that is known here, be it an empty one.
        self.is_known = False
        self.most = run.options.get("limit") or 0

    def go(self) -> None:
        reached = self.run.checkpoint.get("part", -1), self.run.checkpoint.get("row", 0)
        try:
            self._go_on_after(reached)
        except Companion as companion:
            why = Unrecognised(str(companion.sentence), is_companion=True)
            self.walk.not_read.append(("", why))
        if not self.is_known:
            check_something_was_read(self.run, self.walk)
        self._finish()

    def _go_on_after(self, reached: tuple[int, int]) -> None:
        for batch in self.walk.batches():
            self.is_known = True
            if not batch.rows:
                continue
            stores = self._stores_for(batch)
            if (batch.part, batch.last_row) <= reached:
                stores.remember(batch)
            else:
                self._cut(batch)
                self._store(batch, stores)
                self.tell(self.run)
            if self.most and self.run.counts.get("rows", 0) >= self.most:
                break

    def _stores_for(self, batch: Batch) -> Stores:
        """Whose publication it is can only be known once the first rows were read."""
        if self.stores is None:
            self.stores = Stores(self._voyage(batch))
            leave_alone_what_stands()
        return self.stores

    def _voyage(self, batch: Batch) -> Voyage:
        run, reader = self.run, batch.recognised.reader
        run.reader, run.kind = reader.code, RecordKind(reader.kind).value
        if run.is_dry_run:
            run.source = known_source(run, batch)
        else:
            run.source_file = source_file_for(run, batch, self.clock())
            run.source = run.source_file.source
        run.save(update_fields=["reader", "kind", "source", "source_file"])
        return Voyage(
            run_id=run.pk,
            source_id=run.source.pk if run.source else 0,
            source_file_id=run.source_file.pk if run.source_file else 0,
            at=run.started_at,
            is_dry_run=run.is_dry_run,
        )

    def _cut(self, batch: Batch) -> None:
        """No more rows than were asked for."""
        left = self.most - self.run.counts.get("rows", 0)
        if self.most and batch.rows > left:
            batch.arrivals = batch.arrivals[:left]
            batch.rows = left

    @transaction.atomic
    def _store(self, batch: Batch, stores: Stores) -> None:
        run = self.run
        check_still_ours(run)
        outcome = stores.take(batch)
        self._count(batch, outcome)
        found = [(batch.sheet, finding) for finding in batch.findings] + outcome.findings
        self.tallies.add((sheet, _column(batch, finding), finding) for sheet, finding in found)
        run.checkpoint = {"part": batch.part, "row": batch.last_row}
        run.share_done, run.beat_at = self.walk.progress.share, self.clock()
        run.save(
            update_fields=[
                "checkpoint",
                "share_done",
                "beat_at",
                "counts",
                "totals",
                "tallies",
            ]
        )

    def _count(self, batch: Batch, outcome: Outcome) -> None:
        counts = {**dict.fromkeys(COUNTS, 0), **self.run.counts}
        refused = sum(1 for finding in batch.findings if finding.is_refusal)
        for name, number in (
            ("rows", batch.rows),
            ("refused", refused),
            ("left_out", batch.left_out),
            *outcome.counts.items(),
        ):
            counts[name] = counts.get(name, 0) + number
        self.run.counts = counts
        self.run.totals = _added_up(self.run.totals, batch, outcome.duplicates)

    @transaction.atomic
    def _finish(self) -> None:
        run, at = self.run, self.clock()
        remarks = closing_remarks(run, self.walk)
        self.tallies.add((sheet, "", finding) for sheet, finding in remarks)
        run.stage, run.finished_at, run.beat_at, run.share_done = Stage.FINISHED, at, at, 1.0
        run.save()
        if not run.is_dry_run:
            names = ("added", "changed", "refused")
            detail = {name: run.counts.get(name, 0) for name in names}
            history.record(
                kind="import.finished", subject=run, by=run.started_by, at=at, detail=detail
            )
        self.tell(run)


def _wish(run: ImportRun) -> Wish:
    kind, mapping = run.options.get("kind"), run.options.get("mapping")
    return Wish(
        RecordKind(kind) if kind else None,
        run.options.get("publisher", ""),
        mapping_named(mapping) if mapping else None,
    )


def _column(batch: Batch, finding: Finding) -> str:
    """The heading as the file writes it."""
    key = batch.recognised.reader.heading(finding.column)
    return " ".join(batch.recognised.headings.as_written(key).split())


def _added_up(
    totals: dict[str, Any], batch: Batch, duplicates: Container[int]
) -> dict[str, Any]:
    """Sums by sheet and currency; a row that is there twice counts once."""
    totals = {sheet: dict(sums) for sheet, sums in totals.items()}
    for arrival in batch.arrivals:
        record = arrival.record
        if isinstance(record, AwardRecord) and arrival.row not in duplicates:
            sums = totals.setdefault(arrival.sheet, {})
            before = Decimal(sums.get(record.currency, "0"))
            sums[record.currency] = str(before + record.amount)
    return totals
