"""Awards into the directory: new, corrected, unchanged or a second time the same.

An award is known by its source and its published identifier. Publishers repeat identifiers for
different grants, so the first in a file keeps the bare identifier, and each further one is known
by the identifier and a mark of what it was for (see `identities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from counterpoint.apps.directory.models import Award
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome, Voyage
from counterpoint.apps.imports.actions.storing.corrections import Correction, keep_corrections
from counterpoint.apps.imports.actions.storing.organisations import Mention, Organisations
from counterpoint.apps.imports.actions.storing.seen import Seen
from counterpoint.apps.imports.actions.storing.tables import Table, as_json, reserve, rows_by_key
from counterpoint.domain.interchange.faults import EXACT_DUPLICATE, REPEATED_IDENTIFIER
from counterpoint.domain.interchange.findings import warned
from counterpoint.domain.interchange.fingerprints import mark
from counterpoint.domain.interchange.records import Address, AwardRecord

LONGEST_IDENTIFIER = 200
LONGEST_TITLE = 500
# What a corrected file may change, in the order of `_described`.
DESCRIBED = (
    *("identifier", "funder_id", "recipient_id", "is_to_individual", "title", "description", "amount"),
    *("currency", "awarded_on", "starts_on", "ends_on", "programme", "art_form_words", "place_id"),
    "place_words",
)
ROW = ("source_file_id", "source_sheet", "source_row", "content_hash")

Arriving = Arrival[AwardRecord]


@dataclass(frozen=True, slots=True)
class Known:
    pk: int
    identity: str
    mark: str


@dataclass(slots=True)
class Plan:
    """What is to be done with a batch: nothing has been written when it is made."""

    added: list[tuple[str, Arriving]]
    corrected: list[tuple[Known, Arriving]]


class Awards:
    record_type = "award"

    def __init__(self, voyage: Voyage, organisations: Organisations) -> None:
        self.voyage = voyage
        self.organisations = organisations
        self.seen_identities = Seen()
        self.seen_rows = Seen()
        self.inserting = Table(
            Award, "id", "source", "identity", "import_run_id", "awarded_note",
            *(name.removesuffix("_id") for name in DESCRIBED + ROW),
        )
        self.updating = Table(Award, *(name.removesuffix("_id") for name in DESCRIBED + ROW), "id")
        self.rehashing = Table(Award, "content_hash", "id")

    def remember(self, arrivals: Sequence[Arriving]) -> None:
        """Rows that an earlier process stored: known again when their like comes by."""
        for arrival in arrivals:
            if arrival.mark not in self.seen_rows:
                self.seen_rows.add(arrival.mark)
                self.seen_identities.add(self._free_identity(identities(arrival), {}))

    def take(self, arrivals: Sequence[Arriving]) -> Outcome:
        outcome = Outcome()
        plan = self._plan(arrivals, outcome)
        if not self.voyage.is_dry_run:
            self._write(plan, outcome)
        else:
            outcome.counts["changed"] += len(plan.corrected)
        outcome.counts["added"] += len(plan.added)
        return outcome

    # What each row is

    def _plan(self, arrivals: Sequence[Arriving], outcome: Outcome) -> Plan:
        known = self._known(arrivals)
        plan = Plan([], [])
        for arrival in arrivals:
            if arrival.mark in self.seen_rows:
                outcome.counts["duplicate"] += 1
                outcome.remark(arrival.sheet, [warned(EXACT_DUPLICATE, row=arrival.row)])
            else:
                self.seen_rows.add(arrival.mark)
                self._place(arrival, known, plan, outcome)
        return plan

    def _place(
        self, arrival: Arriving, known: dict[str, Known], plan: Plan, outcome: Outcome
    ) -> None:
        own = identities(arrival)
        if own[0] in self.seen_identities and arrival.record.external_id:
            outcome.remark(arrival.sheet, [_repeated(arrival)])
        identity = _unchanged(arrival, own, known) or self._free_identity(own, known)
        self.seen_identities.add(identity)
        if identity not in known:
            plan.added.append((identity, arrival))
        elif known[identity].mark == arrival.mark:
            outcome.counts["unchanged"] += 1
        else:
            plan.corrected.append((known[identity], arrival))

    def _free_identity(self, own: Sequence[str], known: dict[str, Known]) -> str:
        """One that no earlier row of this file took; a stored one rather than a new one."""
        free = [identity for identity in own if identity not in self.seen_identities]
        if len(free) == len(own) and own[0] in known:
            return own[0]
        return next((identity for identity in free if identity in known), free[0] if free else own[-1])

    def _known(self, arrivals: Sequence[Arriving]) -> dict[str, Known]:
        """Stored awards by identity: of rows that are not plainly unchanged, the further ones too."""
        known = self._stored({base_identity(arrival.record) for arrival in arrivals})
        marks = {one.mark for one in known.values()}
        unsure: set[str] = set()
        for arrival in arrivals:
            base = base_identity(arrival.record)
            if arrival.mark not in marks and (base in known or base in self.seen_identities):
                unsure.update(identities(arrival)[1:])
        return known | self._stored(unsure)

    def _stored(self, identities: set[str]) -> dict[str, Known]:
        rows = rows_by_key(
            Award, ("id", "identity", "content_hash"), "identity", identities,
            source_id=self.voyage.source_id,
        )
        return {identity: Known(pk, identity, content) for pk, identity, content in rows}

    # Writing

    def _write(self, plan: Plan, outcome: Outcome) -> None:
        arrivals = [arrival for _identity, arrival in plan.added]
        arrivals += [arrival for _known, arrival in plan.corrected]
        if not arrivals:
            return
        funders = self.organisations.resolve(
            [Mention(one.record.funder, one.sheet, one.row) for one in arrivals], outcome
        )
        recipients = self.organisations.resolve(
            [Mention(one.record.recipient, one.sheet, one.row) for one in arrivals], outcome
        )
        described = [
            self._described(one.record, funder, recipient)
            for one, funder, recipient in zip(arrivals, funders, recipients, strict=True)
        ]
        split = len(plan.added)
        pks = self._insert(plan.added, described[:split])
        changed = self._correct(plan.corrected, described[split:], outcome)
        changes.note(self.record_type, [*pks, *changed], at=self.voyage.at)

    def _insert(
        self, added: Sequence[tuple[str, Arriving]], described: Sequence[tuple[Any, ...]]
    ) -> Sequence[int]:
        pks = reserve(Award, len(added))
        source, run = self.voyage.source_id, self.voyage.run_id
        self.inserting.insert(
            (pk, source, identity, run, "", *fields, *self._row(arrival))
            for pk, (identity, arrival), fields in zip(pks, added, described, strict=True)
        )
        return pks

    def _correct(
        self,
        corrected: Sequence[tuple[Known, Arriving]],
        described: Sequence[tuple[Any, ...]],
        outcome: Outcome,
    ) -> list[int]:
        rows = rows_by_key(Award, ("id", *DESCRIBED), "id", [one.pk for one, _arrival in corrected])
        before = {pk: fields for pk, *fields in rows}
        updates, remarks, quiet = [], [], []
        for (known, arrival), fields in zip(corrected, described, strict=True):
            differences = _differences(before[known.pk], fields)
            if differences:
                updates.append((*fields, *self._row(arrival), known.pk))
                remarks.append(Correction(known.pk, arrival.record.title, arrival.row, differences))
            else:
                # Only something that is not kept here changed: the row counts as the same.
                quiet.append((arrival.mark, known.pk))
        self.updating.update(updates)
        self.rehashing.update(quiet)
        keep_corrections(self.voyage, self.record_type, remarks)
        outcome.counts["changed"] += len(updates)
        outcome.counts["unchanged"] += len(quiet)
        return [remark.record_id for remark in remarks]

    def _described(self, record: AwardRecord, funder: int | None, recipient: int | None) -> tuple[Any, ...]:
        place_words = record.places[0] if record.places else ""
        return (
            record.external_id[:LONGEST_IDENTIFIER],
            funder,
            recipient,
            record.is_to_an_individual,
            _short(record.title, LONGEST_TITLE),
            record.description,
            record.amount,
            record.currency,
            record.awarded_on,
            record.starts_on,
            record.ends_on,
            _short(record.programme, 255),
            _short(", ".join(record.art_forms), 120),
            self._place_id(record),
            _short(place_words, 200),
        )

    def _place_id(self, record: AwardRecord) -> int | None:
        if not record.places and not record.place_codes:
            return None
        code = record.place_codes[0] if record.place_codes else ""
        area = record.places[0] if record.places else ""
        return self.organisations.placing.position_of(Address(area=area, area_code=code)).place_id

    def _row(self, arrival: Arriving) -> tuple[Any, ...]:
        return (self.voyage.source_file_id, arrival.sheet[:120], arrival.row, arrival.mark)


def base_identity(record: AwardRecord) -> str:
    if record.external_id:
        return record.external_id[:LONGEST_IDENTIFIER]
    return f"~{mark(record.known_by, b'')}"


def identities(arrival: Arriving) -> tuple[str, str, str, str]:
    """From the plain identifier to one that nothing else can have.

    What a grant was for stays when its sum is corrected, so the sum comes in third place; two rows
    that agree in all that is kept here are told apart by the mark of the whole row.
    """
    record, base = arrival.record, base_identity(arrival.record)
    what = (record.title, record.description, record.programme, str(record.awarded_on))
    whom = record.recipient.name if record.recipient else ""
    return (
        base,
        f"{base}~{mark(what, b'')[:16]}",
        f"{base}~{mark((*what, whom, record.amount, *record.places), b'')[:16]}",
        f"{base}~{arrival.mark}",
    )


def _unchanged(arrival: Arriving, own: Sequence[str], known: dict[str, Known]) -> str | None:
    return next((key for key in own if key in known and known[key].mark == arrival.mark), None)


def _repeated(arrival: Arriving) -> Any:
    return warned(REPEATED_IDENTIFIER, row=arrival.row, column="id", value=arrival.record.external_id)


def _differences(before: Sequence[Any], after: Sequence[Any]) -> dict[str, tuple[Any, Any]]:
    return {
        name: (as_json(old), as_json(new))
        for name, old, new in zip(DESCRIBED, before, after, strict=True)
        if old != new
    }


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
