from datetime import datetime

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.matching.models import SavedSearch


@transaction.atomic
def save(*, name: str, address: str, by: Person, at: datetime) -> SavedSearch:
    """A search of the same name is replaced: that is how one is changed."""
    saved, _is_new = SavedSearch.objects.update_or_create(
        person=by, name=name, defaults={"address": address, "saved_at": at}
    )
    history.record(kind="search.saved", subject=saved, by=by, at=at)
    return saved


@transaction.atomic
def remove(*, saved: SavedSearch, by: Person, at: datetime) -> None:
    history.record(kind="search.removed", subject=saved, by=by, at=at)
    saved.delete()
