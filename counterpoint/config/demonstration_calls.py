"""Calls of the demonstration: two that were really made and advertised twice, as far as sources tell,
two invented ones that are open, and an invented round of 120 applications that six people read.

All of it goes in through the actions that people use.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.actions import (
    applying,
    assessing,
    drafting,
    publishing,
    responding,
)
from counterpoint.apps.commissioning.models import Application, Call, Reading
from counterpoint.apps.directory.actions import organisations, terms
from counterpoint.apps.directory.models import Membership, Organisation
from counterpoint.apps.directory.queries.naming import namesakes
from counterpoint.apps.directory.queries.placing import placed

DAY = timedelta(days=1)
ASSESSORS, APPLICATIONS = 6, 120
# What an invented applicant asks for, and how the invented assessors score: numbers that vary without
# chance, so that the demonstration is the same each time.
PRICES = (1_500, 2_400, 3_000, 3_600, 4_200, 4_800, 5_000, 2_900)


def load_calls(path: Path, at: datetime) -> Iterator[str]:
    """What is there already stays."""
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    if Call.objects.filter(organisation__name=read["round"]["organisation"]).exists():
        return
    with transaction.atomic():
        for row in read["real"]:
            _told_from_sources(row, read)
        for row in read["open"]:
            _open_call(row, read, at)
    yield f"Reading {APPLICATIONS} invented applications"
    with transaction.atomic():
        _round(read["round"], read, at)


def _told_from_sources(row: dict[str, Any], read: dict[str, Any]) -> None:
    """Its steps are put in order by days that no page shows: no source gives them."""
    who = namesakes(row["organisation"])[0]
    begun = datetime(row["year"], 1, 1, tzinfo=UTC)
    first = _draft(who, row, read, begun)
    _times(first, begun + 30 * DAY)
    publishing.publish_call(call=first, by=None, at=begun)
    later = responding.readvertise(
        call=first, why=row["again"]["why"], by=None, at=begun + 60 * DAY
    )
    details = {
        "source_url": read["sources"][row["again"]["source"]],
        "has_known_times": False,
        "delivery_from": row["delivery_from"],
        "delivery_to": row["delivery_to"],
    }
    drafting.edit_call(call=later, details=details, by=None, at=begun + 60 * DAY)
    _times(later, begun + 90 * DAY)
    publishing.publish_call(call=later, by=None, at=begun + 60 * DAY)


def _open_call(row: dict[str, Any], read: dict[str, Any], at: datetime) -> Call:
    who = _example(row["organisation"], row["place"], ("commissioner",), at)
    made = _draft(who, row, read, at, is_example=True)
    _times(made, (at + row["days"] * DAY).replace(hour=12, minute=0, second=0, microsecond=0))
    publishing.publish_call(call=made, by=None, at=at)
    return made


def _draft(
    who: Organisation,
    row: dict[str, Any],
    read: dict[str, Any],
    at: datetime,
    *,
    is_example: bool = False,
) -> Call:
    details = {
        "title": row["title"],
        "kind": row["kind"],
        "purpose": row["purpose"].strip(),
        "what_is_wanted": row.get("what_is_wanted", "").strip(),
        "place": placed(row["place"]).place,
        "route": row["route"],
        "route_reason": row["route_reason"],
        "delivery_from": row.get("delivery_from"),
        "delivery_to": row.get("delivery_to"),
    }
    if "source" in row:
        details |= {"source_url": read["sources"][row["source"]], "has_known_times": False}
    preset = row.get("preset", "one-stage")
    made = drafting.create_call(
        organisation=who, details=details, preset=preset, is_example=is_example, by=None, at=at
    )
    for lot in row["lots"]:
        where = placed(lot["place"]).place if "place" in lot else None
        ceiling = Decimal(lot["ceiling"]) if "ceiling" in lot else None
        _add(made, "lot", at, title=lot["title"], ceiling=ceiling, place=where)
    if is_example:
        _form(made, row, read, at)
    else:
        # What the real calls asked and how they were scored is not known: the least that the
        # software needs stands in for it and says so.
        unknown = "Not known: no source that was read says how it was scored."
        _add(made, "criterion", at, title="All of it", weight=100, asks=unknown)
        for in_expression in {False, preset == "expression-first"}:
            _add(
                made,
                "question",
                at,
                text="Not known: no source that was read gives the questions.",
                kind="long",
                is_required=False,
                in_expression=in_expression,
            )
    return made


def _form(made: Call, row: dict[str, Any], read: dict[str, Any], at: datetime) -> None:
    for rule in row.get("rules", ()):
        words = {"check_code": rule["check"], "sentence": rule["sentence"]}
        _add(made, "rule", at, value=rule.get("value", ""), **words)
    criteria = {
        one["title"]: _add(made, "criterion", at, anchors=read["scale"], **one)
        for one in read["criteria"]
    }
    for one in read["questions"]:
        words = {**one, "criterion": criteria[one["criterion"]]}
        _add(made, "question", at, **words)
    if row.get("preset") == "expression-first":
        _add(made, "question", at, **read["expression"])


def _add(call: Call, what: str, at: datetime, **details: Any) -> Any:
    return drafting.add_part(call=call, what=what, details=details, by=None, at=at)


def _times(call: Call, closes_at: datetime) -> None:
    """Five days between one step and the next, with the application's deadline as given."""
    kinds = [one.kind for one in call.steps.all()]
    before = kinds.index("application")
    for number, step in enumerate(call.steps.all()):
        when = closes_at + (number - before) * 5 * DAY
        drafting.edit_part(part=step, details={"by": when}, by=None, at=call.created_at)
    call.refresh_from_db()


