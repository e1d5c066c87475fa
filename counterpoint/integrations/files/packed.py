"""Packed files that would burst: refused before any other program unpacks them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from counterpoint.integrations.files.refusals import TooLarge, UnreadableFile

MEGABYTE = 1_000_000
# Real workbooks pack 5 to 25 times; repeated text in a long sheet has been seen at 60 times.
MOST_TIMES_THE_SIZE = 200
LARGEST_UNPACKED_BYTES = 2_000 * MEGABYTE
SMALL_ENOUGH_BYTES = 50 * MEGABYTE
MOST_MEMBERS = 10_000
LARGEST_COMPOUND_BYTES = 200 * MEGABYTE
CHUNK = 1 << 20
LOCAL_HEADER = struct.Struct("<4s22xHH")


def check(archive: zipfile.ZipFile, path: Path) -> None:
    """The archive's own list of sizes first, then the bytes themselves: a list can lie."""
    members = archive.infolist()
    size = max(path.stat().st_size, 1)
    if len(members) > MOST_MEMBERS:
        raise UnreadableFile(why=f"{len(members)} members")
    _limit(sum(member.file_size for member in members), size)
    with path.open("rb") as file:
        unpacked = 0
        for member in members:
            for grown in _unpacked_sizes(file, member):
                unpacked += grown
                _limit(unpacked, size)


def _unpacked_sizes(file: IO[bytes], member: zipfile.ZipInfo) -> Iterator[int]:
    """Inflates and throws away: `zipfile` would stop at the size that the list claims."""
    if member.compress_type != zipfile.ZIP_DEFLATED:
        yield member.compress_size
        return
    file.seek(member.header_offset)
    _signature, name_length, extra_length = LOCAL_HEADER.unpack(file.read(LOCAL_HEADER.size))
    file.seek(name_length + extra_length, 1)
    inflating, left = zlib.decompressobj(-15), member.compress_size
    try:
        while left > 0 and not inflating.eof:
            packed = file.read(min(CHUNK, left))
            left -= len(packed) or left
            while packed:
                yield len(inflating.decompress(packed, CHUNK))
                packed = inflating.unconsumed_tail
    except zlib.error as error:
        raise UnreadableFile(why=error) from error


def _limit(unpacked: int, size: int) -> None:
    is_bomb = unpacked > SMALL_ENOUGH_BYTES and unpacked > MOST_TIMES_THE_SIZE * size
    if is_bomb or unpacked > LARGEST_UNPACKED_BYTES:
        raise TooLarge(size=unpacked // MEGABYTE, times=unpacked // size)
