"""Organisations that rows mention: found among those in the directory, or added to it.

By number first: a register's number names one organisation. Then by name and place with a score;
what is sure is taken, what is doubtful is added as a record of its own and queued for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterpoint.apps.directory.models import Identifier as StoredIdentifier
from counterpoint.apps.imports.actions.storing.arrivals import Outcome, Voyage
from counterpoint.apps.imports.actions.storing.completing import Completing
from counterpoint.apps.imports.actions.storing.newcomers import Newcomers
from counterpoint.apps.imports.models import DoubtfulMatch
from counterpoint.apps.imports.queries.candidates import Candidate, Candidates
from counterpoint.apps.imports.queries.placing import Placing
from counterpoint.apps.imports.queries.rows import plain_rows
from counterpoint.domain.interchange.likeness import Described, Likeness, likeness
from counterpoint.domain.interchange.records import Identifier, OrganisationRecord
from counterpoint.domain.interchange.values.names import name_key

# Organisations that a run met: as many as a long file repeats close together.
REMEMBERED = 30_000


@dataclass(frozen=True, slots=True)
class Mention:
    record: OrganisationRecord | None
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Doubt:
    candidate_id: int
    likeness: Likeness


class Organisations:
    def __init__(self, voyage: Voyage, placing: Placing) -> None:
        self.voyage = voyage
        self.placing = placing
        self.candidates = Candidates(placing)
        self.newcomers = Newcomers(voyage, placing)
        self.completing = Completing(voyage, placing)
        self.known: dict[object, int] = {}

    def resolve(self, mentions: Sequence[Mention], outcome: Outcome) -> list[int | None]:
        """The primary key for each mention, in its order; None for a mention of nobody."""
        if len(self.known) + len(mentions) > REMEMBERED:
            self.known.clear()
        keys = [mention_key(mention.record) for mention in mentions]
        firsts: dict[object, Mention] = {}
        for key, mention in zip(keys, mentions, strict=True):
            if key is not None and key not in self.known:
                firsts.setdefault(key, mention)
        if firsts:
            self._settle(firsts, outcome)
        return [None if key is None else self.known[key] for key in keys]

    def _settle(self, firsts: dict[object, Mention], outcome: Outcome) -> None:
        numbers = self._by_number(firsts.values())
        unknown: dict[object, Mention] = {}
        met: list[tuple[int, Mention]] = []
        for key, mention in firsts.items():
            pk = _one_of(mention, numbers)
            if pk is None:
                unknown[key] = mention
            else:
                self.known[key] = pk
                met.append((pk, mention))
        met += self._by_name(unknown, outcome)
        self.completing.complete(met, numbers)

    def _by_number(self, mentions: Iterable[Mention]) -> dict[Identifier, int]:
        by_scheme: dict[str, set[str]] = {}
        for mention in mentions:
            for number in mention.record.identifiers if mention.record else ():
                by_scheme.setdefault(number.scheme, set()).add(number.value)
        found: dict[Identifier, int] = {}
        for scheme, values in by_scheme.items():
            rows = plain_rows(
                StoredIdentifier, ("value", "organisation"), "value", values, scheme=scheme
            )
            found.update({Identifier(scheme, value): pk for value, pk in rows})
        return found

    def _by_name(
        self, unknown: dict[object, Mention], outcome: Outcome
    ) -> list[tuple[int, Mention]]:
        """Those that are sure are returned; the others are added, with their doubts."""
        described = {key: self._describe(mention) for key, mention in unknown.items()}
        candidates = self.candidates.for_all(described.values())
        met: list[tuple[int, Mention]] = []
        doubts: list[tuple[int, Doubt]] = []
        fresh: dict[str, list[Candidate]] = {}
        for key, mention in unknown.items():
            about = described[key]
            known = [*candidates.get(about.key, ()), *fresh.get(about.key, ())]
            sure, doubtful = _weigh(about, known, mention)
            if sure is not None:
                met.append((sure, mention))
                self.known[key] = sure
                continue
            assert mention.record is not None
            pk = self.newcomers.add(mention.record, mention.sheet, mention.row)
            self.known[key] = pk
            fresh.setdefault(about.key, []).append(Candidate(pk, about))
            doubts += [(pk, doubt) for doubt in doubtful]
            outcome.counts["organisations_added"] += 1
        self.newcomers.write()
        self._queue(doubts, outcome)
        return met

    def _describe(self, mention: Mention) -> Described:
        record = mention.record
        assert record is not None
        position = self.placing.position_of(record.address)
        place = position.place_id or record.address.area.casefold() or None
        return Described(
            name_key(record.name),
            record.address.postcode,
            place,
            self.placing.around(position.place_id),
            identifiers=record.identifiers,
        )

    def _queue(self, doubts: Sequence[tuple[int, Doubt]], outcome: Outcome) -> None:
        DoubtfulMatch.objects.bulk_create(
            [
                DoubtfulMatch(
                    run_id=self.voyage.run_id,
                    newcomer_id=pk,
                    candidate_id=doubt.candidate_id,
                    score=doubt.likeness.score,
                    evidence=list(doubt.likeness.evidence),
                )
                for pk, doubt in doubts
            ],
            ignore_conflicts=True,
        )
        outcome.counts["doubtful"] += len(doubts)


def mention_key(record: OrganisationRecord | None) -> object:
    """What makes two mentions in one file the same without looking anything up."""
    if record is None:
        return None
    if record.identifiers:
        return record.identifiers[0].org_id
    if record.is_only_named:
        return name_key(record.name)
    address = record.address
    return (record.name, address.postcode, address.area, address.area_code, address.town)


def _one_of(mention: Mention, numbers: dict[Identifier, int]) -> int | None:
    record = mention.record
    found = (numbers.get(number) for number in record.identifiers) if record else ()
    return next((pk for pk in found if pk is not None), None)


# A person looks at the likeliest few; more would hide them.
MOST_DOUBTS = 3


def _weigh(
    about: Described, known: Sequence[Candidate], mention: Mention
) -> tuple[int | None, list[Doubt]]:
    """The one that is surely the same, or those that may be."""
    weighed = sorted(
        (
            (_likeness(about, candidate.described, mention), candidate.pk)
            for candidate in known
        ),
        key=lambda pair: (-pair[0].score, pair[1]),
    )
    if weighed and weighed[0][0].is_sure:
        return weighed[0][1], []
    return None, [Doubt(pk, score) for score, pk in weighed[:MOST_DOUBTS] if score.is_doubtful]


def _likeness(about: Described, known: Described, mention: Mention) -> Likeness:
    """A place that only comes with the mention speaks for an organisation, never against one."""
    is_hint = mention.record is not None and mention.record.is_only_named
    if is_hint and known.place is None:
        about = replace(about, place=None, within=frozenset())
    return likeness(about, known)
