import sys
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from counterpoint.config import schedule
from counterpoint.config.preparation import PAGES, RECORDS, prepare
from counterpoint.config.supervisor import Part, Supervisor, our


class Command(BaseCommand):
    help = "Serve the product: web pages, search indexer and background work, until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        environment = settings.ENVIRONMENT
        parser.add_argument(
            "--port", type=int, default=environment.number("COUNTERPOINT_PORT")
        )
        parser.add_argument("--bind", default=environment.text("COUNTERPOINT_BIND"))
        parser.add_argument(
            "--web-only", action="store_true", help="no indexer and no background work here"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for doing in prepare(RECORDS + PAGES):
            self.stderr.write(f"{doing} …")
        parts = [Part("web", web(options["bind"], options["port"]))]
        if not options["web_only"]:
            parts.append(Part("search indexer", our("index", "--follow")))
            parts.append(Part("background work", our("db_worker", "--queue-name", "*")))
        self.stderr.write(
            f"Counterpoint answers on http://{shown_host(options['bind'])}:{options['port']} (Ctrl-C stops it)"
        )
        every_minute = (lambda: None) if options["web_only"] else self._run_what_is_due
        Supervisor(parts, self.stderr.write, every_minute).run()

    def _run_what_is_due(self) -> None:
        schedule.run_what_is_due(datetime.now(UTC))
        close_old_connections()


def shown_host(bind: str) -> str:
    return "localhost" if bind in ("127.0.0.1", "0.0.0.0", "::") else bind  # noqa: S104  only shown


def web(bind: str, port: int) -> list[str]:
    environment = settings.ENVIRONMENT
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--host", bind, "--port", str(port)),
        *("--workers", str(environment.number("COUNTERPOINT_WORKERS"))),
        # Explicit: the default allows hundreds of threads, each with a database connection.
        *("--blocking-threads", str(environment.number("COUNTERPOINT_THREADS"))),
        # Without it a stop that arrives while workers start can hang.
        *("--workers-kill-timeout", "10", "--respawn-failed-workers"),
        *("--log-level", "warning", "counterpoint.config.wsgi:application"),
    ]
