"""How long imports keep files that people sent."""

from datetime import datetime

from counterpoint.apps.history.retention import forgets
from counterpoint.apps.imports.actions.uploads import drop_old_uploads


@forgets("uploaded files that nobody went on with")
def uploads(at: datetime) -> int:
    return drop_old_uploads(at=at)
