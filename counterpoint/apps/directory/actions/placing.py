"""Words for a place, resolved when whoever wrote them has not said which place they mean."""

from collections.abc import Mapping
from typing import Any

from counterpoint.apps.directory.queries.placing import placed


def located(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details with the place that their words lead to, where they lead to just one.

    Words that are unknown or could mean several stay as they are: a form asks about them before,
    and nobody is put on the map by a guess.
    """
    words = str(details.get("place_words", "")).strip()
    if not words or "place" in details:
        return dict(details)
    found = placed(words)
    return {
        **details,
        "place": found.place,
        "latitude": found.point.latitude if found.point else None,
        "longitude": found.point.longitude if found.point else None,
    }
