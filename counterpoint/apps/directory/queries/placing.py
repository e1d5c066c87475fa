"""Where somebody's words for a place lead, with the question to ask when they lead nowhere sure."""

from dataclasses import dataclass, field

from counterpoint.apps.places.models import Place
from counterpoint.domain.places.points import Point


@dataclass(frozen=True)
class Choice:
    name: str
    code: str


@dataclass(frozen=True)
class Placed:
    """`within`: this place and all in it. `holders`: the places that it lies in."""

    words: str
    place: Place | None = None
    point: Point | None = None
    within: tuple[int, ...] = ()
    holders: tuple[int, ...] = ()
    question: str = ""
    choices: tuple[Choice, ...] = field(default=())

    @property
    def name(self) -> str:
        return self.place.name if self.place else self.words


def placed(words: str) -> Placed:
    raise NotImplementedError
