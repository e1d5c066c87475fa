"""`counterpoint guides load | check | due`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from counterpoint.apps.publications import actions, queries, written


class Command(BaseCommand):
    help = "Loads the guides from their files, checks them, or lists those due for review."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("step", choices=["load", "check", "due"], help="What to do.")
        parser.add_argument(
            "--folder", type=Path, default=written.GUIDES, help="Where the files are."
        )

    def handle(self, *args: Any, step: str, folder: Path, **options: Any) -> None:
        try:
            getattr(self, f"_{step}")(folder)
        except written.GuideFaults as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            raise CommandError(str(refused)) from None

    def _load(self, folder: Path) -> None:
        outcome = actions.load(folder=folder, by=None, at=timezone.now())
        for became, slugs in outcome.items():
            self.stdout.write(
                f"{len(slugs)} {became}" + "".join(f"\n  {one}" for one in slugs)
            )

    def _check(self, folder: Path) -> None:
        self.stdout.write(f"No faults: {len(written.read(folder))} guides.")

    def _due(self, folder: Path) -> None:
        for guide in queries.due_for_review(timezone.localdate()):
            self.stdout.write(f"{guide.review_by}  {guide.slug}")
