"""The mapping that a person saved for lists with these headings."""

from collections.abc import Sequence

from counterpoint.apps.imports.models import SavedMapping
from counterpoint.domain.interchange.mapping import ColumnMapping


def mapping_named(name: str) -> ColumnMapping | None:
    found = SavedMapping.objects.filter(name=name).first()
    return found.as_value() if found else None


def mapping_for(keys: Sequence[str]) -> ColumnMapping | None:
    """The newest one made for a file with exactly these headings, in any order."""
    wanted = sorted(keys)
    for saved in SavedMapping.objects.order_by("-saved_at"):
        if sorted(saved.headings) == wanted:
            return saved.as_value()
    return None
