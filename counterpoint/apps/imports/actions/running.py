"""An import from start to end, in batches that are stored whole or not at all.

The checkpoint is written in the same transaction as its batch: a process that is killed at any
moment has stored exactly the rows up to the last checkpoint, and whoever goes on reads the rows
before it without storing them, to know repeated identifiers again.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.imports.actions.leanness import lean, leave_alone_what_stands
from counterpoint.apps.imports.actions.sources import known_source, source_file_for
from counterpoint.apps.imports.actions.storing.arrivals import Outcome, Voyage
from counterpoint.apps.imports.actions.storing.stores import Stores
from counterpoint.apps.imports.actions.tallying import Tallies
from counterpoint.apps.imports.actions.walking import Batch, Walk, Wish, not_read_finding
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.queries.saved_mappings import mapping_named
from counterpoint.domain.interchange.faults import TOTAL_DIFFERS
from counterpoint.domain.interchange.findings import Finding, warned
from counterpoint.domain.interchange.records import AwardRecord, RecordKind
from counterpoint.domain.refusals import Conflict, Refusal
from counterpoint.integrations.files.opening import fingerprint
from counterpoint.integrations.files.refusals import NoSuchFile

# A worker on another machine that was not heard of for so long is taken for dead.
SILENT_FOR = timedelta(minutes=2)

Clock = Callable[[], datetime]
Tell = Callable[[ImportRun], None]


class AlreadyGoingOn(Conflict):
    sentence = gettext_lazy("Another process is importing this file.")
    advice = gettext_lazy("Wait for it to finish; its progress is on the page of the import.")


class TakenOver(Conflict):
    sentence = gettext_lazy("Another process went on with this import.")


def start(
    *,
    path: Path,
    file_name: str = "",
    options: dict[str, Any] | None = None,
    is_dry_run: bool = False,
    is_upload: bool = False,
    by: Person | None,
    at: datetime,
) -> ImportRun:
    """The run for this file: a new one, or the one that was broken off."""
    if not path.is_file():
        raise NoSuchFile(path=path)
    sha256, wishes = fingerprint(path), options or {}
    unfinished = (
        ImportRun.objects.unfinished()
        .filter(sha256=sha256, is_dry_run=is_dry_run, options=wishes)
        .first()
    )
    if unfinished:
        ImportRun.objects.filter(pk=unfinished.pk).update(path=str(path))
        unfinished.path = str(path)
        return unfinished
    return ImportRun.objects.create(
        file_name=file_name or path.name,
        path=str(path),
        is_upload=is_upload,
        sha256=sha256,
        size_bytes=path.stat().st_size,
        options=wishes,
        is_dry_run=is_dry_run,
        started_by=by,
        started_at=at,
        beat_at=at,
    )


def run_to_end(*, run: ImportRun, clock: Clock, tell: Tell = lambda _run: None) -> ImportRun:
    """Refusals of the whole file end the run with their words; anything else is a fault of ours."""
    _take(run, clock())
    try:
        running = _Running(run, clock, tell)
        with lean():
            running.go()
    except TakenOver:
        raise
    except Refusal as refusal:
        _stop(run, str(refusal), clock())
    finally:
        _drop_upload(run)
    return run


def _take(run: ImportRun, at: datetime) -> None:
    with transaction.atomic():
        held = ImportRun.objects.select_for_update().get(pk=run.pk)
        if held.stage == Stage.RUNNING and _is_alive(held, at):
            raise AlreadyGoingOn
        run.refresh_from_db()
        run.stage, run.worker, run.beat_at = Stage.RUNNING, _this_worker(), at
        run.save(update_fields=["stage", "worker", "beat_at"])


def _this_worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"[:120]


def _is_alive(run: ImportRun, at: datetime) -> bool:
    host, _colon, number = run.worker.rpartition(":")
    if run.worker == _this_worker():
        return False
    if host == socket.gethostname() and number.isdecimal():
        return _process_exists(int(number))
    return at - run.beat_at < SILENT_FOR


def _process_exists(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _stop(run: ImportRun, words: str, at: datetime) -> None:
    run.stage, run.trouble, run.finished_at, run.beat_at = Stage.FAILED, words, at, at
    run.save()


def _drop_upload(run: ImportRun) -> None:
    """An upload may name people; once it is read nothing needs it."""
    if run.is_upload and run.stage in (Stage.FINISHED, Stage.FAILED) and not _awaits_mapping(run):
        with suppress(FileNotFoundError):
            Path(run.path).unlink()
        ImportRun.objects.filter(pk=run.pk).update(path="")
        run.path = ""


def _awaits_mapping(run: ImportRun) -> bool:
    return run.stage == Stage.FAILED and "headings" in run.checkpoint


class _Running:
    def __init__(self, run: ImportRun, clock: Clock, tell: Tell) -> None:
        self.run = run
        self.clock = clock
        self.tell = tell
        self.walk = Walk(Path(run.path), _wish(run))
        self.tallies = Tallies(run)
        self.stores: Stores | None = None
        self.most = run.options.get("limit") or 0

    def go(self) -> None:
        reached = self.run.checkpoint.get("part", -1), self.run.checkpoint.get("row", 0)
        for batch in self.walk.batches():
            self._prepare(batch)
            assert self.stores is not None
            if (batch.part, batch.last_row) <= reached and batch.rows:
                self.stores.remember(batch)
                continue
            self._cut(batch)
            self._store(batch)
            self.tell(self.run)
            if self.most and self.run.counts.get("rows", 0) >= self.most:
                break
        if self.stores is None:
            raise self._nothing_read()
        self._finish()

    def _prepare(self, batch: Batch) -> None:
        """What can only be known once the first rows were read: whose publication it is."""
        if self.stores is not None:
            return
        run, at = self.run, self.clock()
        reader = batch.recognised.reader
        run.reader, run.kind = reader.code, RecordKind(reader.kind).value
        source_id = source_file_id = 0
        if run.is_dry_run:
            run.source = known_source(run, batch)
            source_id = run.source.pk if run.source else 0
        else:
            run.source_file = source_file_for(run, batch, at)
            run.source = run.source_file.source
            source_id, source_file_id = run.source.pk, run.source_file.pk
        run.save(update_fields=["reader", "kind", "source", "source_file"])
        self.stores = Stores(Voyage(run.pk, source_id, source_file_id, run.started_at, run.is_dry_run))
        leave_alone_what_stands()

    def _cut(self, batch: Batch) -> None:
        """No more rows than were asked for."""
        left = self.most - self.run.counts.get("rows", 0)
        if self.most and batch.rows > left:
            batch.arrivals = batch.arrivals[:left]
            batch.rows = left

    @transaction.atomic
    def _store(self, batch: Batch) -> None:
        assert self.stores is not None
        run = self.run
        held = ImportRun.objects.select_for_update().values("checkpoint", "worker").get(pk=run.pk)
        if held["checkpoint"] != run.checkpoint or held["worker"] != run.worker:
            raise TakenOver
        outcome = self.stores.take(batch)
        self._count(batch, outcome)
        self.tallies.add(
            (sheet, _column(batch, finding), finding)
            for sheet, finding in [
                *((batch.sheet, finding) for finding in batch.findings),
                *outcome.findings,
            ]
        )
        run.checkpoint = {"part": batch.part, "row": batch.last_row}
        run.share_done, run.beat_at = self.walk.progress.share, self.clock()
        run.save(
            update_fields=["checkpoint", "share_done", "beat_at", "counts", "totals", "tallies"]
        )

    def _count(self, batch: Batch, outcome: Outcome) -> None:
        counts = dict(self.run.counts)
        refused = sum(1 for finding in batch.findings if finding.is_refusal)
        for name, number in (
            ("rows", batch.rows),
            ("refused", refused),
            ("left_out", batch.left_out),
            *outcome.counts.items(),
        ):
            counts[name] = counts.get(name, 0) + number
        self.run.counts = counts
        self.run.totals = _added_up(self.run.totals, batch)

    def _finish(self) -> None:
        run, at = self.run, self.clock()
        with transaction.atomic():
            self.tallies.add((sheet, "", finding) for sheet, finding in self._last_remarks())
            run.stage, run.finished_at, run.beat_at, run.share_done = Stage.FINISHED, at, at, 1.0
            run.save()
            if not run.is_dry_run:
                detail = {name: run.counts.get(name, 0) for name in ("added", "changed", "refused")}
                history.record(
                    kind="import.finished", subject=run, by=run.started_by, at=at, detail=detail
                )
        self.tell(run)

    def _last_remarks(self) -> list[tuple[str, Finding]]:
        remarks = list(self.walk.remarks)
        if self.walk.said:
            remarks += _checked_totals(self.run, self.walk)
        else:
            remarks += [(sheet, not_read_finding(sheet, why)) for sheet, why in self.walk.not_read]
        return remarks

    def _nothing_read(self) -> Refusal:
        """The headings stay with the run: a person can say what the columns are."""
        for _sheet, found in self.walk.not_read:
            if found.headings:
                self.run.checkpoint = {
                    "headings": list(found.headings.keys),
                    "written": list(found.headings.written),
                }
        reasons = " ".join(
            f"“{sheet}”: {_(found.why)}" if sheet else _(found.why)
            for sheet, found in self.walk.not_read
        )
        return NothingToRead(reasons or _("There are no sheets in it."))


class NothingToRead(Conflict):
    advice = gettext_lazy("If it is a list of your own, say on its page which column is what.")


def _wish(run: ImportRun) -> Wish:
    kind = run.options.get("kind")
    mapping = run.options.get("mapping")
    return Wish(
        RecordKind(kind) if kind else None,
        run.options.get("publisher", ""),
        mapping_named(mapping) if mapping else None,
    )


def _column(batch: Batch, finding: Finding) -> str:
    """The heading as the file writes it."""
    key = batch.recognised.reader.heading(finding.column)
    return " ".join(batch.recognised.headings.as_written(key).split())


def _added_up(totals: dict[str, Any], batch: Batch) -> dict[str, Any]:
    """Sums by sheet and currency."""
    totals = {sheet: dict(sums) for sheet, sums in totals.items()}
    for arrival in batch.arrivals:
        record = arrival.record
        if isinstance(record, AwardRecord):
            sums = totals.setdefault(arrival.sheet, {})
            sums[record.currency] = str(Decimal(sums.get(record.currency, "0")) + record.amount)
    return totals


def _checked_totals(run: ImportRun, walk: Walk) -> list[tuple[str, Finding]]:
    """What a headline sheet says against what the other sheets make."""
    found = {Decimal(sums.get("GBP", "0")) for sums in run.totals.values()}
    return [
        (
            said.of,
            warned(TOTAL_DIFFERS, row=0, value=said.of, said=f"{said.amount:,}", found=_sums(found)),
        )
        for said in walk.said
        if said.amount not in found
    ]


def _sums(found: set[Decimal]) -> str:
    return ", ".join(f"{amount:,}" for amount in sorted(found)) or "0"
