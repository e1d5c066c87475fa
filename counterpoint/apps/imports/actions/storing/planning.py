"""What each row of a batch is: new, corrected, unchanged, or a second time the same.

Publishers repeat identifiers for different things, so the first row in a file keeps the bare
identifier, and each further one is known by the identifier and a mark of its content.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome
from counterpoint.apps.imports.actions.storing.seen import Seen
from counterpoint.apps.imports.queries.own_records import own_pages
from counterpoint.domain.interchange.faults import (
    EXACT_DUPLICATE,
    OUR_OWN_RECORD,
    REPEATED_IDENTIFIER,
)
from counterpoint.domain.interchange.findings import warned


@dataclass(frozen=True, slots=True)
class Known:
    """A record that an earlier import stored. `said` is what its row said then, where kept."""

    pk: int
    mark: str
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What is to be done with a batch: nothing has been written when it is made."""

    added: list[tuple[str, Arrival[Any]]] = field(default_factory=list)
    corrected: list[tuple[str, Known, Arrival[Any]]] = field(default_factory=list)


class Planning(ABC):
    record_type = ""

    def __init__(self) -> None:
        self.seen_identities = Seen()
        self.seen_rows = Seen()

    @abstractmethod
    def base(self, arrival: Arrival[Any]) -> str:
        """What the row is known by if nothing else in the file is."""

    @abstractmethod
    def variants(self, arrival: Arrival[Any]) -> Sequence[str]:
        """What it is known by when the file has used its base before; the last is its alone."""

    @abstractmethod
    def stored(self, identities: Iterable[str]) -> dict[str, Known]: ...

    def remember(self, arrivals: Sequence[Arrival[Any]]) -> None:
        """Rows that an earlier process stored: known again when their like comes by."""
        self._look_up(arrivals, [self.base(arrival) for arrival in arrivals])
        for arrival in arrivals:
            if arrival.mark not in self.seen_rows:
                self.seen_rows.add(arrival.mark)
                self.seen_identities.add(self._free(arrival, self.base(arrival), {}))

    def _look_up(self, arrivals: Sequence[Arrival[Any]], bases: Sequence[str]) -> None:
        self.seen_rows.settle()
        self.seen_identities.settle()
        self.seen_rows.look_up(arrival.mark for arrival in arrivals)
        self.seen_identities.look_up(bases)

    def plan(self, arrivals: Sequence[Arrival[Any]], outcome: Outcome) -> Plan:
        bases = [self.base(arrival) for arrival in arrivals]
        self._look_up(arrivals, bases)
        known = self._known(arrivals, bases)
        own = own_pages(self.record_type, (arrival.record for arrival in arrivals))
        plan = Plan()
        for arrival, base in zip(arrivals, bases, strict=True):
            if arrival.mark in self.seen_rows:
                outcome.counts["duplicate"] += 1
                outcome.duplicates.add(arrival.row)
                outcome.remark(arrival.sheet, [warned(EXACT_DUPLICATE, row=arrival.row)])
            elif own and arrival.record.page in own:
                # An export of ours that comes back: it says nothing that is not here.
                self.seen_rows.add(arrival.mark)
                outcome.counts["unchanged"] += 1
                outcome.remark(arrival.sheet, [warned(OUR_OWN_RECORD, row=arrival.row)])
            else:
                self.seen_rows.add(arrival.mark)
                self._place(arrival, base, known, plan, outcome)
        return plan

    def _place(
        self,
        arrival: Arrival[Any],
        base: str,
        known: Mapping[str, Known],
        plan: Plan,
        outcome: Outcome,
    ) -> None:
        external_id = arrival.record.external_id
        if external_id and base in self.seen_identities:
            repeated = warned(
                REPEATED_IDENTIFIER, row=arrival.row, column="id", value=external_id
            )
            outcome.remark(arrival.sheet, [repeated])
        identity = self._unchanged(arrival, base, known) or self._free(arrival, base, known)
        self.seen_identities.add(identity)
        if identity not in known:
            plan.added.append((identity, arrival))
        elif known[identity].mark == arrival.mark:
            outcome.counts["unchanged"] += 1
        else:
            plan.corrected.append((identity, known[identity], arrival))

    def _unchanged(
        self, arrival: Arrival[Any], base: str, known: Mapping[str, Known]
    ) -> str | None:
        if not known:
            return None
        if base in known and known[base].mark == arrival.mark:
            return base
        variants = self.variants(arrival)
        return next(
            (key for key in variants if key in known and known[key].mark == arrival.mark), None
        )

    def _free(self, arrival: Arrival[Any], base: str, known: Mapping[str, Known]) -> str:
        """One that no earlier row of this file took; a stored one rather than a new one."""
        is_first = base not in self.seen_identities
        if is_first and (base in known or not known):
            return base
        variants = self.variants(arrival)
        free = [identity for identity in variants if identity not in self.seen_identities]
        stored = next((identity for identity in free if identity in known), None)
        if stored or not is_first:
            return stored or (free[0] if free else variants[-1])
        return base

    def _known(
        self, arrivals: Sequence[Arrival[Any]], bases: Sequence[str]
    ) -> dict[str, Known]:
        """Stored records by identity: of rows that are not plainly unchanged, by their variants
        too, because only those can belong to a repeated identifier."""
        known = self.stored(set(bases))
        marks = {one.mark for one in known.values()}
        met: set[str] = set()
        unsure: set[str] = set()
        for arrival, base in zip(arrivals, bases, strict=True):
            is_repeated = base in known or base in met or base in self.seen_identities
            if is_repeated and arrival.mark not in marks:
                unsure.update(self.variants(arrival))
            met.add(base)
        return known | self.stored(unsure) if unsure else known
