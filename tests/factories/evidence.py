"""The smallest valid study, made by the action that makes it in life."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from counterpoint.apps.evidence.actions.studies import record_study
from counterpoint.apps.evidence.models import Study

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
_numbers = count(1)


def study(
    *,
    concepts: tuple[str, ...] = ("art_form.singing", "outcome.reduced-loneliness"),
    effects: tuple[dict[str, Any], ...] = (),
    by: Any = None,
    **details: Any,
) -> Study:
    number = next(_numbers)
    words = {
        "key": f"example-{number}",
        "title": f"An example study {number}",
        "authors": "Example A",
        "year": 2020,
        "design": "randomised",
        "found": "Less lonely.",
        "read": "numbers",
        "source": "https://study.example/",
        **details,
    }
    return record_study(details=words, concepts=concepts, effects=effects, by=by, at=AT)
