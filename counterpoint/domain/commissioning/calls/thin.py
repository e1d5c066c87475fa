"""A thin response: a lot with fewer than two bids that may be considered.

It happened to both pilots of the worked example: a county tendered six lots twice because too few
bid the first time, and a clinical commissioning group advertised two themes of its grants again.
What can be done then is offered, never done by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

FEWEST = 2


class Way(StrEnum):
    EXTEND = "extend"
    READVERTISE = "readvertise"
    SPLIT = "split"
    GRANT = "grant"
    GO_ON = "go-on"


@dataclass(frozen=True, slots=True)
class Response:
    lot: int
    title: str
    eligible: int
    in_all: int

    @property
    def is_thin(self) -> bool:
        return self.eligible < FEWEST


def responses(
    lots: Mapping[int, str], bids: Iterable[tuple[int, bool]]
) -> tuple[Response, ...]:
    """`bids` are the lot of each and whether it is eligible."""
    known = list(bids)
    return tuple(
        Response(
            number,
            title,
            eligible=sum(lot == number and is_eligible for lot, is_eligible in known),
            in_all=sum(lot == number for lot, _is_eligible in known),
        )
        for number, title in lots.items()
    )


def ways(response: Response, *, is_grant: bool, is_sealed: bool) -> tuple[Way, ...]:
    """What may be done about it. Nothing is extended once applications were opened."""
    if not response.is_thin:
        return ()
    found = [Way.EXTEND] if is_sealed else []
    found += [Way.READVERTISE]
    if is_sealed:
        found += [Way.SPLIT]
    if not is_grant:
        found += [Way.GRANT]
    if response.eligible:
        found += [Way.GO_ON]
    return tuple(found)
