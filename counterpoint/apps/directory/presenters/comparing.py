"""Two organisations side by side, for whoever decides whether they are one."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.presenters.cards import role_names


@dataclass(frozen=True)
class Row:
    label: str
    kept: str
    absorbed: str


def compared(kept: Organisation, absorbed: Organisation) -> list[Row]:
    left, right = _facts(kept), _facts(absorbed)
    return [Row(label, left[label], right[label]) for label in left]


def _facts(one: Organisation) -> dict[str, str]:
    roles = role_names(sorted(one.roles.values_list("role", flat=True)))
    return {
        _("Name"): one.name,
        _("Other names"): ", ".join(one.other_names.values_list("name", flat=True)),
        _("Kind"): ", ".join(roles),
        _("Register numbers"): ", ".join(str(number) for number in one.identifiers.all()),
        _("Place"): str(one.place or one.place_words),
        _("Postcode"): one.postcode,
        _("Website"): one.website,
        _("Offers"): str(one.offers.count()),
        _("Needs"): str(one.needs.count()),
        _("Awards received"): str(one.awards.count()),
        _("Awards made"): str(one.awards_made.count()),
        _("People who act for it"): str(one.memberships.count()),
    }
