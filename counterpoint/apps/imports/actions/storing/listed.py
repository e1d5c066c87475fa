"""Records that a list is about, other than awards: known again by source and identifier.

What the list said last time is kept beside each. A field that says something else by now was
changed by a person, and a corrected list does not undo their work: it is reported instead.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome, Voyage
from counterpoint.apps.imports.actions.storing.corrections import Correction, keep_corrections
from counterpoint.apps.imports.actions.storing.planning import Known, Plan, Planning
from counterpoint.apps.imports.actions.storing.tables import Table, as_json
from counterpoint.apps.imports.models import ImportedRecord
from counterpoint.apps.imports.queries.rows import rows_by_key
from counterpoint.domain.interchange.faults import KEPT_AS_A_PERSON_WROTE_IT
from counterpoint.domain.interchange.findings import warned
from counterpoint.domain.interchange.fingerprints import mark

LONGEST_IDENTIFIER = 200
Said = dict[str, Any]


class Listed(Planning):
    """`said` is what a record says as fields of `model`; `add` writes new records and returns their keys."""

    record_type: str
    model: type[models.Model]
    # Fields that say when it was changed, where the model has one.
    stamps: tuple[str, ...] = ("updated_at",)

    def __init__(self, voyage: Voyage) -> None:
        super().__init__()
        self.voyage = voyage

    @abstractmethod
    def known_by(self, record: Any) -> tuple[object, ...]:
        """What tells a record from others where the list gives it no identifier."""

    @abstractmethod
    def said(self, arrivals: Sequence[Arrival[Any]], outcome: Outcome) -> list[Said]: ...

    @abstractmethod
    def add(
        self, arrivals: Sequence[Arrival[Any]], said: Sequence[Said], outcome: Outcome
    ) -> Sequence[int]: ...

    def tell(self, pks: Sequence[int]) -> None:
        """Search learns of them."""
        changes.note(self.record_type, pks, at=self.voyage.at)

    # The same for all

    def base(self, arrival: Arrival[Any]) -> str:
        record = arrival.record
        identifier: str = record.external_id[:LONGEST_IDENTIFIER]
        return identifier or f"~{mark(self.known_by(record), b'')}"

    def variants(self, arrival: Arrival[Any]) -> Sequence[str]:
        base, what = self.base(arrival), mark(self.known_by(arrival.record), b"")
        return (f"{base}~{what[:16]}", f"{base}~{arrival.mark}")

    def stored(self, identities: Iterable[str]) -> dict[str, Known]:
        rows = rows_by_key(
            ImportedRecord,
            ("identity", "record_id", "content_hash", "said"),
            "identity",
            identities,
            source_id=self.voyage.source_id,
            record_type=self.record_type,
        )
        return {identity: Known(pk, content, said) for identity, pk, content, said in rows}

    def take(self, arrivals: Sequence[Arrival[Any]]) -> Outcome:
        outcome = Outcome()
        plan = self.plan(arrivals, outcome)
        outcome.counts["added"] += len(plan.added)
        if self.voyage.is_dry_run:
            outcome.counts["changed"] += len(plan.corrected)
        elif plan.added or plan.corrected:
            self._write(plan, outcome)
        return outcome

    def _write(self, plan: Plan, outcome: Outcome) -> None:
        arrivals = [arrival for _identity, arrival in plan.added]
        arrivals += [arrival for _identity, _known, arrival in plan.corrected]
        said = self.said(arrivals, outcome)
        split = len(plan.added)
        pks = self.add(arrivals[:split], said[:split], outcome)
        self._remember_rows(plan.added, pks, said[:split])
        changed = self._correct(plan.corrected, said[split:], outcome)
        self.tell([*pks, *changed])

    def _remember_rows(
        self,
        added: Sequence[tuple[str, Arrival[Any]]],
        pks: Sequence[int],
        said: Sequence[Said],
    ) -> None:
        table = Table(
            ImportedRecord,
            *(
                "source",
                "record_type",
                "identity",
                "record_id",
                "content_hash",
                "said",
                "run_id",
            ),
        )
        voyage = self.voyage
        table.insert(
            (
                voyage.source_id,
                self.record_type,
                identity,
                pk,
                arrival.mark,
                kept(one),
                voyage.run_id,
            )
            for (identity, arrival), pk, one in zip(added, pks, said, strict=True)
        )

    def _correct(
        self,
        corrected: Sequence[tuple[str, Known, Arrival[Any]]],
        said: Sequence[Said],
        outcome: Outcome,
    ) -> list[int]:
        fields = list(said[0]) if said else []
        pks = [known.pk for _identity, known, _arrival in corrected]
        rows = rows_by_key(self.model, ("id", *fields), "id", pks)
        stored = {pk: dict(zip(fields, values, strict=True)) for pk, *values in rows}
        corrections: list[Correction] = []
        updates: list[tuple[Any, ...]] = []
        for (_identity, known, arrival), new in zip(corrected, said, strict=True):
            now = stored.get(known.pk)
            taken = self._taken(known, now, new, arrival, outcome) if now else {}
            if now and taken:
                updates.append((*({**now, **taken}).values(), *self._stamped(), known.pk))
                differences = {
                    name: (as_json(now[name]), as_json(value)) for name, value in taken.items()
                }
                corrections.append(
                    Correction(known.pk, arrival.record_name, arrival.row, differences)
                )
        columns = [name.removesuffix("_id") for name in fields]
        if updates:
            Table(self.model, *columns, *self.stamps, "id").update(updates)
        self._remember_corrections(corrected, said)
        keep_corrections(self.voyage, self.record_type, corrections)
        outcome.counts["changed"] += len(corrections)
        outcome.counts["unchanged"] += len(corrected) - len(corrections)
        return [correction.record_id for correction in corrections]

    def _stamped(self) -> tuple[Any, ...]:
        return tuple(self.voyage.at for _stamp in self.stamps)

    def _taken(
        self, known: Known, now: Said, new: Said, arrival: Arrival[Any], outcome: Outcome
    ) -> Said:
        """The fields that the list changed and that nobody has changed here meanwhile."""
        taken: Said = {}
        for name, value in new.items():
            if as_json(value) == known.said.get(name) or value == now[name]:
                continue
            if now[name] in ("", None) or as_json(now[name]) == known.said.get(name):
                taken[name] = value
            else:
                outcome.remark(
                    arrival.sheet,
                    [
                        warned(
                            KEPT_AS_A_PERSON_WROTE_IT,
                            row=arrival.row,
                            column=name,
                            value=value,
                        )
                    ],
                )
        return taken

    def _remember_corrections(
        self, corrected: Sequence[tuple[str, Known, Arrival[Any]]], said: Sequence[Said]
    ) -> None:
        for (identity, _known, arrival), new in zip(corrected, said, strict=True):
            ImportedRecord.objects.filter(
                source_id=self.voyage.source_id,
                record_type=self.record_type,
                identity=identity,
            ).update(content_hash=arrival.mark, said=kept(new))


def kept(said: Said) -> Said:
    return {name: as_json(value) for name, value in said.items()}
