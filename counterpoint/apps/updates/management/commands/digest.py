from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.updates.actions.campaigns import prepare_campaigns
from counterpoint.apps.updates.actions.gathering import gather
from counterpoint.apps.updates.actions.preparing import prepare_digests
from counterpoint.apps.updates.actions.sending import LEASE, send_waiting
from counterpoint.domain.matching.engine import EngineRefused


class Command(BaseCommand):
    help = (
        "Send the updates that are due: digests and newsletters. Killed at any point, it goes on "
        "where it was. Run it every few minutes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        # The schedule shares its process with others: a large sending is done in turns.
        parser.add_argument("--most", type=int, default=500, help="mails in this turn (500)")
        parser.add_argument("--all", action="store_true", help="send whatever waits")
        parser.add_argument(
            "--lease",
            type=int,
            default=int(LEASE.total_seconds()),
            metavar="SECONDS",
            help="after how long a mail that another worker claimed is taken over (660)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with suppress(EngineRefused):  # the indexer that runs is doing it
            indexing.drain()
        gathered = gather()
        at = datetime.now(UTC)
        written = prepare_digests(at=at)
        written += prepare_campaigns(at=at)
        sent = send_waiting(
            clock=lambda: datetime.now(UTC),
            most=None if options["all"] else options["most"],
            lease=timedelta(seconds=options["lease"]),
        )
        self.stdout.write(
            f"{gathered} pieces of news, {written} mails written down, {sent} sent."
        )
