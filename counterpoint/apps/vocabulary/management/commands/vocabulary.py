"""`counterpoint vocabulary load | check | diff`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from counterpoint.apps.vocabulary import actions, stored, written
from counterpoint.domain.refusals import Refusal
from counterpoint.domain.vocabulary.difference import Difference, between
from counterpoint.domain.vocabulary.faults import VocabularyFaults
from counterpoint.domain.vocabulary.remarks import remarks


class Command(BaseCommand):
    help = "Loads the vocabulary files, checks them, or shows what loading would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("step", choices=["load", "check", "diff"])
        parser.add_argument(
            "--folder", type=Path, default=settings.VOCABULARIES, help="Where the files are."
        )
        parser.add_argument(
            "--remarks", action="store_true", help="With check: doubts as well."
        )

    def handle(self, *args: Any, step: str, folder: Path, **options: Any) -> None:
        try:
            getattr(self, f"_{step}")(folder, options)
        except VocabularyFaults as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            raise CommandError(str(refused)) from None
        except Refusal as refused:
            raise CommandError(str(refused)) from None

    def _load(self, folder: Path, options: dict[str, Any]) -> None:
        release, difference = actions.load(folder=folder, by=None, at=timezone.now())
        self._summary(difference)
        self.stdout.write(
            f"Release {release}: {release.concept_count} concepts, {release.label_count} labels."
        )

    def _check(self, folder: Path, options: dict[str, Any]) -> None:
        vocabulary = written.read(folder).vocabulary
        labels = sum(len(concept.labels) for concept in vocabulary)
        if options["remarks"]:
            for remark in remarks(vocabulary):
                self.stdout.write(str(remark))
        self.stdout.write(
            f"No faults: {len(vocabulary)} concepts, {labels} labels, "
            f"{len(vocabulary.friends)} false friends."
        )

    def _diff(self, folder: Path, options: dict[str, Any]) -> None:
        difference = between(stored.vocabulary_in_force(), written.read(folder).vocabulary)
        for line in difference.lines():
            self.stdout.write(line)
        self._summary(difference)

    def _summary(self, difference: Difference) -> None:
        if difference.is_empty:
            self.stdout.write("Nothing changes.")
            return
        self.stdout.write(
            f"{len(difference.added)} concepts added, {len(difference.changed)} changed, "
            f"{len(difference.retired)} retired; labels +{difference.labels_added} "
            f"-{difference.labels_removed}."
        )
