"""The smallest valid agreements, made by the actions that make them in life."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.agreements.actions import drafting, signing
from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.directory.models import Organisation
from tests.factories import calls, directory
from tests.factories.directory import AT

BEGINS, ENDS = date(2027, 1, 4), date(2027, 12, 31)


def draft(
    funder: Organisation | None = None,
    provider: Organisation | None = None,
    *,
    amount: int = 20_000,
    by: Person | None = None,
    at: datetime = AT,
    **details: Any,
) -> Agreement:
    words = {
        "title": "Song for the borough",
        "kind": "grant",
        "amount": Decimal(amount),
        "begins": BEGINS,
        "ends": ENDS,
        "terms": "Weekly, open to all.",
        **details,
    }
    made = drafting.draft(
        funder=funder or directory.organisation("Example Council", roles=("commissioner",)),
        provider=provider or directory.organisation(),
        details=words,
        by=by,
        at=at,
    )
    add(made, "outcome", text="People are less lonely.", measure="UCLA-3", by=by)
    return made


def add(
    to: Agreement, what: str, /, *, by: Person | None = None, at: datetime = AT, **said: Any
) -> Any:
    part = drafting.add_part(agreement=to, what=what, details=said, by=by, at=at)
    to.refresh_from_db()
    return part


def signed(made: Agreement, at: datetime = AT) -> Agreement:
    """Offered, and signed by an editor of each side."""
    signing.offer(agreement=made, by=None, at=at)
    for side, who in (("funder", made.funder), ("provider", made.provider)):
        signing.sign(
            agreement=made, side=side, role="Head of culture", by=calls.editor(who), at=at
        )
    made.refresh_from_db()
    return made
