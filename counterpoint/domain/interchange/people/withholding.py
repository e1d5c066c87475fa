"""A person's name taken out of the texts around it."""

from __future__ import annotations

import re

SOMEBODY = "an individual artist"
SHORTEST_PART = 3


def without_the_name(text: str, name: str) -> str:
    """The text with the name, and the name's parts on their own, replaced.

    "Jane Example: new work" and "Lottery grant to Jane Example" both lose her; a common word that
    happens to be half of a name ("Rose" in "The Rose Theatre") is lost with it, knowingly.
    """
    whole = " ".join(name.split())
    if not text or not whole:
        return text
    text = re.sub(_as_words(whole), SOMEBODY, text, flags=re.IGNORECASE)
    parts = [part.strip(".,'’\"()") for part in whole.split()]
    telling = [part for part in parts if len(part) >= SHORTEST_PART]
    for part in telling:
        # Only where it is written as a name: "may" and "hall" stay words.
        text = re.sub(_as_words(part.capitalize() if part.isupper() else part), SOMEBODY, text)
    return re.sub(rf"{SOMEBODY}(?:[\s,&-]+(?:and )?{SOMEBODY})+", SOMEBODY, text)


def _as_words(name: str) -> str:
    return r"(?<!\w)" + r"\s+".join(re.escape(word) for word in name.split()) + r"(?!\w)"
