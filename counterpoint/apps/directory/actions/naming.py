"""Addresses and other names of organisations."""

from datetime import date

from django.db.models import Q
from django.utils.text import slugify

from counterpoint.apps.directory.models import Organisation, OrganisationName
from counterpoint.domain.interchange.values.names import name_key

LONGEST_SLUG = 100
# Addresses under /organisations/ that mean something else.
TAKEN_BY_PAGES = {"new", "merges"}


def free_slug(name: str) -> str:
    """An address of its own for the name: the-choir, the-choir-2, the-choir-3 ..."""
    wanted = slugify(name)[:LONGEST_SLUG].strip("-") or "organisation"
    similar = Q(slug=wanted) | Q(slug__startswith=f"{wanted}-")
    taken = set(Organisation.objects.filter(similar).values_list("slug", flat=True))
    taken |= TAKEN_BY_PAGES
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def rename(organisation: Organisation, name: str) -> None:
    organisation.name, organisation.folded_name = name, name_key(name)


def keep_name(
    organisation: Organisation,
    name: str,
    kind: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> OrganisationName:
    days = {"valid_from": valid_from, "valid_to": valid_to}
    given = {field: day for field, day in days.items() if day is not None}
    kept, _is_new = OrganisationName.objects.update_or_create(
        organisation=organisation,
        name=name,
        kind=kind,
        defaults={"folded_name": name_key(name), **given},
    )
    return kept
