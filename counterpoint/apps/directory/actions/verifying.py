"""A person has looked at a record and says that it is right as it stands."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import check_allowed, hold, note
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.queries.owners import owner_of
from counterpoint.apps.history import actions as history
from counterpoint.domain.refusals import Conflict


class NothingToVerify(Conflict):
    sentence = _("Only something published can be checked.")
    advice = _("Publish it first: that counts as checking it.")


@transaction.atomic
def verify(*, record: Organisation | Offer | Need, by: Person, at: datetime) -> None:
    """`updated_at` stays: nothing was changed, and somebody else's open form is still good."""
    check_allowed(by, owner_of(record))
    hold(record)
    if not record.is_public:
        raise NothingToVerify
    record.verified_at, record.verified_by = at, by
    record.reminded_at, record.reminders_sent = None, 0
    record.save(update_fields=["verified_at", "verified_by", "reminded_at", "reminders_sent"])
    history.record(kind=f"{record._meta.model_name}.verified", subject=record, by=by, at=at)
    note(record, at)
