"""What a returned mail means for the next one.

A hard bounce says that the address does not exist: nothing is sent to it any more. A soft one says
"not now": the next mail waits twice as long each time, and after the last wait the address counts
as gone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_WAIT = timedelta(days=1)
# Waits of 1, 2, 4, 8 and 16 days: a month of a full mailbox.
MOST_SOFT = 5


@dataclass(frozen=True)
class Standing:
    soft_bounces: int = 0
    wait_until: datetime | None = None
    is_stopped: bool = False


def after_bounce(before: Standing, *, is_hard: bool, at: datetime) -> Standing:
    if is_hard or before.soft_bounces >= MOST_SOFT:
        return Standing(before.soft_bounces, None, is_stopped=True)
    if before.wait_until and before.wait_until > at:
        # Several mails of the same day came back: that is one thing, not many.
        return before
    wait = FIRST_WAIT * 2**before.soft_bounces
    return Standing(before.soft_bounces + 1, at + wait, is_stopped=False)
