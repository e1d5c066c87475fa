"""The deadline is exact, and the server's clock decides.

The moment itself still counts, and so does the grace that the call states beforehand for everybody:
what arrives within it is accepted, and its receipt says how late it was.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from counterpoint.domain.refusals import Conflict, Invalid

MOST_GRACE = timedelta(minutes=60)


class TooLate(Conflict):
    sentence: object = "The deadline has passed. Nothing was sent."
    advice: object = "What you wrote is kept, and you can use it in another application."


class NotForward(Invalid):
    sentence = "A deadline can only be moved to a later time that is still to come."


class TooMuchGrace(Invalid):
    sentence = "Grace is at most 60 minutes: more than that is a later deadline."


@dataclass(frozen=True, slots=True)
class Deadline:
    closes_at: datetime
    grace: timedelta = timedelta(0)

    @property
    def last_moment(self) -> datetime:
        return self.closes_at + self.grace

    def late_by(self, at: datetime) -> timedelta:
        """Nothing for what came in time; refused when it came after the grace as well."""
        if at > self.last_moment:
            raise TooLate
        return max(at - self.closes_at, timedelta(0))


def check_grace(grace: timedelta) -> None:
    if not timedelta(0) <= grace <= MOST_GRACE:
        raise TooMuchGrace


def check_moves_forward(old: datetime, new: datetime, now: datetime) -> None:
    if new <= old or new <= now:
        raise NotForward