def _example(name: str, place: str, roles: tuple[str, ...], at: datetime) -> Organisation:
    found = namesakes(name)
    if found:
        return found[0]
    made = _unlisted(name, place, roles, at)
    proposed = made.tags.undecided().values_list("concept__code", flat=True)
    terms.decide(record=made, accepted=list(proposed), by=None, at=at)
    organisations.publish_organisation(organisation=made, by=None, at=at)
    return made


def _unlisted(name: str, place: str, roles: tuple[str, ...], at: datetime) -> Organisation:
    """A draft, so that no invented applicant is counted in the directory."""
    made = organisations.create_organisation(
        details={
            "name": name,
            "description": "Invented for the demonstration.",
            "place": placed(place).place,
        },
        roles=roles,
        by=None,
        at=at,
    )
    Organisation.objects.filter(pk=made.pk).update(is_example=True)
    return made


def _round(row: dict[str, Any], read: dict[str, Any], at: datetime) -> None:
    begun = at - 40 * DAY
    who = _example(row["organisation"], "Thanet", ("commissioner",), begun)
    words = {
        **row,
        "kind": "grant",
        "place": "Thanet",
        "route": "Grant",
        "route_reason": "Small grants that add to what groups do already.",
        "lots": [{"title": "The whole fund", "ceiling": row["pot"]}],
    }
    call = _draft(who, words, read, begun, is_example=True)
    _times(call, at - 12 * DAY)
    publishing.publish_call(call=call, by=None, at=begun)
    applicant = _person("applicants", at)
    names = [f"Example {name} {kind}" for kind, name in product(row["kinds"], row["names"])]
    for number, name in enumerate(names[:APPLICATIONS]):
        _apply(call, name, number, applicant, begun + DAY)
    _read_all(call, at - 11 * DAY)


def _apply(call: Call, name: str, number: int, by: Person, at: datetime) -> None:
    who = _unlisted(name, "Thanet", ("cultural",), at)
    Membership.objects.create(organisation=who, person=by, role="editor", since_at=at)
    by.__dict__.pop("_roles_by_organisation", None)
    made = applying.start(call=call, organisation=who, by=by, at=at)
    price = Decimal(PRICES[number % len(PRICES)])
    # Through the same action as a person's; the words are short because nobody wrote them.
    said = {
        "long": f"{name} is invented; so is this answer, which is number {number + 1} of the round.",
        "measures": [
            {"outcome": "Less alone", "measure": "The direct question on loneliness"}
        ],
        "money": [{"what": "Leading, room and tea", "amount": str(price)}],
    }
    for question in call.questions.all():
        applying.save_answer(
            application=made,
            question=question,
            value=said[question.kind],
            seen_version=0,
            by=by,
            at=at,
        )
    prices = {1: (price, price / 2)}
    applying.save_details(application=made, details={}, prices=prices, by=by, at=at)
    applying.submit(application=made, by=by, at=at)


def _read_all(call: Call, at: datetime) -> None:
    assessing.open_applications(call=call, by=None, at=at)
    for number in range(1, ASSESSORS + 1):
        person = _person(f"assessor {number}", at)
        role = "lived" if number == ASSESSORS else "assessor"
        assessing.give_seat(call=call, person=person, role=role, by=None, at=at)
        assessing.declare(call=call, interests={}, by=person, at=at)
    assessing.share_out(call=call, by=None, at=at)
    order = {pk: n for n, pk in enumerate(_numbers(call))}
    criteria = list(call.criteria.all())
    seats = {seat.pk: n for n, seat in enumerate(call.seats.all())}
    readings = Reading.objects.filter(seat__call=call).select_related("seat__person")
    for reading in readings:
        worth = 1.4 + (order[reading.application_id] * 7) % 11 * 0.32
        strict = (0, 1, 0, -1, 0, 0)[seats[reading.seat_id] % 6]
        points = {
            one.pk: max(0, min(one.most, round(worth + strict + (n % 2) * 0.6)))
            for n, one in enumerate(criteria)
        }
        comments = {one.pk: "An invented reason." for one in criteria}
        assessing.save_reading(
            reading=reading,
            points=points,
            comments=comments,
            finish=True,
            by=reading.seat.person,
            at=at,
        )


def _numbers(call: Call) -> list[int]:
    found = Application.objects.filter(call=call).order_by("pk")
    return list(found.values_list("pk", flat=True))


def _person(name: str, at: datetime) -> Person:
    """Invented, and nobody can sign in as them."""
    address = f"{name.replace(' ', '.')}@demonstration.invalid"
    found = Person.objects.filter(email=address).first()
    return found or Person.objects.create_user(address, name=f"Example {name}")
