"""`counterpoint export organisations --format csv --out organisations.csv`."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from counterpoint.apps.directory.presenters.columns import TABLES
from counterpoint.apps.directory.presenters.grants import GrantsFile
from counterpoint.apps.directory.presenters.streams import csv_lines, json_parts
from counterpoint.apps.directory.queries.exports import EXPORTS, awards_with_identifiers
from counterpoint.apps.directory.queries.wanted import Wanted

EVERYTHING, GIVING, STANDARD_OUTPUT = "all", "360giving", "-"
PARTS = {"csv": csv_lines, "json": json_parts}
ENDINGS = {"csv": ".csv", "json": ".json", GIVING: ".json"}


class Command(BaseCommand):
    help = "Write the public lists to files: organisations, offers, needs and awards."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "what", nargs="?", choices=[*EXPORTS, EVERYTHING], default=EVERYTHING
        )
        parser.add_argument(
            "--format",
            choices=[*PARTS, GIVING],
            default="csv",
            help="360giving is the 360Giving Data Standard, and for awards alone.",
        )
        parser.add_argument(
            "--out",
            default=STANDARD_OUTPUT,
            help="A file; for everything, a folder; - (the default) for standard output.",
        )

    def handle(self, *args: Any, what: str, format: str, out: str, **options: Any) -> None:  # noqa: A002  the option's name
        if format == GIVING and what not in ("awards", EVERYTHING):
            raise CommandError("Only awards can be written as 360Giving: say `export awards`.")
        if what == EVERYTHING and format != GIVING:
            self._everything(format, out)
        else:
            self._one("awards" if format == GIVING else what, format, out)

    def _everything(self, style: str, out: str) -> None:
        if out == STANDARD_OUTPUT:
            raise CommandError("Four lists need a folder: give one with --out FOLDER.")
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        for name in EXPORTS:
            self._one(name, style, str(folder / f"{name}{ENDINGS[style]}"))

    def _one(self, name: str, style: str, out: str) -> None:
        if style == GIVING:
            grants = GrantsFile(awards_with_identifiers(Wanted()))
            _write(grants, out)
            if grants.left_out:
                self.stderr.write(
                    f"{grants.left_out} awards were left out: their day is not known, and the "
                    "standard asks for one."
                )
            return
        _write(PARTS[style](TABLES[name], EXPORTS[name](Wanted())), out)


def _write(parts: Iterable[str], out: str) -> None:
    """A file is there whole or not at all, whatever stops the command."""
    if out == STANDARD_OUTPUT:
        sys.stdout.writelines(parts)
        return
    target = Path(out)
    unfinished = target.with_name(f".{target.name}.unfinished")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)
    unfinished.replace(target)
