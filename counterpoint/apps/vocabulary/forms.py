"""What a visitor asks of the vocabulary. Any text is a question; nothing is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.web.asked import readable

LONGEST_TEXT = 5_000
LONGEST_WORDS = 200


@dataclass(frozen=True)
class Asked:
    text: str = ""  # to be tried
    words: str = ""  # to be looked up
    letter: str = ""
    kind: Kind | None = None

    @classmethod
    def of(cls, written: Mapping[str, str]) -> "Asked":
        kind, letter = written.get("kind", ""), readable(written.get("letter", ""))
        return cls(
            text=readable(written.get("text", "")[:LONGEST_TEXT]),
            words=readable(written.get("q", "")[:LONGEST_WORDS]),
            letter=letter[:1].upper(),
            kind=Kind(kind) if kind in list(Kind) else None,
        )
