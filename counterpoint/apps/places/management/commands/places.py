"""`counterpoint places load | postcodes FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from counterpoint.apps.places import actions
from counterpoint.domain.refusals import Refusal


class Command(BaseCommand):
    help = "Loads the places that come with the product, or the full ONS Postcode Directory."

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        steps.add_parser(
            "load", help="Nations, regions, boards, districts, towns and their names."
        )
        postcodes = steps.add_parser(
            "postcodes", help="Every postcode, from the CSV or zip that ONS publishes."
        )
        postcodes.add_argument("file", type=Path)

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        try:
            if step == "load":
                self._load()
            else:
                self._postcodes(options["file"])
        except Refusal as refused:
            raise CommandError(str(refused)) from None

    def _load(self) -> None:
        loaded = actions.load_places(by=None, at=timezone.now())
        if loaded.is_nothing_new:
            self.stdout.write(
                f"Nothing changes: {loaded.release.place_count} places are there."
            )
        else:
            self.stdout.write(
                f"{loaded.added} places added, {loaded.changed} changed; "
                f"{loaded.release.place_count} in all."
            )

    def _postcodes(self, path: Path) -> None:
        begun = monotonic()

        def tell(share: float, read: int) -> None:
            passed = monotonic() - begun
            left = passed / share - passed if share else 0
            self.stderr.write(f"{share:6.1%}  {read:,} rows  about {left:.0f} seconds left")

        told = actions.load_postcodes(path=path, by=None, at=timezone.now(), progress=tell)
        self.stdout.write(
            f"{told.file}: {told.read:,} postcodes read, {told.kept:,} kept, "
            f"{told.without_place:,} without a place, {told.fault_count:,} malformed."
        )
        for fault in told.faults:
            self.stdout.write(f"  {fault}")
        for code, times in told.unknown_districts.most_common():
            self.stdout.write(f"  district {code} is not known here: {times:,} postcodes")
