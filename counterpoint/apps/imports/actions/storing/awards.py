"""Awards into the directory: new, corrected or unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from counterpoint.apps.directory.models import Award
from counterpoint.apps.history import changes
from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome, Voyage
from counterpoint.apps.imports.actions.storing.corrections import Correction, keep_corrections
from counterpoint.apps.imports.actions.storing.organisations import Mention, Organisations
from counterpoint.apps.imports.actions.storing.planning import Known, Plan, Planning
from counterpoint.apps.imports.actions.storing.tables import Table, as_json, reserve
from counterpoint.apps.imports.queries.marks import row_secret
from counterpoint.apps.imports.queries.rows import plain_rows, rows_by_key
from counterpoint.domain.interchange.fingerprints import mark
from counterpoint.domain.interchange.records import AwardRecord

LONGEST_IDENTIFIER = 200
LONGEST_TITLE = 500
# What a corrected file may change, in the order of `_described`.
DESCRIBED = (
    *(
        "identifier",
        "funder_id",
        "recipient_id",
        "is_to_individual",
        "title",
        "description",
        "amount",
    ),
    *(
        "currency",
        "awarded_on",
        "starts_on",
        "ends_on",
        "programme",
        "art_form_words",
        "place_id",
    ),
    "place_words",
)
ROW = ("source_file_id", "source_sheet", "source_row", "content_hash")
WRITTEN = tuple(name.removesuffix("_id") for name in DESCRIBED + ROW)

Arriving = Arrival[AwardRecord]


class Awards(Planning):
    record_type = "award"

    def __init__(self, voyage: Voyage, organisations: Organisations) -> None:
        super().__init__()
        self.voyage = voyage
        self.organisations = organisations
        self.secret = row_secret()
        self.inserting = Table(
            Award, "id", "source", "identity", "import_run_id", "awarded_note", *WRITTEN
        )
        self.updating = Table(Award, *WRITTEN, "id")
        self.rehashing = Table(Award, "content_hash", "id")

    def take(self, arrivals: Sequence[Arriving]) -> Outcome:
        outcome = Outcome()
        plan = self.plan(arrivals, outcome)
        outcome.counts["added"] += len(plan.added)
        if self.voyage.is_dry_run:
            outcome.counts["changed"] += len(plan.corrected)
        elif plan.added or plan.corrected:
            self._write(plan, outcome)
        return outcome

    def base(self, arrival: Arriving) -> str:
        record = arrival.record
        return (
            record.external_id[:LONGEST_IDENTIFIER] or f"~{mark(record.known_by, self.secret)}"
        )

    def variants(self, arrival: Arriving) -> Sequence[str]:
        """What a grant was for stays when its sum is corrected, so the sum comes second."""
        record, base = arrival.record, self.base(arrival)
        what = mark(record.known_by, self.secret)
        more = mark((what, record.amount, *record.places), self.secret)
        return (f"{base}~{what[:16]}", f"{base}~{more[:16]}", f"{base}~{arrival.mark}")

    def stored(self, identities: Iterable[str]) -> dict[str, Known]:
        rows = plain_rows(
            Award,
            ("identity", "id", "content_hash"),
            "identity",
            identities,
            source=self.voyage.source_id,
        )
        return {identity: Known(pk, content) for identity, pk, content in rows}

    def _write(self, plan: Plan, outcome: Outcome) -> None:
        arrivals = [arrival for _identity, arrival in plan.added]
        arrivals += [arrival for _identity, _known, arrival in plan.corrected]
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
        corrected: Sequence[tuple[str, Known, Arriving]],
        described: Sequence[tuple[Any, ...]],
        outcome: Outcome,
    ) -> list[int]:
        pks = [known.pk for _identity, known, _arrival in corrected]
        before = {
            pk: fields for pk, *fields in rows_by_key(Award, ("id", *DESCRIBED), "id", pks)
        }
        updates, corrections, quiet = [], [], []
        for (_identity, known, arrival), fields in zip(corrected, described, strict=True):
            differences = _differences(before[known.pk], fields)
            if differences:
                updates.append((*fields, *self._row(arrival), known.pk))
                corrections.append(
                    Correction(known.pk, arrival.record.title, arrival.row, differences)
                )
            else:
                # Only something that is not kept here changed: the row counts as the same.
                quiet.append((arrival.mark, known.pk))
        self.updating.update(updates)
        self.rehashing.update(quiet)
        keep_corrections(self.voyage, self.record_type, corrections)
        outcome.counts["changed"] += len(updates)
        outcome.counts["unchanged"] += len(quiet)
        return [correction.record_id for correction in corrections]

    def _described(
        self, record: AwardRecord, funder: int | None, recipient: int | None
    ) -> tuple[Any, ...]:
        return (
            record.external_id[:LONGEST_IDENTIFIER],
            funder,
            recipient,
            record.is_to_an_individual,
            shortened(record.title, LONGEST_TITLE),
            record.description,
            record.amount,
            record.currency,
            record.awarded_on,
            record.starts_on,
            record.ends_on,
            shortened(record.programme, 255),
            shortened(", ".join(record.art_forms), 120),
            self._place_id(record),
            shortened(record.places[0] if record.places else "", 200),
        )

    def _place_id(self, record: AwardRecord) -> int | None:
        code = record.place_codes[0] if record.place_codes else ""
        area = record.places[0] if record.places else ""
        return self.organisations.placing.named(area, code)

    def _row(self, arrival: Arriving) -> tuple[Any, ...]:
        return (self.voyage.source_file_id, arrival.sheet[:120], arrival.row, arrival.mark)


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _differences(before: Sequence[Any], after: Sequence[Any]) -> dict[str, tuple[Any, Any]]:
    return {
        name: (as_json(old), as_json(new))
        for name, old, new in zip(DESCRIBED, before, after, strict=True)
        if old != new
    }
