"""What apps above this one show on an organisation's page. They register here when they start.

Each brings rows of four texts, so that the rows of all of them are read in one query however many
apps there are, and makes its own panel of what came back.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.places.panels import Panel

# Title, key of its address, and a note or a code that the app has words for.
Row = tuple[str, str, str]


@dataclass(frozen=True)
class Kind:
    """`rows` gives a queryset of `values_list(title, key, note)`, all of them texts."""

    name: str
    rows: Callable[[Organisation], QuerySet[Any, Any]]
    panel: Callable[[Sequence[Row]], Panel | None]


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    _KINDS[kind.name] = kind
    return kind


def of(organisation: Organisation) -> list[Panel]:
    asked = [
        kind.rows(organisation).annotate(_kind=Value(kind.name, CharField()))
        for kind in _KINDS.values()
    ]
    if not asked:
        return []
    found: dict[str, list[Row]] = defaultdict(list)
    first, *others = asked
    for *row, name in first.union(*others, all=True) if others else first:
        found[name].append(tuple(row))
    panels = (kind.panel(found[kind.name]) for kind in _KINDS.values())
    return [panel for panel in panels if panel is not None]
