"""What several sources say about one thing: side by side, none chosen, none overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    question: str
    figure: str
    unit: str = ""


@dataclass(frozen=True)
class Question:
    words: str
    figures: tuple[Figure, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether two sources give different answers."""
        return len({(one.figure.strip().casefold(), one.unit) for one in self.figures}) > 1


def by_question(figures: Iterable[Figure]) -> list[Question]:
    """In the order in which the questions first appear."""
    groups: dict[str, list[Figure]] = {}
    for one in figures:
        groups.setdefault(one.question, []).append(one)
    return [Question(words, tuple(group)) for words, group in groups.items()]
