"""Short marks by which a row is known again: what it is, and whether it changed."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

# Raised when the readers begin to read more of a row, so that files imported before are read anew.
EDITION = "1"
MARK_BYTES = 16


def mark(parts: Iterable[object], secret: bytes) -> str:
    """32 hexadecimal signs. Keyed, because rows may hold names of people that are kept nowhere:
    without the key nobody can find out whether a guessed name fits."""
    words = "\x1f".join(part if isinstance(part, str) else repr(part) for part in parts)
    return blake2b(
        f"{EDITION}\x1e{words}".encode("utf-8", "surrogatepass"),
        digest_size=MARK_BYTES,
        key=secret,
    ).hexdigest()
