"""`counterpoint reindex`: makes the search index anew beside the old one."""

import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from counterpoint.apps.matching.actions import indexing
from counterpoint.domain.matching.engine import EngineRefused


class Command(BaseCommand):
    help = "Make the search index anew. The old one answers until the new one is whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--background", action="store_true", help="Start it and come back at once."
        )

    def handle(self, *args: Any, background: bool, **options: Any) -> None:
        if background:
            subprocess.Popen(
                [sys.executable, "-m", "counterpoint", "reindex"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
            self.stdout.write("Making the search index anew in the background.")
            return
        try:
            count = indexing.rebuild(at=timezone.now(), clock=timezone.now, tell=self._tell)
        except EngineRefused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{count} records indexed.")

    def _tell(self, count: int) -> None:
        self.stderr.write(f"{count} records indexed …")
