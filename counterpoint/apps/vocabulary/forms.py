"""What a visitor asks of the vocabulary. Any text is a question; nothing is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from counterpoint.domain.vocabulary.concepts import Kind

LONGEST_TEXT = 5_000
LONGEST_WORDS = 200
# Signs that no page may hold: HTML has no way to write them.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Asked:
    text: str = ""  # to be tried
    words: str = ""  # to be looked up
    letter: str = ""
    kind: Kind | None = None

    @classmethod
    def of(cls, written: Mapping[str, str]) -> "Asked":
        kind, letter = written.get("kind", ""), _readable(written.get("letter", ""))
        return cls(
            text=_readable(written.get("text", "")[:LONGEST_TEXT]),
            words=_readable(written.get("q", "")[:LONGEST_WORDS]),
            letter=letter[:1].upper(),
            kind=Kind(kind) if kind in list(Kind) else None,
        )


def _readable(written: str) -> str:
    return UNREADABLE.sub(" ", written).strip()
