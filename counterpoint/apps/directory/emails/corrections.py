from collections.abc import Iterable

from django.utils.translation import gettext as _

from counterpoint.apps.directory.emails.posting import About, post
from counterpoint.apps.directory.models import Correction


def tell_owners(correction: Correction, about: About, addresses: Iterable[str]) -> None:
    answer_at = About(about.name, f"/corrections/{correction.pk}/").address
    context = {"correction": correction, "about": about, "answer_at": answer_at}
    subject = _("A correction was suggested: {name}").format(name=about.name)
    for address in addresses:
        post(subject, "correction_suggested", context, address)


def tell_suggester(correction: Correction, about: About, address: str) -> None:
    subject = _("Your correction was answered: {name}").format(name=about.name)
    context = {"correction": correction, "about": about}
    post(subject, "correction_answered", context, address)
