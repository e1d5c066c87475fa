"""Streams in pieces. Python 3.12 has `itertools.batched`; the product runs on 3.11 as well."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Piece = TypeVar("Piece")


def in_batches(stream: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    pieces = iter(stream)
    while together := list(islice(pieces, size)):
        yield together
