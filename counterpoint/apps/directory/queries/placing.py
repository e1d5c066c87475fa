"""Where somebody's words for a place lead, as the directory files it."""

from dataclasses import dataclass

from counterpoint.apps.places.models import Place
from counterpoint.apps.places.queries import Outcome, ids_holding, ids_within, locate
from counterpoint.domain.places.mentions import Choice
from counterpoint.domain.places.points import Point


@dataclass(frozen=True)
class Placed:
    """`says` is for whoever wrote the words: a question, or how they were taken."""

    words: str
    place: Place | None = None
    point: Point | None = None
    says: str = ""
    choices: tuple[Choice, ...] = ()
    is_ambiguous: bool = False
    is_online: bool = False

    @property
    def name(self) -> str:
        return self.place.name if self.place else self.words

    @property
    def is_unknown(self) -> bool:
        return self.place is None and not self.is_online

    @property
    def within(self) -> tuple[int, ...]:
        """This place and all that lies in it."""
        return ids_within(self.place.code) if self.place else ()

    @property
    def holders(self) -> tuple[int, ...]:
        """The places that it lies in."""
        return ids_holding(self.place.code) if self.place else ()


NOWHERE = Placed("")


def placed(words: str, choice: str = "") -> Placed:
    """`choice` is the code that was picked when the words alone could mean several places."""
    located = locate(choice or words)
    is_ambiguous = located.outcome is Outcome.AMBIGUOUS
    place = None
    if located.code and not is_ambiguous:
        place = Place.objects.defer("outline").filter(code=located.code).first()
    return Placed(
        words=words,
        place=place,
        point=located.point if not is_ambiguous else None,
        says=located.says,
        choices=located.choices,
        is_ambiguous=is_ambiguous,
        is_online=located.is_online,
    )


def choice_words(choice: Choice) -> str:
    return f"{choice.name}, {choice.within}" if choice.within else choice.name
