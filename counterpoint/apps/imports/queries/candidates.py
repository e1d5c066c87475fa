"""Organisations that a mention could be: by the same name, or by one that begins alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from counterpoint.apps.directory.models import Identifier as StoredIdentifier
from counterpoint.apps.directory.models import Organisation, OrganisationName
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.domain.interchange.likeness import Described
from counterpoint.domain.interchange.records import Identifier

KEYS_AT_ONCE = 900
# Names are compared with those that share this many signs at the beginning: a range of the index.
SAME_BEGINNING = 9
MOST_ALIKE = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    pk: int
    described: Described


class Candidates:
    def __init__(self, placing: Placing) -> None:
        self.placing = placing

    def for_all(self, described: Iterable[Described]) -> dict[str, list[Candidate]]:
        """By the key of the name that asks."""
        keys = {about.key for about in described}
        asked: dict[int, set[str]] = {}
        for key, pk in self._named(keys):
            asked.setdefault(pk, set()).add(key)
        for key in keys:
            for pk in self._beginning_like(key):
                asked.setdefault(pk, set()).add(key)
        found: dict[str, list[Candidate]] = {}
        for candidate in self._described(asked):
            for key in asked[candidate.pk]:
                found.setdefault(key, []).append(self._under(key, candidate, keys))
        return found

    def _named(self, keys: set[str]) -> Iterable[tuple[str, int]]:
        wanted = sorted(keys)
        for start in range(0, len(wanted), KEYS_AT_ONCE):
            chunk = wanted[start : start + KEYS_AT_ONCE]
            yield from Organisation.objects.filter(
                folded_name__in=chunk, merged_into=None
            ).values_list("folded_name", "id")
            yield from OrganisationName.objects.filter(folded_name__in=chunk).values_list(
                "folded_name", "organisation_id"
            )

    def _beginning_like(self, key: str) -> Iterable[int]:
        if len(key) < SAME_BEGINNING:
            return ()
        start = key[:SAME_BEGINNING]
        return (
            Organisation.objects.filter(
                folded_name__gte=start, folded_name__lt=_after(start), merged_into=None
            )
            .order_by("folded_name")
            .values_list("id", flat=True)[:MOST_ALIKE]
        )

    def _described(self, pks: Iterable[int]) -> Iterable[Candidate]:
        wanted = sorted(pks)
        for start in range(0, len(wanted), KEYS_AT_ONCE):
            chunk = wanted[start : start + KEYS_AT_ONCE]
            numbers = _numbers(chunk)
            rows = Organisation.objects.filter(pk__in=chunk, merged_into=None).values_list(
                "id", "folded_name", "postcode", "place_id", "place_words"
            )
            for pk, key, postcode, place_id, words in rows:
                place = place_id or words.casefold() or None
                around = self.placing.around(place_id)
                about = Described(key, postcode, place, around, numbers.get(pk, ()))
                yield Candidate(pk, about)

    def _under(self, key: str, candidate: Candidate, keys: set[str]) -> Candidate:
        """A candidate found by another of its names is compared by that name."""
        about = candidate.described
        is_by_other_name = key != about.key and key in keys and self._has_name(candidate.pk, key)
        if not is_by_other_name:
            return candidate
        other = Described(key, about.postcode, about.place, about.within, about.identifiers)
        return Candidate(candidate.pk, other)

    def _has_name(self, pk: int, key: str) -> bool:
        return OrganisationName.objects.filter(
            Q(organisation_id=pk), Q(folded_name=key)
        ).exists()


def _numbers(pks: list[int]) -> dict[int, tuple[Identifier, ...]]:
    found: dict[int, tuple[Identifier, ...]] = {}
    rows = StoredIdentifier.objects.filter(organisation_id__in=pks)
    for pk, scheme, value in rows.values_list("organisation_id", "scheme", "value"):
        found[pk] = (*found.get(pk, ()), Identifier(scheme, value))
    return found


def _after(start: str) -> str:
    """The first text behind all that begin with this one."""
    return start[:-1] + chr(ord(start[-1]) + 1)
