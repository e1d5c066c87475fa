"""`counterpoint match "..."`: the main job in a shell."""

import json
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.presenters.as_json import answer_values
from counterpoint.apps.matching.presenters.as_text import answer_lines
from counterpoint.apps.matching.queries.finding import Answer, find
from counterpoint.apps.matching.queries.questions import KINDS_FOR, Question
from counterpoint.apps.matching.queries.shown import has_any_record, records_of
from counterpoint.domain.matching.criteria import WeightRefused, Weights
from counterpoint.domain.matching.engine import EngineRefused
from counterpoint.domain.matching.statement import Side

NOTHING_TO_MATCH = 2


class Command(BaseCommand):
    help = "Find explained matches for a need or an offer in your own words."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", help="The need or the offer; - reads it from the input.")
        parser.add_argument("--as", dest="side", choices=["need", "offer"], default="need")
        parser.add_argument("--limit", type=_some, default=10, help="How many matches.")
        parser.add_argument("--place", default="", help="Where: a name or a postcode.")
        parser.add_argument(
            "--kind", choices=sorted({k for ks in KINDS_FOR.values() for k in ks})
        )
        parser.add_argument(
            "--anyway", action="store_true", help="Go on when the words mean something else."
        )
        parser.add_argument(
            "--weights", type=_weights, default=Weights(), help="place:40,wording:0"
        )
        parser.add_argument("--people", type=int, help="About how many people.")
        parser.add_argument("--json", action="store_true", help="For programs.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not has_any_record():
            raise CommandError(
                "There are no offers, needs, organisations or awards to match yet. Bring some in "
                "with: counterpoint import FILE",
                returncode=NOTHING_TO_MATCH,
            )
        self._bring_up_to_date()
        at = timezone.now()
        started = time.perf_counter()
        answer = find(self._question(options), at.date())
        matches = list(answer.ranked[: options["limit"]])
        records = records_of(matches)
        took_ms = (time.perf_counter() - started) * 1000
        if options["json"]:
            values = answer_values(answer, matches, records, took_ms)
            self.stdout.write(json.dumps(values, ensure_ascii=False, indent=2))
            return
        self._warn(answer)
        for line in answer_lines(answer, matches, records):
            self.stdout.write(line)

    def _question(self, options: dict[str, Any]) -> Question:
        text = options["text"]
        if text == "-":
            text = sys.stdin.read()
        return Question(
            side=Side(options["side"]),
            text=text,
            place_words=options["place"],
            kind=options["kind"] or "",
            weights=options["weights"],
            people=options["people"],
            anyway=options["anyway"],
        )

    def _bring_up_to_date(self) -> None:
        try:
            indexing.bring_up_to_date(at=timezone.now(), clock=timezone.now, tell=self._tell)
        except EngineRefused as refused:
            # Another process is at it; what it has finished is what is asked.
            self.stderr.write(str(refused))

    def _tell(self, count: int) -> None:
        self.stderr.write(f"Making the search index: {count} records …")

    def _warn(self, answer: Answer) -> None:
        if answer.is_from_database:
            self.stderr.write(
                "The search index cannot answer yet; this is a bounded look into the database."
            )


def _some(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 200:
        raise ArgumentTypeError("give a whole number from 1 to 200")
    return int(text)


def _weights(text: str) -> Weights:
    try:
        return Weights.parse(text)
    except WeightRefused as refused:
        raise ArgumentTypeError(str(refused)) from None
