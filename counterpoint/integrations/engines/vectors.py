"""Vectors of records on disk, a row each: signed bytes, added to and never changed."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Up to here every vector is compared; a product of this size takes a few milliseconds. Above it
# only the candidates of the other legs are compared.
MOST_COMPARED = 50_000


class VectorFile:
    def __init__(self, path: Path, dimensions: int) -> None:
        self.path = path
        self.dimensions = dimensions

    def rows(self) -> int:
        return self.path.stat().st_size // self.dimensions if self.path.exists() else 0

    def write(self, start: int, vectors: Floats) -> None:
        """Puts the vectors at these rows; rows skipped after a kill are left as nothing."""
        with self.path.open("r+b" if self.path.exists() else "w+b") as file:
            file.seek(start * self.dimensions)
            file.write(as_bytes(vectors).tobytes())


def as_bytes(vectors: Floats) -> NDArray[np.int8]:
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    return np.rint(vectors * (127.0 / np.where(largest > 0, largest, 1.0))).astype(np.int8)


class Vectors:
    """The vectors of one space, and their likeness to a question at several grains.

    The dimensions of a latent space are in order of importance, so the first of them alone are the
    same space with a coarser grain: topics instead of words.
    """

    def __init__(self, file: VectorFile, grains: Sequence[int]) -> None:
        self.grains = tuple(grains)
        count = file.rows()
        shape = (count, file.dimensions)
        self._bytes: NDArray[np.int8] = (
            np.memmap(file.path, dtype=np.int8, mode="r", shape=shape)
            if count
            else np.zeros(shape, dtype=np.int8)
        )
        self._whole: tuple[Floats, Floats] | None = None

    def __len__(self) -> int:
        return len(self._bytes)

    def likeness(self, question: Floats, rows: NDArray[np.int64] | None) -> Floats:
        """Cosines, a line for each grain; of all rows, or of those asked for."""
        if rows is None:
            vectors, lengths = self._all()
        else:
            vectors = self._bytes[rows].astype(np.float32)
            lengths = self._lengths(vectors)
        return self._cosines(vectors, lengths, question)

    def _all(self) -> tuple[Floats, Floats]:
        if self._whole is None:
            vectors = self._bytes.astype(np.float32)
            self._whole = vectors, self._lengths(vectors)
        return self._whole

    def _lengths(self, vectors: Floats) -> Floats:
        squares = np.add.reduceat(vectors**2, self._starts(), axis=1)
        lengths: Floats = np.sqrt(np.cumsum(squares, axis=1)).T + np.float32(1e-9)
        return lengths

    def _cosines(self, vectors: Floats, lengths: Floats, question: Floats) -> Floats:
        products = np.zeros((len(self.grains), len(vectors)), dtype=np.float32)
        edges = [*self._starts(), self.grains[-1]]
        for grain, (start, end) in enumerate(pairwise(edges)):
            products[grain] = vectors[:, start:end] @ question[start:end]
        products = np.cumsum(products, axis=0)
        norms = np.array([np.linalg.norm(question[:grain]) or 1.0 for grain in self.grains])
        cosines: Floats = (products / lengths / norms[:, None]).astype(np.float32)
        return cosines

    def _starts(self) -> list[int]:
        return [0, *self.grains[:-1]]
