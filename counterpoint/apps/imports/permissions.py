"""Who may bring files in: the programme team, because what comes in is public at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.permissions import is_programme_team
from counterpoint.domain.refusals import Forbidden


class MayNotImport(Forbidden):
    sentence = _("Only the programme team can import files.")
    advice = _("Send them the file, or add your organisation and its offers by hand.")


def check_can_import(person: Any) -> None:
    if not is_programme_team(person):
        raise MayNotImport
