"""What every action on an agreement does around its own work."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.directory.actions.saving import hold
from counterpoint.apps.history import actions as history
from counterpoint.domain.commissioning.agreement import Act, State, check_may


def record(
    kind: str,
    agreement: Agreement,
    by: Person | None,
    at: datetime,
    detail: Mapping[str, Any] | None = None,
) -> None:
    history.record(kind=f"agreement.{kind}", subject=agreement, by=by, at=at, detail=detail)


def hold_for(agreement: Agreement, act: Act, seen_at: datetime | None = None) -> State | None:
    """Held as it is now; the state that the act leads to, refused where it cannot be done."""
    hold(agreement, seen_at)
    return check_may(act, State(agreement.state))


def save(agreement: Agreement, at: datetime, *fields: str) -> None:
    agreement.updated_at = at
    agreement.save(update_fields=[*fields, "updated_at"])
