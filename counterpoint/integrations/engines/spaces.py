"""The spaces in which texts have a place, and the vectors of one generation in each of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterpoint.integrations.engines.manifest import GROWING
from counterpoint.integrations.engines.vectors import (
    MOST_COMPARED,
    Floats,
    VectorFile,
    Vectors,
)

Rows = NDArray[np.int64]
Compared = tuple[Rows, Floats]  # rows and their cosines, a line of these for each grain


class Space(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def trust(self) -> float: ...

    @property
    def dimensions(self) -> int: ...

    @property
    def grains(self) -> tuple[int, ...]: ...

    def place(self, texts: Sequence[str]) -> Floats: ...


class Placed:
    """The records of a generation in one space."""

    def __init__(self, space: Space, folder: Path) -> None:
        self.space = space
        self.file = VectorFile(folder / f"{space.name}{GROWING}", space.dimensions)
        self.vectors = Vectors(self.file, space.grains)

    def add(self, start: int, texts: Sequence[str]) -> None:
        self.file.write(start, self.space.place(texts))

    @property
    def is_small(self) -> bool:
        """So few that a question is compared with every one of them."""
        return len(self.vectors) <= MOST_COMPARED

    def likeness(self, text: str, among: Rows | None) -> Compared | None:
        """None when the text has no place here. `among` None stands for all rows."""
        question = self.space.place([text])[0]
        if not question.any() or not len(self.vectors):
            return None
        if among is None:
            return np.arange(len(self.vectors)), self.vectors.likeness(question, None)
        among = among[among < len(self.vectors)]
        return among, self.vectors.likeness(question, among)
