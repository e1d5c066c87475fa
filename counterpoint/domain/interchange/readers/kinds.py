"""What sort of organisation a name speaks of, where the file does not say."""

from __future__ import annotations

import re

# In this order: a university's museum is a museum, a council's library service a library.
SIGNS = (
    ("museum", re.compile(r"\bmuseums?\b|\bamgueddfa\b", re.IGNORECASE)),
    ("library", re.compile(r"\blibrar(?:y|ies)\b", re.IGNORECASE)),
    (
        "health",
        re.compile(
            r"\bnhs\b|\bhospitals?\b|\bhospice\b|\bintegrated care board\b", re.IGNORECASE
        ),
    ),
    (
        "education",
        re.compile(
            r"\buniversit(?:y|ies)\b|\bprifysgol\b|\bschool\b|\bcollege\b", re.IGNORECASE
        ),
    ),
    (
        "commissioner",
        re.compile(
            r"\bcouncil$|\b(?:borough|county|city|district) council\b|\bcyngor\b",
            re.IGNORECASE,
        ),
    ),
)
# Councils of another sort: they hand out or support, they do not commission public services.
NOT_AUTHORITIES = re.compile(
    r"\b(?:arts|parochial church|community|voluntary|craft|crafts|sports?) council\b",
    re.IGNORECASE,
)
# Most names say nothing, and a file has many: asked once for all signs together.
ANY_SIGN = re.compile("|".join(f"(?:{sign.pattern})" for _kind, sign in SIGNS), re.IGNORECASE)


def kind_by_name(name: str, otherwise: str) -> str:
    if not ANY_SIGN.search(name):
        return otherwise
    for kind, sign in SIGNS:
        if sign.search(name) and not (kind == "commissioner" and NOT_AUTHORITIES.search(name)):
            return kind
    return otherwise
