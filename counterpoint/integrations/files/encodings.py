"""How the letters of a text file are written down."""

from __future__ import annotations

import codecs
from pathlib import Path

CHUNK = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(path: Path) -> str:
    """By its mark, else UTF-8 if the whole file is; else what Windows programs write in Britain."""
    with path.open("rb") as file:
        start = file.read(200)
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    if start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    if start[0::2].count(0) > len(start) // 3:
        return "utf-16-be"
    return "utf-8" if _is_utf_8(path) else "cp1252"


def _is_utf_8(path: Path) -> bool:
    """One pass over all of it: a single é on the last row of a long file decides."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
