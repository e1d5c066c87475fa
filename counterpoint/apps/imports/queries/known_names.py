"""Names that other sources vouch for as names of organisations."""

from __future__ import annotations

from functools import lru_cache

from counterpoint.apps.directory.models import Organisation, OrganisationName


class KnownNames:
    """Asked "is this key in you?" by readers that would otherwise take the name for a person's.

    Organisations of one person do not count: their names are people's names.
    """

    def __init__(self) -> None:
        self._is_known = lru_cache(maxsize=20_000)(is_known)

    def __contains__(self, key: object) -> bool:
        return bool(key) and self._is_known(str(key))


def is_known(key: str) -> bool:
    companies = Organisation.objects.filter(is_one_person=False)
    return (
        companies.filter(folded_name=key).exists()
        or OrganisationName.objects.filter(
            folded_name=key, organisation__is_one_person=False
        ).exists()
    )
