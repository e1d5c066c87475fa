from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from counterpoint.apps.directory.emails.posting import About, post


@dataclass(frozen=True)
class Due:
    """A record that its owner is asked to look at again."""

    about: About
    checked: str  # the day, in words
    reminder: int  # the first, second or third


def remind_owner(address: str, due: Sequence[Due]) -> None:
    """One mail for everything that waits; the subject follows the most urgent."""
    subjects = {
        1: _("Is this still right? Please check your entries"),
        2: _("Reminder: please check your entries"),
        3: _("Last reminder: your entries will be marked as unchecked"),
    }
    subject = subjects[max(one.reminder for one in due)]
    context = {"due": due, "my_work": About("", "/my-work/").address}
    post(subject, "please_check", context, address)
