"""A row of any file, as the readers see it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by their heading. The number is the one a spreadsheet shows; in JSON, the position."""

    number: int
    cells: Cells

    def text(self, heading: str) -> str:
        return plain_text(self.cells.get(heading))


# Carriage returns arrive as "_x000D_" from workbooks that a Macintosh once saved.
UNWANTED = re.compile(r"_x000D_|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff]")
# What exports put before a text that a spreadsheet would take for a formula (OWASP, CSV Injection).
GUARD, FORMULA_SIGNS = "'", ("=", "+", "-", "@")


def plain_text(value: object) -> str:
    """A cell as text: numbers that a workbook made of names lose their '.0', edges are trimmed."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip() if value.isascii() and value.isprintable() else tidied(value)
        return text[1:] if text[:1] == GUARD and text[1:2] in FORMULA_SIGNS else text
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def tidied(value: str) -> str:
    """Text without control signs and with plain blanks; line breaks between words stay."""
    text = (
        UNWANTED.sub("", value).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    )
    return unicodedata.normalize("NFC", text).strip()


def one_line(value: object) -> str:
    if value is None or value == "":
        return ""
    return " ".join(plain_text(value).split())


def heading_key(heading: object) -> str:
    """A heading without what varies between editions of the same file: case, breaks, blanks."""
    return " ".join(str(heading or "").replace("_", " ").split()).casefold().rstrip(" :*")
