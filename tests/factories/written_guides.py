"""A guide as its file has it, for tests without a database."""

from __future__ import annotations

from datetime import date
from typing import Any


def guide_fields(**changed: Any) -> dict[str, Any]:
    """A small guide that says everything a guide may say."""
    return {
        "title": "Example guide",
        "slug": "example-guide",
        "audience": "commissioner",
        "summary": "How to ask for less loneliness in words that a choir understands.",
        "concepts": ["outcome.reduced-loneliness"],
        "written_on": date(2026, 11, 1),
        "review_by": date(2027, 11, 1),
        "next": [],
        "chapters": [
            {
                "title": "Begin with people",
                "body": [
                    {"p": "Say *who* is lonely, and how you know [G6]."},
                    {"list": ["one", "two"]},
                    {"steps": ["first", "second"]},
                    {"check": ["asked a neighbour"]},
                    {"note": "Kent had to ask twice."},
                    {
                        "example": {
                            "title": "Example need",
                            "text": "Invented: fewer lonely days.",
                        }
                    },
                    {
                        "table": {
                            "caption": "Say this, not that",
                            "head": ["Instead of", "Say"],
                            "rows": [["service users", "people"]],
                        }
                    },
                ],
            }
        ],
        "sources": [{"key": "G6", "name": "A seminar", "address": "https://example.org/g6"}],
    } | changed
