"""Which reader a sheet or a list is for, from its headings; or in words why it is for none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterpoint.domain.interchange.faults import gettext_noop
from counterpoint.domain.interchange.headings import (
    Headings,
    RawRow,
    find_headings,
    likely_headings,
)
from counterpoint.domain.interchange.mapping import ColumnMapping, recognised
from counterpoint.domain.interchange.readers.ace_portfolio import NationalPortfolio
from counterpoint.domain.interchange.readers.ace_project_grants import (
    GrantsForTheArts,
    ProjectGrants,
)
from counterpoint.domain.interchange.readers.ace_recovery_fund import RecoveryFund
from counterpoint.domain.interchange.readers.charities import Charities
from counterpoint.domain.interchange.readers.libraries import Libraries
from counterpoint.domain.interchange.readers.local_authorities import LocalAuthorities
from counterpoint.domain.interchange.readers.museums import Museums
from counterpoint.domain.interchange.readers.plain import PlainList
from counterpoint.domain.interchange.readers.reader import Reader, Surroundings
from counterpoint.domain.interchange.readers.threesixty import GrantsList, GrantsSheet
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.domain.interchange.threesixty.titles import titled_paths
from counterpoint.domain.interchange.threesixty.validation import Standard

PUBLISHED_LISTS: tuple[type[Reader], ...] = (
    NationalPortfolio,
    RecoveryFund,
    ProjectGrants,
    GrantsForTheArts,
    Libraries,
    Museums,
    LocalAuthorities,
    Charities,
)
# Files that travel with the lists above and hold no records of ours.
NOT_RECORDS: tuple[tuple[frozenset[str], str], ...] = (
    (
        frozenset({"code", "tag", "category", "regular expression"}),
        gettext_noop(
            "This is a list of classes with their rules, not of organisations or awards."
        ),
    ),
    (
        frozenset({"section", "group", "sub-group", "title"}),
        gettext_noop("This is a classification, not a list of organisations or awards."),
    ),
    (
        frozenset({"code", "title"}),
        gettext_noop("This is a list of codes, not of organisations or awards."),
    ),
    (
        frozenset({"$schema", "properties"}),
        gettext_noop("This is a schema that describes data; there are no records in it."),
    ),
)


@dataclass(frozen=True, slots=True)
class Recognised:
    headings: Headings
    reader: Reader


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """Nothing reads this. `headings` is what a person can map by hand, where there are any."""

    why: str
    headings: Headings | None = None
    # It travels with lists of records: to have brought it along is no mistake.
    is_companion: bool = False


class Recognition:
    """All readers, with the 360Giving schema that two of them need."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.standard = Standard(schema)
        self.paths = titled_paths(schema)

    def of_sheet(
        self,
        rows: Sequence[RawRow],
        around: Surroundings,
        *,
        wanted: RecordKind | None = None,
        mapping: ColumnMapping | None = None,
    ) -> Recognised | Unrecognised:
        """From the first rows of a sheet. A mapping that a person made decides before anything else."""
        if mapping is not None:
            return self._by_mapping(rows, around, mapping)
        found = find_headings(rows, lambda keys: self._published(keys) is not None)
        if found:
            reader = self._published(frozenset(found.keys))
            if reader is not None and _is_wanted(reader.kind, wanted):
                return Recognised(found, self._open(reader, found, around))
        found = find_headings(rows, lambda keys: recognised(tuple(keys), wanted) is not None)
        if found and (columns := recognised(found.keys, wanted)) and not _not_records(found):
            return Recognised(found, PlainList(found.keys, around, columns))
        return self._unknown(find_headings(rows, _describe_others) or likely_headings(rows))

    def of_list(self, keys: frozenset[str], around: Surroundings) -> Recognised | Unrecognised:
        """From the field names of the first entries of a JSON list."""
        lowered = frozenset(key.casefold() for key in keys)
        headings = Headings(tuple(sorted(keys)), tuple(sorted(lowered)), 0)
        if GrantsList.fits(lowered):
            return Recognised(headings, GrantsList(headings.keys, around, self.standard))
        return self._unknown(headings)

    def _published(self, keys: frozenset[str]) -> type[Reader] | None:
        known = next((reader for reader in PUBLISHED_LISTS if reader.fits(keys)), None)
        return known or (GrantsSheet if GrantsSheet.fits(keys) else None)

    def _open(self, reader: type[Reader], headings: Headings, around: Surroundings) -> Reader:
        if reader is GrantsSheet:
            return GrantsSheet(headings.keys, around, self.standard, self.paths)
        return reader(headings.keys, around)

    def _by_mapping(
        self, rows: Sequence[RawRow], around: Surroundings, mapping: ColumnMapping
    ) -> Recognised | Unrecognised:
        used = set(mapping.columns.values())
        found = find_headings(rows, lambda keys: used <= keys)
        if found is None:
            why = gettext_noop(
                "The columns that the saved mapping names are not in this sheet."
            )
            return Unrecognised(why, likely_headings(rows))
        return Recognised(found, PlainList(found.keys, around, mapping))

    def _unknown(self, headings: Headings | None) -> Unrecognised:
        if headings is None:
            return Unrecognised(gettext_noop("It has no row of headings."))
        if why := _not_records(headings):
            return Unrecognised(why, is_companion=True)
        why = gettext_noop("Its columns are not those of any list that is known here.")
        return Unrecognised(why, headings)


def _is_wanted(kind: RecordKind, wanted: RecordKind | None) -> bool:
    """Asking for organisations includes lists of venues: they are theirs."""
    return wanted in (None, kind) or {kind, wanted} == {
        RecordKind.ORGANISATION,
        RecordKind.VENUE,
    }


def _describe_others(keys: frozenset[str]) -> bool:
    return any(telling <= keys for telling, _words in NOT_RECORDS)


def _not_records(headings: Headings) -> str:
    keys = frozenset(headings.keys)
    return next((words for telling, words in NOT_RECORDS if telling <= keys), "")
