"""Names of organisations, made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What registers add to a name and people leave out.
LEGAL_ENDINGS = re.compile(
    r"\b(?:limited|ltd|cyfyngedig|cyf|plc|llp|cic|cio|community interest company|cbc"
    r"|company limited by guarantee|registered charity|incorporated|inc)\b"
)
TRADING_AS = re.compile(r"\s(?:t/a|trading as|also known as|aka|formerly)\s.*", re.IGNORECASE)
NOT_LETTERS = re.compile(r"[^\w\s]|_")
DOTTED = re.compile(r"\b(?:\w\.){2,}")
STOP_WORDS = frozenset({"the", "y", "yr"})
LONGEST_KEY = 200


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The name as two writers of it would agree: no case, accents, punctuation or legal form."""
    text = DOTTED.sub(lambda found: found[0].replace(".", ""), name.replace("&", " and "))
    text = TRADING_AS.sub("", text).replace("’", "'").replace("'", "")
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
    words = LEGAL_ENDINGS.sub(" ", NOT_LETTERS.sub(" ", text)).split()
    if len(words) > 1 and words[0] in STOP_WORDS:
        words = words[1:]
    # A name that is nothing but legal words and signs keeps itself.
    return (" ".join(words) or name.casefold().strip())[:LONGEST_KEY]
