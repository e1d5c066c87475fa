"""`counterpoint index`: takes what changed over into the search index."""

import subprocess
import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from counterpoint.apps.matching.actions import indexing
from counterpoint.domain.matching.engine import EngineRefused

# A published offer must be found within two seconds.
LOOK_EVERY_SECONDS = 0.5
CHECK_EVERY_SECONDS = 15.0


class Command(BaseCommand):
    help = "Take what changed over into the search index, once or for as long as it runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--follow", action="store_true", help="Go on until stopped; rebuild when needed."
        )

    def handle(self, *args: Any, follow: bool, **options: Any) -> None:
        if follow:
            self._follow()
            return
        count = indexing.bring_up_to_date(
            at=timezone.now(), clock=timezone.now, tell=self._tell
        )
        self.stdout.write(f"{count} changes taken over.")

    def _follow(self) -> None:
        rebuilding: subprocess.Popen[bytes] | None = None
        checked = -CHECK_EVERY_SECONDS
        while True:
            if time.monotonic() - checked >= CHECK_EVERY_SECONDS:
                rebuilding = self._rebuild_if_due(rebuilding)
                checked = time.monotonic()
            try:
                indexing.drain()
            except EngineRefused as refused:
                self.stderr.write(str(refused))
            close_old_connections()
            time.sleep(LOOK_EVERY_SECONDS)

    def _rebuild_if_due(
        self, rebuilding: subprocess.Popen[bytes] | None
    ) -> subprocess.Popen[bytes] | None:
        """In a process of its own: it takes memory and minutes, and changes go on meanwhile."""
        if rebuilding is not None and rebuilding.poll() is None:
            return rebuilding
        if not indexing.is_rebuild_due():
            return None
        self.stderr.write("The search index does not fit; making it anew beside the old one.")
        return subprocess.Popen([sys.executable, "-m", "counterpoint", "reindex"])

    def _tell(self, count: int) -> None:
        self.stderr.write(f"{count} records indexed …")
