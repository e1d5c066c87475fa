"""`counterpoint import FILE...`: any file that a publisher or a programme has, as it is."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from counterpoint.apps.imports.actions.running import run_to_end, start
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.presenters.reports import report
from counterpoint.apps.imports.presenters.summaries import ProgressLine, summary
from counterpoint.apps.imports.queries.ordering import in_reading_order
from counterpoint.domain.refusals import Refusal

KINDS = ("auto", "organisations", "awards", "offers", "needs")
INDEXING = "index"


class Command(BaseCommand):
    help = (
        "Imports organisations, awards, offers or needs from CSV, Excel, OpenDocument or JSON "
        "files. Answers 0 if every file was read, 1 if one could not be; refused rows are listed."
    )
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument("--kind", choices=KINDS, default="auto", help="What the rows are.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Read and report, store nothing."
        )
        parser.add_argument("--json", action="store_true", help="Answer with JSON.")
        parser.add_argument("--publisher", default="", help="Who publishes the list.")
        parser.add_argument("--licence", default="", help="Under which licence.")
        parser.add_argument(
            "--source", default="", help="The name of the list, if it has one."
        )
        parser.add_argument(
            "--mapping", default="", help="A saved reading of columns, by name."
        )
        parser.add_argument(
            "--limit", type=int, default=0, help="Read no more rows than this."
        )
        parser.add_argument(
            "--resume", action="store_true", help="Go on with imports that were broken off."
        )
        parser.add_argument(
            "--no-index", action="store_true", help="Leave the search index behind."
        )

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if not files and not options["resume"]:
            raise CommandError("Say which file to import.", returncode=2)
        reports = [self._report_of(path, options) for path in in_reading_order(files)]
        if options["resume"]:
            reports += [self._run(run) for run in self._broken_off()]
        if not options["dry_run"] and not options["no_index"]:
            self._index()
        if options["json"]:
            self.stdout.write(json.dumps({"files": reports}, ensure_ascii=False, indent=1))
        else:
            for one in reports:
                self.stdout.write(summary(one))
        if any(one["stage"] != Stage.FINISHED for one in reports):
            raise SystemExit(1)

    def _report_of(self, path: Path, options: dict[str, Any]) -> dict[str, Any]:
        wishes = {
            name: options[name]
            for name in ("publisher", "licence", "source", "mapping", "limit")
        }
        wishes["kind"] = "" if options["kind"] == "auto" else options["kind"]
        try:
            run = start(
                path=path.resolve(),
                file_name=path.name,
                options={name: value for name, value in wishes.items() if value},
                is_dry_run=options["dry_run"],
                by=None,
                at=timezone.now(),
            )
        except Refusal as refusal:
            return {"file": path.name, "stage": Stage.FAILED.value, "trouble": str(refusal)}
        return self._run(run)

    def _run(self, run: ImportRun) -> dict[str, Any]:
        line = ProgressLine(run, self.stderr, timezone.now())
        try:
            run_to_end(run=run, clock=timezone.now, tell=line.tell)
        except Refusal as refusal:
            return {"file": run.file_name, "stage": run.stage, "trouble": str(refusal)}
        return report(run)

    def _broken_off(self) -> list[ImportRun]:
        return [run for run in ImportRun.objects.unfinished() if Path(run.path).is_file()]

    def _index(self) -> None:
        """What was imported can be found at once; a running server's indexer would do it too."""
        if INDEXING in get_commands():
            call_command(INDEXING, stdout=self.stderr, stderr=self.stderr)
