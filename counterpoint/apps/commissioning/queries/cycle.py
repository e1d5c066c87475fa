"""Where each piece of an organisation's commissioning stands in the cycle, and what is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import Need
from counterpoint.apps.directory.models.publishing import Stage as Publishing
from counterpoint.apps.directory.queries.my_work import organisations_i_edit
from counterpoint.domain.commissioning.calls.standing import Standing

FILE = Path(__file__).resolve().parents[3] / "sources" / "cycles.yaml"
USUAL = "2026"
MOST = 200
PIECES: Mapping[Standing, str] = {
    Standing.DRAFT: "call-draft",
    Standing.ANNOUNCED: "call-open",
    Standing.OPEN: "call-open",
    Standing.CLOSED: "call-closed",
    Standing.ASSESSING: "call-assessing",
    Standing.DECIDED: "call-decided",
}


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    pieces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cycle:
    code: str
    name: str
    source: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A need or a call. `due` is what comes next, and by when."""

    kind: str
    record: Need | Call
    due: str = ""
    by: datetime | None = None


@cache
def cycles() -> Mapping[str, Cycle]:
    written = yaml.safe_load(FILE.read_text(encoding="utf-8"))["cycles"]
    return {
        code: Cycle(
            code,
            one["name"],
            one["source"],
            tuple(Stage(row["name"], frozenset(row["pieces"])) for row in one["stages"]),
        )
        for code, one in written.items()
    }


def pieces_of(person: Person, at: datetime) -> list[Piece]:
    """Of all organisations that the person edits. A need that a call answers stands with its call."""
    mine = [one.pk for one in organisations_i_edit(person)]
    calls = list(
        Call.objects.filter(organisation__in=mine)
        .select_related("organisation")
        .prefetch_related("steps")
        .order_by("-updated_at")[:MOST]
    )
    answered = {call.need_id for call in calls if call.standing(at) in PIECES}
    needs = (
        Need.objects.filter(organisation__in=mine)
        .exclude(stage=Publishing.WITHDRAWN)
        .select_related("organisation")
        .order_by("-updated_at")[:MOST]
    )
    found = [
        Piece("need-published" if need.is_public else "need-draft", need)
        for need in needs
        if need.pk not in answered
    ]
    return [*found, *_calls(calls, at)]


def staged(cycle: Cycle, pieces: Iterable[Piece]) -> list[tuple[Stage, list[Piece]]]:
    known = list(pieces)
    return [
        (stage, [piece for piece in known if piece.kind in stage.pieces])
        for stage in cycle.stages
    ]


def _calls(calls: Iterable[Call], at: datetime) -> list[Piece]:
    found = []
    for call in calls:
        kind = PIECES.get(call.standing(at))
        if kind is None:
            continue
        coming = (step for step in call.steps.all() if step.by is not None and step.by > at)
        following = next(coming, None) if call.is_public else None
        found.append(
            Piece(
                kind,
                call,
                following.title if following else "",
                following.by if following else None,
            )
        )
    return found
