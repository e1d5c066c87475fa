"""Numbers in registers: each names one organisation."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Identifier as StoredIdentifier
from counterpoint.apps.directory.models import Organisation
from counterpoint.domain.interchange.records import Identifier
from counterpoint.domain.refusals import Conflict


class IdentifierTaken(Conflict):
    sentence = _("Another organisation here already has this register number.")
    advice = _(
        "If it is the same organisation, claim its record instead of making a second one."
    )

    def __init__(self, holder: Organisation, identifier: Identifier) -> None:
        self.holder, self.identifier = holder, identifier
        super().__init__()


def identify(
    organisation: Organisation, identifiers: Iterable[Identifier] | None
) -> list[str]:
    """The organisation has these numbers in these registers, and numbers elsewhere as before.

    An identifier without a value says that the organisation is in that register no longer.
    """
    changed = [
        identifier.scheme
        for identifier in identifiers or ()
        if _set_number(organisation, identifier)
    ]
    return ["identifiers"] if changed else []


def _set_number(organisation: Organisation, identifier: Identifier) -> bool:
    held = organisation.identifiers.filter(scheme=identifier.scheme)
    if not identifier.value:
        return bool(held.delete()[0])
    if held.filter(value=identifier.value).exists():
        return False
    named = {"scheme": identifier.scheme, "value": identifier.value}
    other = StoredIdentifier.objects.select_related("organisation").filter(**named).first()
    if other is not None:
        raise IdentifierTaken(other.organisation, identifier)
    held.delete()
    StoredIdentifier.objects.create(organisation=organisation, **named)
    return True
