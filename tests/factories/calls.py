"""The smallest valid calls and applications, made by the actions that make them in life."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions import applying, assessing, drafting, publishing
from counterpoint.apps.commissioning.models import Application, Call, Reading, Seat
from counterpoint.apps.directory.models import Organisation
from tests.factories import accounts, directory
from tests.factories.directory import AT

DAY = timedelta(days=1)
CLOSES = AT + 20 * DAY
AFTER = CLOSES + DAY


def draft(
    of: Organisation | None = None,
    *,
    title: str = "Singing for people who live alone",
    kind: str = "grant",
    preset: str = "one-stage",
    lots: tuple[tuple[str, int], ...] = (("The whole", 10_000),),
    criteria: tuple[tuple[str, int], ...] = (("Quality", 60), ("Value", 40)),
    questions: tuple[str, ...] = ("What will you do?",),
    by: Person | None = None,
    at: datetime = AT,
    closes_at: datetime = CLOSES,
    **details: Any,
) -> Call:
    words = {
        "title": title,
        "kind": kind,
        "purpose": "People over 65 who live alone are less lonely.",
        "route": "grant",
        "route_reason": "A gift with conditions, not a purchase.",
        **details,
    }
    council = of or directory.organisation("Example Council", roles=("commissioner",))
    call = drafting.create_call(
        organisation=council, details=words, preset=preset, by=by, at=at
    )
    for n, step in enumerate(call.steps.all()):
        when = closes_at + (n - (preset == "expression-first")) * 5 * DAY
        drafting.edit_part(part=step, details={"by": when}, by=by, at=at)
    for name, ceiling in lots:
        add(call, "lot", title=name, ceiling=Decimal(ceiling), by=by)
    for name, weight in criteria:
        add(call, "criterion", title=name, weight=weight, most=5, by=by)
    for text in questions:
        add(call, "question", text=text, kind="long", by=by)
    if preset == "expression-first":
        add(call, "question", text="In short?", kind="short", in_expression=True, by=by)
    call.refresh_from_db()
    return call


def call(of: Organisation | None = None, *, at: datetime = AT, **more: Any) -> Call:
    made = draft(of, at=at, **more)
    publishing.publish_call(call=made, by=more.get("by"), at=at)
    return made


def add(
    to: Call, what: str, /, *, by: Person | None = None, at: datetime = AT, **said: Any
) -> Any:
    part = drafting.add_part(call=to, what=what, details=said, by=by, at=at)
    to.refresh_from_db()
    return part


def editor(of: Organisation) -> Person:
    person = accounts.person()
    directory.member(of, person)
    return person


def application(
    to: Call,
    of: Organisation | None = None,
    *,
    by: Person | None = None,
    price: int | None = 5_000,
    answer: str = "We sing together.",
    is_sent: bool = True,
    at: datetime = AT + DAY,
) -> Application:
    who = of or directory.organisation()
    person = by or editor(who)
    made = applying.start(call=to, organisation=who, by=person, at=at)
    for question in to.questions.exclude(kind__in=("file", "partners")):
        applying.save_answer(
            application=made,
            question=question,
            value=answer,
            seen_version=0,
            by=person,
            at=at,
        )
    lot = to.lots.first()
    if lot is not None:
        prices = {lot.number: (Decimal(price) if price else None, None)}
        applying.save_details(application=made, details={}, prices=prices, by=person, at=at)
    if is_sent:
        applying.submit(application=made, by=person, at=at)
    made.refresh_from_db()
    return made


def panel(to: Call, count: int = 2, at: datetime = AFTER) -> list[Seat]:
    """Opened, with a panel that has declared no interest."""
    assessing.open_applications(call=to, by=None, at=at)
    seats = []
    for n in range(count):
        person = accounts.person(f"Assessor {n + 1}")
        seat = assessing.give_seat(call=to, person=person, role="assessor", by=None, at=at)
        assessing.declare(call=to, interests={}, by=person, at=at)
        seat.refresh_from_db()
        seats.append(seat)
    return seats


def read(reading: Reading, *points: int, finish: bool = True, at: datetime = AFTER) -> None:
    criteria = list(reading.seat.call.criteria.all())
    given = {one.pk: number for one, number in zip(criteria, points, strict=True)}
    assessing.save_reading(
        reading=reading,
        points=given,
        comments=dict.fromkeys(given, "Because."),
        finish=finish,
        by=reading.seat.person,
        at=at,
    )


def scored(to: Call, *points: tuple[int, ...], at: datetime = AFTER) -> list[Seat]:
    """A round read to its end by two assessors who agree: points by application, in their order."""
    seats = panel(to, at=at)
    assessing.share_out(call=to, by=None, at=at)
    applications = list(to.applications.order_by("pk"))
    for one, given in zip(applications, points, strict=True):
        for reading in Reading.objects.filter(application=one):
            read(reading, *given, at=at)
    return seats
