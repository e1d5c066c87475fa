"""What is wrong in a vocabulary file, told so that the person who wrote it can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.domain.refusals import Invalid


@dataclass(frozen=True, slots=True)
class Fault:
    file: str
    code: str  # of the concept or false friend; empty when the whole file is meant
    field: str
    problem: str
    advice: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.code, self.field) if part)
        return f"{where}: {self.problem} {self.advice}"


class VocabularyFaults(Invalid):
    """The files do not make a vocabulary; every reason is listed."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__(f"The vocabulary files have {count}, so nothing was loaded.")
