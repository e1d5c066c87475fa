import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from counterpoint.apps.history.wellbeing import all_answers


class Command(BaseCommand):
    help = "Which parts are in use, whether they answer, and what to do if not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        answers = all_answers()
        if options["json"]:
            self.stdout.write(json.dumps([asdict(answer) for answer in answers], indent=2))
        else:
            for answer in answers:
                self.stdout.write(
                    f"{'well' if answer.is_well else 'NOT WELL':8}  {answer.part}: {answer.says}"
                )
                if answer.advice and not answer.is_well:
                    self.stdout.write(f"          What to do: {answer.advice}")
        if not all(answer.is_well or not answer.is_needed for answer in answers):
            sys.exit(1)
