"""Who sees an agreement, who writes it, and who acts for which side.

The funder writes it; both sides read it and sign it; the programme team reads all of them. It is public
only once the funder publishes it.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.accounts.permissions import is_programme_team
from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.directory.models import Membership, Organisation
from counterpoint.apps.directory.permissions import MayOnlyLook, check_can_edit, role_in
from counterpoint.domain.refusals import Forbidden, NotFound

EDITS = (Membership.Role.LEAD, Membership.Role.EDITOR)


class NoSuchAgreement(NotFound):
    sentence = _("There is no such agreement.")


class NotOfThisSide(Forbidden):
    sentence = _("Only members of that side of the agreement can do this.")


def is_party(person: Any, agreement: Agreement) -> bool:
    parties = (agreement.funder, agreement.provider)
    return any(role_in(person, one) is not None for one in parties)


def can_see(person: Any, agreement: Agreement) -> bool:
    return agreement.is_public or is_party(person, agreement) or is_programme_team(person)


def can_read_whole(person: Any, agreement: Agreement) -> bool:
    """Payments, returns and signatures: the parties, and the funder of the agreement above it."""
    above = agreement.prime
    return (
        is_party(person, agreement)
        or is_programme_team(person)
        or (above is not None and role_in(person, above.funder) is not None)
    )


def check_can_write(by: Person | None, agreement: Agreement) -> None:
    """None is the system itself, which acts for whoever runs it; views never pass it on."""
    if by is not None:
        check_can_edit(by, agreement.funder)


def check_acts_for(by: Person | None, organisation: Organisation) -> None:
    """The side's own people: no programme team signs or reports for somebody."""
    if by is None:
        return
    role = role_in(by, organisation)
    if role is None:
        raise NotOfThisSide
    if role not in EDITS:
        raise MayOnlyLook


def acts_for(person: Any, organisation: Organisation) -> bool:
    return role_in(person, organisation) in EDITS
