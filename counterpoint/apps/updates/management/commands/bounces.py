import mailbox
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from counterpoint.apps.updates.actions.delivery_reports import take_report


class Command(BaseCommand):
    help = (
        "Take over delivery reports (multipart/report): one mail from standard input, or all of a "
        "Maildir. Addresses that do not exist are written to no more."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "maildir",
            nargs="?",
            type=Path,
            help="folder; read mails leave it (otherwise stdin)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, at = options["maildir"], datetime.now(UTC)
        if folder is None:
            count, read = take_report(raw=sys.stdin.buffer.read(), at=at), 1
        elif not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        else:
            count, read = self._folder(folder, at)
        self.stdout.write(f"{read} mails read, {count} about subscribers.")

    def _folder(self, folder: Path, at: datetime) -> tuple[int, int]:
        """Each mail leaves the folder once it is taken over, so that it counts once."""
        count = read = 0
        mails = mailbox.Maildir(str(folder), factory=None, create=False)
        for key in list(mails.keys()):
            count += take_report(raw=mails.get_bytes(key), at=at)
            read += 1
            mails.discard(key)
        return count, read
