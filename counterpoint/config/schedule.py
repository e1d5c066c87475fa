"""What happens by itself, and how often: a small periodic runner instead of a cron of our own.

When something last ran is kept in the shared cache table, so a restart does not run it twice.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.cache import cache
from django.core.management import call_command

logger = logging.getLogger(__name__)

SCHEDULE: dict[str, timedelta] = {
    "digest": timedelta(minutes=5),
    "watch_calls": timedelta(minutes=5),
    "send_call_mails": timedelta(days=1),
    "remind_returns": timedelta(days=1),
    "remind": timedelta(days=1),
    "forget": timedelta(days=1),
    "clearsessions": timedelta(days=1),
    "prune_db_task_results": timedelta(days=1),
}


def run_what_is_due(at: datetime, run: Callable[[str], object] = call_command) -> list[str]:
    """The commands that ran. One that fails is logged and tried again at its next turn."""
    ran = []
    for command, every in SCHEDULE.items():
        # add() is one atomic question to the table: of two servers only one gets the turn.
        if cache.add(f"schedule:{command}", at.isoformat(), timeout=every.total_seconds()):
            ran.append(command)
            try:
                run(command)
            except Exception:
                logger.exception("The scheduled command %s failed", command)
    return ran
