"""Yes and no, as people write them in tables."""

from __future__ import annotations

from counterpoint.domain.interchange.faults import NOT_YES_OR_NO
from counterpoint.domain.interchange.findings import ValueRefused

YES = frozenset({"yes", "y", "true", "1", "x", "ydw", "oes"})
NO = frozenset({"no", "n", "false", "0", "nac oes", "nage"})


def read_yes_or_no(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    text = str(value).strip().casefold()
    if not text:
        return None
    if text in YES:
        return True
    if text in NO:
        return False
    raise ValueRefused(NOT_YES_OR_NO, value)
