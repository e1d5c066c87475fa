"""Imports that are tried, broken off, gone on with, and refused."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from counterpoint.apps.directory.models import Award, DataSource, Organisation
from counterpoint.apps.imports.actions import walking
from counterpoint.apps.imports.actions.holding import AlreadyGoingOn, TakenOver
from counterpoint.apps.imports.actions.running import run_to_end
from counterpoint.apps.imports.actions.starting import start
from counterpoint.apps.imports.actions.storing.awards import Awards
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.integrations.files.refusals import NoSuchFile
from tests.apps.imports.conftest import FILES
from tests.apps.imports.test_every_format_twice import everything

TABLE = "grants_sheet_repeated_identifiers.csv"
ROOT = Path(__file__).parents[3]


class Killed(BaseException):
    """What a stopped process leaves: nothing after this point runs."""


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(walking, "ROWS_AT_ONCE", 3)


@pytest.mark.parametrize(
    "name", [TABLE, "ace_national_portfolio.csv", "grants_yes_and_no.json"]
)
@pytest.mark.parametrize("at_batch", [1, 2, 3])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_run_that_stops_anywhere_goes_on_without_loss_or_double(
    importing, at, small_batches, monkeypatch, name, at_batch, moment
):
    begun, seen = start(path=FILES / name, by=None, at=at), []
    take = Awards.take

    def stop(self, arrivals):
        seen.append(arrivals)
        if len(seen) == at_batch and moment == "before":
            raise Killed
        outcome = take(self, arrivals)
        if len(seen) == at_batch:
            raise Killed
        return outcome

    monkeypatch.setattr(Awards, "take", stop)
    with pytest.raises(Killed):
        run_to_end(run=begun, clock=lambda: at)
    monkeypatch.setattr(Awards, "take", take)
    again = start(path=FILES / name, by=None, at=at)
    assert again.pk == begun.pk
    run_to_end(run=again, clock=lambda: at)
    assert again.stage == Stage.FINISHED
    broken, broken_counts, broken_tallies = everything(), again.counts, again.tallies

    Award.objects.all().delete()
    ImportRun.objects.update(stage=Stage.FAILED, sha256="")
    whole = importing(name)
    assert whole.counts["rows"] == broken_counts["rows"]
    assert whole.counts["added"] == broken_counts["added"]
    assert whole.totals == again.totals
    assert {t["code"]: t["count"] for t in whole.tallies} == {
        t["code"]: t["count"] for t in broken_tallies
    }
    identities = sorted(row[2] for row in broken["directory_award"])
    assert identities == sorted(row[2] for row in everything()["directory_award"])


def test_batches_make_no_difference(importing, small_batches):
    run = importing(TABLE)
    assert (run.counts["added"], run.counts["duplicate"]) == (8, 1)
    assert importing(TABLE).counts["unchanged"] == 8


def test_a_trial_stores_nothing_and_reports_the_same(importing):
    trial = importing(TABLE, is_dry_run=True)
    assert (
        Award.objects.count(),
        Organisation.objects.count(),
        DataSource.objects.count(),
    ) == (0, 0, 0)
    real = importing(TABLE)
    for name in ("rows", "added", "duplicate", "refused", "unchanged"):
        assert trial.counts[name] == real.counts[name]
    assert trial.totals == real.totals
    assert importing(TABLE, is_dry_run=True).counts["unchanged"] == 8


def test_no_more_rows_than_were_asked_for(importing):
    run = importing("ace_national_portfolio.csv", limit=5)
    assert (run.counts["rows"], Award.objects.count()) == (5, 5)


def test_a_run_in_other_hands_is_left_alone(at):
    run = start(path=FILES / TABLE, by=None, at=at)
    ImportRun.objects.filter(pk=run.pk).update(
        stage=Stage.RUNNING, worker=f"{_host()}:{os.getppid()}"
    )
    with pytest.raises(AlreadyGoingOn):
        run_to_end(run=run, clock=lambda: at)


def test_a_run_of_a_dead_process_is_taken_over_at_once(at):
    run = start(path=FILES / TABLE, by=None, at=at)
    ImportRun.objects.filter(pk=run.pk).update(
        stage=Stage.RUNNING, worker=f"{_host()}:999999999"
    )
    assert run_to_end(run=run, clock=lambda: at).stage == Stage.FINISHED


def test_a_silent_worker_on_another_machine_is_taken_for_dead(at):
    run = start(path=FILES / TABLE, by=None, at=at)
    ImportRun.objects.filter(pk=run.pk).update(
        stage=Stage.RUNNING, worker="elsewhere:7", beat_at=at
    )
    with pytest.raises(AlreadyGoingOn):
        run_to_end(run=run, clock=lambda: at)
    later = at.replace(hour=at.hour + 1)
    assert run_to_end(run=run, clock=lambda: later).stage == Stage.FINISHED


def test_whoever_lost_a_run_stores_nothing_more(at, small_batches, monkeypatch):
    run = start(path=FILES / TABLE, by=None, at=at)
    take = Awards.take

    def lose(self, arrivals):
        outcome = take(self, arrivals)
        ImportRun.objects.filter(pk=run.pk).update(worker="elsewhere:7")
        return outcome

    monkeypatch.setattr(Awards, "take", lose)
    with pytest.raises(TakenOver):
        run_to_end(run=run, clock=lambda: at)
    assert Award.objects.count() == 3


def test_a_file_that_is_refused_ends_the_run_in_words(importing, tmp_path):
    path = tmp_path / "grants.csv"
    path.write_bytes(b"%PDF-1.7 and so on")
    run = importing(path)
    assert run.stage == Stage.FAILED
    assert "PDF" in run.trouble


def test_a_list_that_nobody_knows_keeps_its_headings_for_a_person(importing, written):
    run = importing(written("list.csv", ["Gruppe", "Was", "Wo"], ["x", "y", "z"]))
    assert run.stage == Stage.FAILED
    assert run.checkpoint == {
        "headings": ["gruppe", "was", "wo"],
        "written": ["Gruppe", "Was", "Wo"],
    }


def test_a_table_that_breaks_in_the_middle_keeps_what_came_before(
    importing, tmp_path, small_batches
):
    path = tmp_path / "offers.csv"
    rows = "".join(f"{n},Choir {n},We sing\n" for n in range(61))
    path.write_text(
        "id,title,description\n" + rows + '61,"never closed' + "x\n" * 600_000,
        encoding="utf-8",
    )
    run = importing(path)
    assert run.stage == Stage.FAILED
    assert "row 63" in run.trouble
    assert run.counts["added"] == 60


def test_files_that_only_describe_lists_are_no_mistake(importing, written):
    run = importing(written("codes.csv", ["Code", "Title"], ["GB", "United Kingdom"]))
    assert (run.stage, run.counts, run.source) == (Stage.FINISHED, {}, None)
    assert run.tallies[0]["code"] == "file-not-read"


def test_headings_without_rows_are_an_empty_list_and_no_publication(importing, written):
    run = importing(written("offers.csv", ["id", "title", "description"]))
    assert (run.stage, DataSource.objects.count()) == (Stage.FINISHED, 0)


def test_a_file_that_is_not_there_starts_nothing(at, tmp_path):
    with pytest.raises(NoSuchFile):
        start(path=tmp_path / "nothing.csv", by=None, at=at)
    assert ImportRun.objects.count() == 0


@pytest.mark.slow
@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="The process gets a database file of its own."
)
def test_a_killed_process_loses_and_doubles_nothing(tmp_path):
    """SIGKILL in the middle of a real import, then the same command again."""
    path, home = tmp_path / "grants.csv", tmp_path / "home"
    headings, row, *_rest = (FILES / TABLE).read_text(encoding="utf-8").splitlines()
    rows = [
        row.replace("360G-EX-1", f"360G-EX-{n % 23_000}").replace(",2900,", f",{n},")
        for n in range(24_000)
    ]
    path.write_text("\n".join([headings, *rows]) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "counterpoint",
        "import",
        "--json",
        "--no-index",
        str(path),
    ]
    environment = {
        **os.environ,
        "COUNTERPOINT_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "counterpoint.config.settings",
    }
    prepared = [sys.executable, "-m", "counterpoint", "prepare"]
    subprocess.run(prepared, env=environment, cwd=ROOT, check=True, capture_output=True)

    process = subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stored = 0
    for _moment in range(600):
        time.sleep(0.05)
        stored = _count(home)
        if stored >= 4_000 or process.poll() is not None:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 0 < _count(home) < 24_000, "it must be killed in the middle to show anything"

    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert '"added": 24000' in done.stdout
    assert _count(home) == 24_000
    again = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert '"unchanged": 24000' in again.stdout
    assert _count(home) == 24_000


def _count(home: Path) -> int:
    import sqlite3

    try:
        with sqlite3.connect(home / "counterpoint.sqlite3", timeout=20) as database:
            found: int = database.execute("SELECT COUNT(*) FROM directory_award").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    return found


def _host() -> str:
    import socket

    return socket.gethostname()
