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
from counterpoint.domain.interchange.faults import EXACT_DUPLICATE, REPEATED_IDENTIFIER
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
    def __init__(self) -> None:
        self.seen_identities = Seen()
        self.seen_rows = Seen()

    @abstractmethod
    def identities(self, arrival: Arrival[Any]) -> Sequence[str]:
        """From the plain identifier to one that nothing else can have."""

    @abstractmethod
    def stored(self, identities: Iterable[str]) -> dict[str, Known]: ...

    def remember(self, arrivals: Sequence[Arrival[Any]]) -> None:
        """Rows that an earlier process stored: known again when their like comes by."""
        for arrival in arrivals:
            if arrival.mark not in self.seen_rows:
                self.seen_rows.add(arrival.mark)
                self.seen_identities.add(self._free(self.identities(arrival), {}))

    def plan(self, arrivals: Sequence[Arrival[Any]], outcome: Outcome) -> Plan:
        own = [self.identities(arrival) for arrival in arrivals]
        known = self._known(arrivals, own)
        plan = Plan()
        for arrival, names in zip(arrivals, own, strict=True):
            if arrival.mark in self.seen_rows:
                outcome.counts["duplicate"] += 1
                outcome.remark(arrival.sheet, [warned(EXACT_DUPLICATE, row=arrival.row)])
            else:
                self.seen_rows.add(arrival.mark)
                self._place(arrival, names, known, plan, outcome)
        return plan

    def _place(
        self,
        arrival: Arrival[Any],
        own: Sequence[str],
        known: Mapping[str, Known],
        plan: Plan,
        outcome: Outcome,
    ) -> None:
        external_id = arrival.record.external_id
        if external_id and own[0] in self.seen_identities:
            repeated = warned(REPEATED_IDENTIFIER, row=arrival.row, column="id", value=external_id)
            outcome.remark(arrival.sheet, [repeated])
        identity = self._unchanged(arrival, own, known) or self._free(own, known)
        self.seen_identities.add(identity)
        if identity not in known:
            plan.added.append((identity, arrival))
        elif known[identity].mark == arrival.mark:
            outcome.counts["unchanged"] += 1
        else:
            plan.corrected.append((identity, known[identity], arrival))

    def _unchanged(
        self, arrival: Arrival[Any], own: Sequence[str], known: Mapping[str, Known]
    ) -> str | None:
        return next((key for key in own if key in known and known[key].mark == arrival.mark), None)

    def _free(self, own: Sequence[str], known: Mapping[str, Known]) -> str:
        """One that no earlier row of this file took; a stored one rather than a new one."""
        free = [identity for identity in own if identity not in self.seen_identities]
        if len(free) == len(own) and own[0] in known:
            return own[0]
        stored = (identity for identity in free if identity in known)
        return next(stored, free[0] if free else own[-1])

    def _known(
        self, arrivals: Sequence[Arrival[Any]], own: Sequence[Sequence[str]]
    ) -> dict[str, Known]:
        """Stored records by identity: of rows that are not plainly unchanged, by the further ones
        too, because only those can belong to a repeated identifier."""
        known = self.stored({names[0] for names in own})
        marks = {one.mark for one in known.values()}
        met: set[str] = set()
        unsure: set[str] = set()
        for arrival, names in zip(arrivals, own, strict=True):
            is_repeated = names[0] in known or names[0] in met or names[0] in self.seen_identities
            if is_repeated and arrival.mark not in marks:
                unsure.update(names[1:])
            met.add(names[0])
        return known | self.stored(unsure)
