"""Who writes a programme: the editors of its lead organisation, and the programme team."""

from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.permissions import can_edit, can_see_drafts, check_can_edit
from counterpoint.apps.programmes.models import Programme


def check_can_write(by: Person | None, programme: Programme) -> None:
    """None is the system itself, which acts for whoever runs it; views never pass it on."""
    if by is not None:
        check_can_edit(by, programme.lead)


def can_write(person: Any, programme: Programme) -> bool:
    return can_edit(person, programme.lead)


def can_see(person: Any, programme: Programme) -> bool:
    return programme.is_public or can_see_drafts(person, programme.lead)
