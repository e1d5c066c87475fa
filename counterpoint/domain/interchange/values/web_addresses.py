"""Addresses on the web, as people write them in tables."""

from __future__ import annotations

import re

from counterpoint.domain.interchange.faults import NOT_AN_ADDRESS_ON_THE_WEB
from counterpoint.domain.interchange.findings import ValueRefused

NOTHING_WRITTEN = frozenset({"", "-", "n/a", "na", "none", "no website", "tbc"})
LABEL = r"[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff_-]{0,61}[a-z0-9\u00a1-\uffff])?"
ADDRESS = re.compile(
    rf"(?:(?P<scheme>https?)://)?(?P<host>{LABEL}(?:\.{LABEL})+)(?::\d{{2,5}})?(?P<rest>[/?#]\S*)?",
    re.IGNORECASE,
)
LONGEST = 500


def read_web_address(value: object) -> str:
    """An address with its scheme, or nothing. An e-mail address is a person's: it is no website."""
    text = str(value or "").strip().strip("<>")
    if text.casefold() in NOTHING_WRITTEN or "@" in text.split("/")[0]:
        return ""
    # Two slips that are common in published lists.
    text = re.sub(r"^(https?):?/{1,3}(?=\w)", r"\1://", text, flags=re.IGNORECASE)
    found = ADDRESS.fullmatch(text)
    if not found or len(text) > LONGEST:
        raise ValueRefused(NOT_AN_ADDRESS_ON_THE_WEB, value)
    return text if found["scheme"] else f"https://{text}"
