"""What the page of one programme shows."""

from dataclasses import dataclass
from typing import Any

from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.history.models import Entry
from counterpoint.apps.programmes.models import (
    EvaluationQuestion,
    Figure,
    Item,
    Lesson,
    MoneyLine,
    Move,
    Part,
    Partner,
    Programme,
    Strand,
)
from counterpoint.apps.programmes.queries.lists import LIGHT
from counterpoint.domain.programmes import pipeline
from counterpoint.domain.programmes.when import read_when

_NEWEST = 30


@dataclass(frozen=True)
class ProgrammePage:
    programme: Programme
    parts: list[Programme]  # pilots and localities, with their moves
    strands: list[Strand]
    partners: list[Partner]
    money: list[MoneyLine]
    moves: list[Move]
    figures: list[Figure]
    items: list[Item]
    questions: list[EvaluationQuestion]
    lessons: list[Lesson]
    history: list[Entry]


def programme_by_slug(slug: str) -> Programme | None:
    return LIGHT.filter(slug=slug).first()


def programme_page(programme: Programme, *, with_drafts: bool) -> ProgrammePage:
    return ProgrammePage(
        programme=programme,
        parts=_parts_of(programme, with_drafts),
        strands=_of(Strand, programme),
        partners=list(
            Partner.objects.filter(programme=programme).select_related("organisation")
        ),
        money=_of(MoneyLine, programme),
        moves=_of(Move, programme),
        figures=_of(Figure, programme),
        items=_of(Item, programme),
        questions=_of(EvaluationQuestion, programme),
        lessons=_of(Lesson, programme),
        history=newest_history(programme),
    )


def newest_history(programme: Programme) -> list[Entry]:
    found = Entry.objects.about(programme).select_related("by")
    return list(found[:_NEWEST])


def moves_in_time(moves: list[Move]) -> list[tuple[Move, pipeline.Move]]:
    """Stored moves beside their values, earliest first."""
    pairs = [(move, move_value(move)) for move in moves]
    order = pipeline.in_time(value for _move, value in pairs)
    rank = {id(value): number for number, value in enumerate(order)}
    return sorted(pairs, key=lambda pair: rank[id(pair[1])])


def move_value(move: Move) -> pipeline.Move:
    on = read_when(move.on) if move.on else None
    return pipeline.Move(pipeline.State(move.state), on)


def _parts_of(programme: Programme, with_drafts: bool) -> list[Programme]:
    found = LIGHT.filter(parent=programme).prefetch_related("moves")
    if not with_drafts:
        found = found.filter(stage=Stage.PUBLISHED)
    return list(found.order_by("-kind", "name"))


def _of(model: type[Part], programme: Programme) -> list[Any]:
    return list(model._default_manager.filter(programme=programme))
