"""A text cut up so that the words which led to a term can be marked in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    text: str
    is_marked: bool = False


def marked(text: str, words: Iterable[str]) -> list[Part]:
    """The whole text in parts, every occurrence of the words marked; of overlapping ones the longest."""
    wanted = sorted({word for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return [Part(text)] if text else []
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE
    )
    parts: list[Part] = []
    end = 0
    for found in pattern.finditer(text):
        if found.start() > end:
            parts.append(Part(text[end : found.start()]))
        parts.append(Part(found.group(), is_marked=True))
        end = found.end()
    if end < len(text):
        parts.append(Part(text[end:]))
    return parts
